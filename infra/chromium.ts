/** Obtaining Chromium for the tests that look at pages: installed, or Debian's package where we may install one. */
import { runToEnd } from "./process/child.ts";
import { downloadEnvironment } from "./process/deno_environment.ts";
import { findProgram } from "./process/find_program.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/snap/bin"];

/** Undefined where there is none and none can be had; `note` is told what is done about it. */
export async function findChromium(note: (text: string) => void): Promise<string | undefined> {
  const installed = await findInstalled();
  if (installed) return installed;
  try {
    note("installing Debian's chromium for the tests in a browser");
    await installDebianPackage();
    return await findInstalled();
  } catch (error) {
    note(
      `tests in a browser are left out: install chromium (${error instanceof Error ? error.message : error})`,
    );
  }
}

async function findInstalled(): Promise<string | undefined> {
  return await findProgram(NAMES, { folders: FOLDERS });
}

async function installDebianPackage(): Promise<void> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) throw new Error("only root may install a package");
  const options = ["-o", "DPkg::Lock::Timeout=120"];
  await runApt([...options, "update"]);
  await runApt([...options, "install", "--yes", "--no-install-recommends", "chromium"]);
}

async function runApt(args: string[]): Promise<void> {
  const env = { ...downloadEnvironment(), LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" };
  await runToEnd({ command: "apt-get", args, env });
}
