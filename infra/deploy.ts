/** `deno task deploy SETTINGS FOLDER`: writes what it takes to run the mesh on servers of one's own; starts nothing. */
import { fetchDependencies } from "./dev/dependencies.ts";
import { printLine } from "./dev/print.ts";
import { type DeployFile, publisherOf, renderFiles } from "./deploy/files.ts";
import { completeSecrets, type DeploySecrets } from "./deploy/secrets.ts";
import { parseSettings } from "./deploy/settings.ts";
import { typedArgs } from "./typed_args.ts";

const HELP = `Writes what it takes to run the mesh on servers of your own.

Usage: deno task deploy SETTINGS.json FOLDER

  FOLDER/nats.conf       for nats-server: who may say and hear what
  FOLDER/migrate.sh      brings the database up to date
  FOLDER/provision.sh    makes the teams of teams.json: provision.sh < teams.json
  FOLDER/<service>.sh    gateway, store, enrichment, portal: each with its permissions and variables
  FOLDER/secrets.json    passwords and keys, made once; keep it, and keep it secret

What stands in SETTINGS.json: .github/OPERATING.md`;

if (import.meta.main) Deno.exit(await main(typedArgs()));

async function main([settingsFile, folder, ...more]: readonly string[]): Promise<number> {
  if (!settingsFile || !folder || more.length > 0 || settingsFile.startsWith("-")) {
    printLine(HELP);
    return settingsFile === "--help" || settingsFile === "-h" ? 0 : 2;
  }
  try {
    await deploy(settingsFile, folder);
    return 0;
  } catch (error) {
    printLine(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function deploy(settingsFile: string, folder: string): Promise<void> {
  const settings = parseSettings(readJson(settingsFile));
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const secretsFile = `${folder}/secrets.json`;
  const names = settings.teams.map(({ name }) => name);
  const secrets = completeSecrets(readIfThere<DeploySecrets>(secretsFile), names);
  await fetchDependencies();
  write(folder, { name: "secrets.json", text: JSON.stringify(secrets, null, 2), isProgram: false });
  for (const file of renderFiles(settings, secrets)) write(folder, file);
  printLine(`Written to ${await Deno.realPath(folder)}. Each team's key and NATS login:\n`);
  for (const name of names) {
    const { id, apiKey, publisherPassword } = secrets.teams[name]!;
    printLine(`  ${name}: team ${id}\n    ${apiKey}\n    ${publisherOf(id)} ${publisherPassword}`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(Deno.readTextFileSync(file));
  } catch (cause) {
    throw new Error(`Cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function readIfThere<T>(file: string): T | undefined {
  try {
    return JSON.parse(Deno.readTextFileSync(file));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new Error(`Cannot read ${file}; its passwords and keys would be lost`, { cause: error });
  }
}

/** Whole or not at all, for its owner only: all but the programs' permissions is secret. */
function write(folder: string, { name, text, isProgram }: DeployFile): void {
  const partial = `${folder}/${name}.partial`;
  Deno.writeTextFileSync(partial, text, { mode: 0o600 });
  Deno.chmodSync(partial, isProgram ? 0o700 : 0o600);
  Deno.renameSync(partial, `${folder}/${name}`);
}
