/** The runtime's permissions alone: with the guard replaced by one that allows everything, nothing private is reached. */
import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import {
  denoArguments,
  describeServices,
  serviceEnvironment,
  type ServiceLaunch,
} from "../../../infra/services.ts";
import { readEnrichmentConfig } from "../config.ts";
import { listOwnHosts } from "../own_hosts.ts";
import { isPublicAddress } from "../public_address.ts";
import { listDialable } from "./dialling.ts";
import { startCanaries } from "./test_canaries.ts";
import { REFUSED_ANSWERS, REFUSED_REDIRECTS } from "./test_hostile_answers.ts";
import { REFUSED_URLS } from "./test_hostile_urls.ts";

/** Every URL of the lists that can be dialled at all and is not public, each name with what it may not stand for. */
function listCases(): [url: string, addresses: string[]][] {
  const redirects = REFUSED_REDIRECTS.map(([, to]) => to);
  const urls = [...REFUSED_URLS, ...redirects].filter((url) => /^https?:/i.test(url) && URL.canParse(url))
    .filter((url) => !isPublicAddress(new URL(url).hostname.replace(/[[\]]/g, "")));
  const names = Object.values(REFUSED_ANSWERS).map(({ A = [], AAAA = [] }, i): [string, string[]] => [
    `http://name${i}.example/`,
    [...A, ...AAAA].filter((address) => !isPublicAddress(address)),
  ]).filter(([, addresses]) => addresses.length > 0);
  // A name that is no address stands for loopback, as in a machine's own list of hosts.
  return [...urls.map((url): [string, string[]] => [url, isLiteral(url) ? [] : ["127.0.0.1"]]), ...names];
}

function isLiteral(url: string): boolean {
  return /^(\[.*\]|[\d.]+)$/.test(new URL(url).hostname);
}

interface Place {
  readonly port: number;
  /** Where broker and model are. */
  readonly ownPort: number;
}

/** What production gives the service, with the canaries' port in place of 80, so that only the address is in the way. */
function launchProbe({ port, ownPort }: Place): Omit<ServiceLaunch, "name"> {
  const launch = describeServices({
    gatewayPort: 1,
    publicUrl: "http://localhost",
    natsUrl: `nats://127.0.0.1:${ownPort}`,
    credentials: (user) => ({ user, password: "" }),
    databaseUrl: "postgres://127.0.0.1:3/x",
    portalSecret: "",
    allowFetch: [],
    allowOrigins: [],
    nameServers: ["127.0.0.53"],
    pdfRights: { read: [], ffi: [] },
    model: {
      ENRICHMENT_MODEL_URL: `http://localhost:${ownPort}/v1`,
      COMPANYENRICH_API_KEY: "key",
      COMPANYENRICH_URL: `http://127.0.0.2:${ownPort}`,
    },
    logLevel: undefined,
  }).find(({ name }) => name === "enrichment")!;
  return {
    ...launch,
    entry: "services/enrichment/fetch/test_open_guard/probe.ts",
    net: launch.net.map((entry) => entry.replace(/:80$/, `:${port}`)),
  };
}

/** The modules of the guard are swapped by the import map: the rest of the fetcher is the real one. */
async function writeImportMap(folder: string): Promise<string> {
  const root = new URL("../../../", import.meta.url);
  const { imports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  const here = (path: string) => new URL(path, import.meta.url).href;
  const swapped = {
    [here("vet_url.ts")]: here("test_open_guard/vet_url.ts"),
    [here("resolve_host.ts")]: here("test_open_guard/resolve_host.ts"),
  };
  const file = `${folder}/import_map.json`;
  const map = { ...imports, ...swapped, "shared/": new URL("shared/", root).href };
  await Deno.writeTextFile(file, JSON.stringify({ imports: map }));
  return file;
}

async function probe(
  port: number,
  launch: Omit<ServiceLaunch, "name">,
  { dialled = "thread", knocks = "all" } = {},
): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  const [run, ...others] = denoArguments(launch);
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      ...[run!, `--import-map=${await writeImportMap(folder)}`, ...others],
      ...[String(port), JSON.stringify(listCases()), dialled, knocks],
    ],
    cwd: fileURLToPath(new URL("../../../", import.meta.url)),
    env: serviceEnvironment(launch.env),
    clearEnv: true,
    stdout: "piped",
    stderr: "piped",
  });
  const { stdout, stderr } = await command.output();
  await Deno.remove(folder, { recursive: true });
  const lines = new TextDecoder().decode(stdout).trim().split("\n");
  // To the end: the process was not brought down by any of it.
  assertEquals(lines.at(-1), "done", new TextDecoder().decode(stderr));
  return lines;
}

Deno.test("without the guard, the production permissions let nothing reach loopback", async () => {
  await using canaries = startCanaries();
  const { port } = canaries;
  const lines = await probe(port, launchProbe({ port, ownPort: 2 }));
  assertEquals(canaries.visits, {});
  assertEquals(lines.filter((line) => line.endsWith(": reached")), []);
  assert(lines.length > 200, String(lines.length));
});

Deno.test("without the guard, no page reaches the broker and the model that the service itself can reach", async () => {
  await using canaries = startCanaries();
  const { port } = canaries;
  const lines = await probe(port, launchProbe({ port, ownPort: port }), { knocks: "one" });
  assert(lines.filter((line) => line.startsWith("http")).length > 200);
  // By the service's own thread: it was there to be reached.
  assertEquals(lines.at(-2), "own connect: reached");
  assertEquals(canaries.visits, { "127.0.0.1": 1 });
});

Deno.test("without the guard and without its thread, pages reach the broker: the probe above can tell", async () => {
  await using canaries = startCanaries();
  const { port } = canaries;
  const lines = await probe(port, launchProbe({ port, ownPort: port }), { dialled: "here", knocks: "one" });
  assert(lines.filter((line) => line.startsWith("http")).length > 200);
  assert((canaries.visits["127.0.0.1"] ?? 0) > 50, JSON.stringify(canaries.visits));
});

Deno.test("the dialling thread gives up all that production permits besides public addresses", () => {
  const { env, net } = launchProbe({ port: 80, ownPort: 2 });
  const own = listOwnHosts(readEnrichmentConfig((name) => env[name]));
  assertEquals(own.toSorted(), net.filter((entry) => !listDialable([]).includes(entry)).toSorted());
});
