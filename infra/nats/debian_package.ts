/** The nats-server of Debian or Ubuntu, taken out of its package: nothing is installed and no system service starts. */
import { runToEnd } from "../process/child.ts";
import { downloadEnvironment } from "../process/deno_environment.ts";

/** @returns a binary below `folder` that the caller moves to its place. */
export async function fetchDebianPackage(folder: string): Promise<string> {
  if (!await Deno.stat("/usr/bin/apt-get").then(() => true, () => false)) {
    throw new Error("apt-get is not here");
  }
  const work = await Deno.makeTempDir({ dir: folder, prefix: "debian-" });
  try {
    await download(work).catch(() => downloadWithFreshLists(work));
    const name = [...Deno.readDirSync(work)].map((entry) => entry.name).find((name) => name.endsWith(".deb"));
    await run("dpkg-deb", ["-x", `${work}/${name}`, `${work}/unpacked`], work);
    const binary = `${folder}/nats-server.fetched-${crypto.randomUUID()}`;
    await Deno.rename(`${work}/unpacked/usr/sbin/nats-server`, binary);
    return binary;
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}

async function download(work: string, options: string[] = []): Promise<void> {
  await run("apt-get", [...options, "download", "nats-server"], work);
}

/** The package lists of the system may be missing or old; ours are kept apart, which also works for a plain user. */
async function downloadWithFreshLists(work: string): Promise<void> {
  await Deno.mkdir(`${work}/lists/partial`, { recursive: true });
  await Deno.mkdir(`${work}/cache/archives/partial`, { recursive: true });
  const options = [`Dir::State::Lists=${work}/lists`, `Dir::Cache=${work}/cache`, "APT::Sandbox::User=root"]
    .flatMap((option) => ["-o", option]);
  await run("apt-get", [...options, "update"], work);
  await download(work, options);
}

async function run(command: string, args: string[], cwd: string): Promise<void> {
  await runToEnd({ command, args, cwd, env: { ...downloadEnvironment(), LC_ALL: "C" } });
}
