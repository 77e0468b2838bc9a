/** The runtime's permissions alone: with the guard replaced by one that allows everything, nothing private is reached. */
import { assert, assertEquals } from "@std/assert";
import { denoArguments, describeServices, serviceEnvironment } from "../../../infra/services.ts";
import { isPublicAddress } from "../public_address.ts";
import { type Canaries, startCanaries } from "./test_canaries.ts";
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

/** What production gives the service, with the canaries' port in place of 80, so that only the address is in the way. */
function productionFlags(port: number): string[] {
  const launch = describeServices({
    gatewayPort: 1,
    publicUrl: "http://localhost",
    natsUrl: "nats://127.0.0.1:2",
    credentials: (user) => ({ user, password: "" }),
    databaseUrl: "postgres://127.0.0.1:3/x",
    portalSecret: "",
    allowFetch: [],
    nameServers: ["127.0.0.53"],
    pdfRights: { read: [], ffi: [] },
    model: {},
    logLevel: undefined,
  }).find(({ name }) => name === "enrichment")!;
  return denoArguments({
    ...launch,
    entry: "services/enrichment/fetch/test_open_guard/probe.ts",
    net: launch.net.map((entry) => entry.replace(/:80$/, `:${port}`)),
  });
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

async function probe(canaries: Canaries, flags: readonly string[]): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  const [run, ...others] = flags;
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      ...[run!, `--import-map=${await writeImportMap(folder)}`, ...others],
      ...[String(canaries.port), JSON.stringify(listCases())],
    ],
    cwd: new URL("../../../", import.meta.url).pathname,
    env: serviceEnvironment({}),
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
  const lines = await probe(canaries, productionFlags(canaries.port));
  assertEquals(canaries.visits, {});
  assertEquals(lines.filter((line) => line.endsWith(": reached")), []);
  assert(lines.length > 200, String(lines.length));
});

Deno.test("without the guard and with loopback permitted, it is reached: the probe above can tell", async () => {
  await using canaries = startCanaries();
  const { port } = canaries;
  const loopback = ["0.0.0.0/8", "127.0.0.0/8", "[::1]", "[::]", "localhost"].map((host) =>
    `${host}:${port}`
  );
  const flags = productionFlags(port).map((flag) =>
    flag.startsWith("--allow-net=") ? `--allow-net=${loopback}` : flag
  );
  await probe(canaries, flags);
  assert((canaries.visits["127.0.0.1"] ?? 0) > 50, JSON.stringify(canaries.visits));
});
