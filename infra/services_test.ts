import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import { denoArguments, describeServices, serviceEnvironment, type ServiceSettings } from "./services.ts";

const SETTINGS: ServiceSettings = {
  gatewayPort: 8080,
  publicUrl: "http://localhost:8080",
  natsUrl: "nats://127.0.0.1:4222",
  credentials: (user) => ({ user, password: `secret of ${user}` }),
  databaseUrl: "postgres://mesh:secret@127.0.0.1:5432/mesh",
  portalSecret: "portal secret",
  allowFetch: ["shop.localhost:9000", "127.0.0.2:9001"],
  allowOrigins: ["https://dashboard.example"],
  nameServers: ["10.0.0.2"],
  model: {},
  pdfRights: { read: ["/cache/fonts"], ffi: ["/cache/typst"] },
  logLevel: undefined,
};

function argumentsOf(name: string, settings = SETTINGS): string[] {
  return denoArguments(describeServices(settings).find((launch) => launch.name === name)!);
}

function netOf(name: string, settings = SETTINGS): string[] {
  return argumentsOf(name, settings).find((arg) => arg.startsWith("--allow-net="))!.slice(
    "--allow-net=".length,
  ).split(
    ",",
  );
}

Deno.test("no service gets a whole kind of permission", () => {
  for (const { name } of describeServices(SETTINGS)) {
    const broad = argumentsOf(name).filter((arg) => /^(-A|--allow-all|--allow-[a-z]+)$/.test(arg));
    assertEquals(broad, [], name);
    assert(argumentsOf(name).includes("--no-prompt"));
  }
});

Deno.test("only the store reaches Postgres, only the gateway its own port", () => {
  assertEquals(netOf("gateway"), ["127.0.0.1:8080", "127.0.0.1:4222"]);
  assertEquals(netOf("store"), ["127.0.0.1:5432", "127.0.0.1:4222"]);
  assertEquals(netOf("portal"), ["127.0.0.1:4222"]);
});

Deno.test("with a socket, the store reaches that file of Postgres alone", () => {
  const socket = "/data/postgres/socket/.s.PGSQL.5432";
  const settings = { ...SETTINGS, databaseSocket: socket };
  assertEquals(netOf("store", settings), [`unix:${socket}`, "127.0.0.1:4222"]);
  const files = argumentsOf("store", settings).filter((arg) => /^--allow-(read|write)/.test(arg));
  const sources = ["services/store", "shared"].map((folder) =>
    fileURLToPath(new URL(`../${folder}`, import.meta.url))
  );
  assertEquals(files, [`--allow-read=${[...sources, socket]}`, `--allow-write=${socket}`]);
});

Deno.test("enrichment dials public blocks, its resolver, the broker and what was allowed, and knows no names", () => {
  const net = netOf("enrichment");
  const few = net.filter((entry) => !/^[\d.]+\/\d+:(80|443)$/.test(entry));
  assertEquals(few, ["127.0.0.1:4222", "10.0.0.2:53", "127.0.0.1:9000", "127.0.0.2:9001"]);
  assert(net.includes("8.0.0.0/7:443"));
});

Deno.test("only enrichment reaches the model's host, and only there the key is known", () => {
  const model = { ENRICHMENT_MODEL_URL: "https://models.example/v1", ENRICHMENT_API_KEY: "model key" };
  const settings = { ...SETTINGS, model };
  const reaching = ["gateway", "store", "enrichment", "portal"].filter((name) =>
    netOf(name, settings).includes("models.example:443")
  );
  assertEquals(reaching, ["enrichment"]);
  const knowing = describeServices(settings).filter(({ env }) => Object.values(env).includes("model key"));
  assertEquals(knowing.map(({ name }) => name), ["enrichment"]);
});

Deno.test("only enrichment reaches the directory of companies, and only when there is a key for it", () => {
  const reaching = (model: Record<string, string>) =>
    ["gateway", "store", "enrichment", "portal"].filter((name) =>
      netOf(name, { ...SETTINGS, model }).includes("api.companyenrich.com:443")
    );
  assertEquals(reaching({ COMPANYENRICH_API_KEY: "directory key" }), ["enrichment"]);
  assertEquals(reaching({ COMPANYENRICH_USD: "0.02" }), []);
});

Deno.test("each service sees its own variables and nobody else's", () => {
  for (const { name, env } of describeServices(SETTINGS)) {
    assert(Object.keys(env).every((variable) => variable.startsWith(name.toUpperCase())), name);
  }
  const secrets = describeServices(SETTINGS).map(({ env }) => JSON.stringify(env));
  assertEquals(secrets.filter((text) => text.includes("mesh:secret")).length, 1);
});

Deno.test("the benchmark of reading runs with the heaps and pools of the service", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("../deno.json", import.meta.url)));
  const words: string[] = tasks["bench:enrichment"].command.split(" ");
  const heaps = argumentsOf("enrichment").findLast((arg) => arg.startsWith("--v8-flags="))!;
  const { env, pools } = describeServices(SETTINGS).find(({ name }) => name === "enrichment")!;
  const all = Object.entries(serviceEnvironment(env, pools)).map((pair) => pair.join("="));
  const lean = [heaps, ...all.filter((text) => text.startsWith("MALLOC_"))];
  assertEquals(lean.filter((setting) => !words.includes(setting)), []);
});
