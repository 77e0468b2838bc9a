/** Obtaining what tests look at pages and files with: installed programs, or Debian's packages where we may install some. */
import { runToEnd } from "./process/child.ts";
import { downloadEnvironment } from "./process/deno_environment.ts";
import { findProgram } from "./process/find_program.ts";

/** By the names of Debian's packages: what each program may be called. */
const PROGRAMS = {
  chromium: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
  qpdf: ["qpdf"],
  unzip: ["unzip"],
};
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/snap/bin"];

export type TestProgram = keyof typeof PROGRAMS;

/** @returns The path of each that is there, or can be had; `note` is told what is done about the others. */
export async function findTestPrograms(
  wanted: readonly TestProgram[],
  note: (text: string) => void,
): Promise<Partial<Record<TestProgram, string>>> {
  const before = await findInstalled(wanted);
  const missing = wanted.filter((name) => !(name in before));
  if (missing.length === 0) return before;
  await install(missing, note);
  return await findInstalled(wanted);
}

async function findInstalled(wanted: readonly TestProgram[]): Promise<Partial<Record<TestProgram, string>>> {
  const found: Partial<Record<TestProgram, string>> = {};
  for (const name of wanted) {
    const path = await findProgram(PROGRAMS[name], { folders: FOLDERS });
    if (path) found[name] = path;
  }
  return found;
}

async function install(packages: readonly TestProgram[], note: (text: string) => void): Promise<void> {
  const names = packages.join(", ");
  try {
    if (Deno.build.os !== "linux" || Deno.uid() !== 0) throw new Error("only root may install a package");
    note(`installing Debian's packages for the tests: ${names}`);
    const options = ["-o", "DPkg::Lock::Timeout=120"];
    await runApt([...options, "update"]);
    await runApt([...options, "install", "--yes", "--no-install-recommends", ...packages]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    note(`tests that need it are left out: install ${names} (${reason})`);
  }
}

async function runApt(args: string[]): Promise<void> {
  const env = { ...downloadEnvironment(), LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" };
  await runToEnd({ command: "apt-get", args, env });
}
