/** Obtaining nats-server: installed, fetched earlier, Debian's package, or the official release. */
import { runToEnd } from "../process/child.ts";
import { findProgram } from "../process/find_program.ts";
import { openCacheFolder } from "./cache_folder.ts";
import { fetchDebianPackage } from "./debian_package.ts";
import { fetchRelease } from "./official_release.ts";

const FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/opt/homebrew/bin"];

/** @throws with one sentence that says what to install. */
export async function findNatsServer(note: (text: string) => void = () => {}): Promise<string> {
  const installed = await findProgram(["nats-server"], { folders: FOLDERS, isUsable });
  if (installed) return installed;
  const folder = await openCacheFolder();
  const cached = `${folder}/nats-server`;
  if (await isUsable(cached)) return cached;
  const reasons: string[] = [];
  for (const fetchBinary of [fetchDebianPackage, fetchRelease]) {
    try {
      note(fetchBinary === fetchRelease ? "fetching the official release" : "fetching Debian's package");
      await keep(await fetchBinary(folder), cached);
      if (await isUsable(cached)) return cached;
    } catch (error) {
      reasons.push(error instanceof Error ? error.message.split("\n")[0]! : String(error));
    }
  }
  throw new Error(
    "Cannot find nats-server: install version 2.9 or newer (https://nats.io/download) so that it is on PATH, " +
      `or set NATS_URL to a running server (${reasons.join("; ")})`,
  );
}

/** It runs here, and it is not too old. */
async function isUsable(binary: string): Promise<boolean> {
  const version = await runToEnd({ command: binary, args: ["--version"] }).catch(() => "");
  const [, major, minor] = version.match(/v?(\d+)\.(\d+)\.\d+/) ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 9);
}

/** By renaming, so that a second mesh that starts at the same time never sees half a file. */
async function keep(binary: string, cached: string): Promise<void> {
  await Deno.chmod(binary, 0o755);
  await Deno.rename(binary, cached);
}
