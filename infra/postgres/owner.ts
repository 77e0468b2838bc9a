/** Postgres refuses to run as root: who runs it then, and where its files may lie so that this user reaches them. */
import type { Owner } from "../process/child.ts";

/** @returns undefined for a plain user, who runs Postgres as himself. */
export function chooseOwner(): Owner | undefined {
  if (Deno.build.os === "windows" || Deno.uid() !== 0) return undefined;
  // initdb looks the user up by number, so an invented uid does not do.
  const line = Deno.readTextFileSync("/etc/passwd").split("\n").find((line) => line.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  throw new Error(
    'Cannot start Postgres as root: there is no user "nobody"; start as a plain user, or set DATABASE_URL',
  );
}

/** The folder for binaries and cluster: below `folder` when the owner can get there, else a place of its own. */
export async function chooseHome(folder: string, owner: Owner | undefined): Promise<string> {
  const home = `${folder}/postgres`;
  await Deno.mkdir(home, { recursive: true });
  if (!owner || await canEnter(home, owner)) return home;
  await Deno.remove(home, { recursive: true });
  const detour = await detourHome(folder);
  await Deno.mkdir(detour, { recursive: true, mode: 0o755 });
  await refuseForeignFolder(detour);
  return detour;
}

/** Where the cluster of `folder` lies when the owner cannot enter that folder, as below /root. */
export async function detourHome(folder: string): Promise<string> {
  const path = new TextEncoder().encode(await Deno.realPath(folder));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", path)).toHex().slice(0, 16);
  return `/var/tmp/customer-mesh-${hash}`;
}

async function canEnter(folder: string, owner: Owner): Promise<boolean> {
  const { success } = await new Deno.Command("/bin/sh", {
    args: ["-c", 'cd -- "$0"', folder],
    cwd: "/",
    ...owner,
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}

/** Everybody may write to /var/tmp; a folder that somebody else put there must not hold our database. */
async function refuseForeignFolder(folder: string): Promise<void> {
  const { isDirectory, uid } = await Deno.lstat(folder);
  if (!isDirectory || uid !== Deno.uid()) {
    throw new Error(`Cannot use ${folder}: it belongs to somebody else`);
  }
}
