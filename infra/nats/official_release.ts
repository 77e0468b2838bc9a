/** The official nats-server release, taken only if its archive has the pinned hash. */
import { runToEnd } from "../process/child.ts";
import { downloadEnvironment } from "../process/deno_environment.ts";

const VERSION = "2.12.4";

/** SHA-256 of the archives, as the official container image of this version states them. */
const SHA256: Readonly<Record<string, string>> = {
  "linux-amd64": "92388f2e4aa1e6dea402eb173cbdb1fcb1df9a9c899cb807b91ddbb45c131b65",
  "linux-arm64": "44a6ff34eff7e8d0e1409dbac0b733cff7ecbb4f19388a4d0d3d6085d899f017",
};

/** @returns a binary below `folder` that the caller moves to its place. */
export async function fetchRelease(folder: string): Promise<string> {
  const arch = Deno.build.arch === "aarch64" ? "arm64" : "amd64";
  const name = `nats-server-v${VERSION}-${Deno.build.os}-${arch}`;
  const expected = SHA256[`${Deno.build.os}-${arch}`];
  if (!expected) throw new Error(`no release is pinned for ${Deno.build.os}-${arch}`);
  const archive = await download(
    `https://github.com/nats-io/nats-server/releases/download/v${VERSION}/${name}.tar.gz`,
  );
  await refuseOtherHash(archive, expected);
  return await unpack(archive, name, folder);
}

async function download(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return await response.bytes();
}

export async function refuseOtherHash(bytes: Uint8Array<ArrayBuffer>, expected: string): Promise<void> {
  const actual = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  if (actual !== expected) {
    throw new Error(`the release of nats-server has another hash than the pinned one: ${actual}`);
  }
}

async function unpack(archive: Uint8Array, name: string, folder: string): Promise<string> {
  const work = await Deno.makeTempDir({ dir: folder, prefix: "release-" });
  try {
    await Deno.writeFile(`${work}/archive.tar.gz`, archive);
    const args = ["-xzf", "archive.tar.gz", `${name}/nats-server`];
    await runToEnd({ command: "tar", args, cwd: work, env: downloadEnvironment() });
    const binary = `${folder}/nats-server.fetched-${crypto.randomUUID()}`;
    await Deno.rename(`${work}/${name}/nats-server`, binary);
    return binary;
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}
