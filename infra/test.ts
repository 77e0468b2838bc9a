/** `deno task test [--unit] [paths…] [flags of deno test]`: all tests against a real Postgres and a real nats-server. */
import { fileURLToPath } from "node:url";
import { runToEnd } from "./process/child.ts";
import { downloadEnvironment } from "./process/deno_environment.ts";
import { findTestPrograms } from "./test_programs.ts";
import { type RunningServers, startTestServers, type TestServers } from "./test_run/servers.ts";
import { typedArgs } from "./typed_args.ts";

const ROOT = new URL("../", import.meta.url);
/** With the two that hold the code to its own rules, and need no server. */
const UNIT_TESTS = [
  "shared",
  "services",
  "infra",
  "tests/architecture_test.ts",
  "tests/cancel/races_table_test.ts",
];
const ALL_TESTS = ["shared", "services", "infra", "tests"];

if (import.meta.main) Deno.exit(await runTests(typedArgs()));

async function runTests(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => stop.abort(new Error(signal)));
  }
  const isUnit = args.includes("--unit");
  const [servers, programs] = await Promise.all([startTestServers(), isUnit ? {} : tellPrograms()]);
  await using _ = servers;
  await migrateTemplate(servers);
  if (stop.signal.aborted) return 130;
  return await runDenoTest(args, { ...await tellTests(servers), ...programs }, stop.signal);
}

async function migrateTemplate({ templateUrl }: RunningServers): Promise<void> {
  await runToEnd({
    command: Deno.execPath(),
    args: ["run", "--no-prompt", "--allow-net", "--allow-env", "--allow-read", "services/store/migrate.ts"],
    cwd: fileURLToPath(ROOT),
    env: { ...downloadEnvironment(), STORE_DATABASE_URL: templateUrl },
  });
}

/** Passwords go through a file, since an environment is easily printed. */
async function tellTests({ slotFolder, ...servers }: TestServers): Promise<Record<string, string>> {
  const file = `${slotFolder}/servers.json`;
  const { adminUrl, template, natsUrl, accounts } = servers;
  const told: TestServers = { adminUrl, template, natsUrl, slotFolder, accounts };
  await Deno.writeTextFile(file, JSON.stringify(told), { mode: 0o600 });
  return { MESH_TEST_SERVERS: file };
}

async function tellPrograms(): Promise<Record<string, string>> {
  // deno-lint-ignore no-console -- a person looks at this run, and is told what takes so long or is left out
  const found = await findTestPrograms(["chromium", "qpdf", "unzip"], (text) => console.error(text));
  return Object.fromEntries(
    Object.entries(found).map(([name, path]) => [`MESH_TEST_${name.toUpperCase()}`, path]),
  );
}

async function runDenoTest(
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<number> {
  const isUnit = args.includes("--unit");
  const passed = args.filter((arg) => arg !== "--unit");
  const paths = passed.some(isPath) ? [] : isUnit ? UNIT_TESTS : ALL_TESTS;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "--parallel", "--allow-all", "--no-prompt", ...passed, ...paths.filter(isPath)],
    cwd: fileURLToPath(ROOT),
    env: isUnit ? env : { ...env, MESH_TEST_WHOLE: "yes" },
  }).spawn();
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  const { code } = await child.status;
  signal.removeEventListener("abort", stop);
  return code;
}

function isPath(arg: string): boolean {
  return !arg.startsWith("-") && existsBelowRoot(arg);
}

function existsBelowRoot(path: string): boolean {
  try {
    Deno.statSync(new URL(path, ROOT));
    return true;
  } catch {
    return false;
  }
}
