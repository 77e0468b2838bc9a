import { assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { findNatsServer } from "./nats/find_binary.ts";
import { runToEnd, startChild, stopChild } from "./process/child.ts";
import { downloadEnvironment } from "./process/deno_environment.ts";
import { freePort } from "./process/port.ts";
import { waitUntil } from "./process/wait.ts";
import { hasTestServers, takeTestMesh } from "./test_mesh.ts";

const TEAM = { name: "O'Neil & Söhne", email: "office@oneil.example" };
const SERVICES = ["store", "enrichment", "portal", "gateway"];

Deno.test({
  name: "deno task deploy writes what runs a mesh on a broker and a database of one's own",
  ignore: !hasTestServers(),
  fn: async () => {
    await using stack = new AsyncDisposableStack();
    const mesh = stack.use(await takeTestMesh());
    const folder = await Deno.makeTempDir();
    stack.defer(() => Deno.remove(folder, { recursive: true }));
    const gatewayUrl = `http://127.0.0.1:${freePort()}`;
    const settings = {
      publicUrl: gatewayUrl,
      gatewayPort: Number(new URL(gatewayUrl).port),
      databaseUrl: mesh.databaseUrl,
      natsUrl: `nats://127.0.0.1:${freePort()}`,
      streamsFolder: `${folder}/streams`,
      teams: [TEAM],
    };
    await deploy(folder, settings);
    const secrets = await Deno.readTextFile(`${folder}/out/secrets.json`);

    const start = (command: string, args: string[]) => {
      const child = startChild({ command, args });
      stack.defer(() => stopChild(child, "SIGTERM", 5_000));
    };
    start(await findNatsServer(), ["--config", `${folder}/out/nats.conf`]);
    await runToEnd({ command: `${folder}/out/migrate.sh`, args: [] });
    const teams = await Deno.readTextFile(`${folder}/out/teams.json`);
    await runToEnd({ command: `${folder}/out/provision.sh`, args: [], input: teams });
    for (const name of SERVICES) start(`${folder}/out/${name}.sh`, []);
    await waitUntil(() => isWhole(gatewayUrl), { timeoutMs: 60_000, what: "all services" });

    const { apiKey } = JSON.parse(secrets).teams[TEAM.name];
    const response = await fetch(`${gatewayUrl}/customers`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "Acme", email: "hello@acme.example" }),
    });
    assertEquals([response.status, (await response.json()).name], [201, "Acme"]);

    await deploy(folder, settings);
    assertEquals(
      await Deno.readTextFile(`${folder}/out/secrets.json`),
      secrets,
      "a second time, other secrets",
    );
    const { mode } = await Deno.stat(`${folder}/out/secrets.json`);
    assertEquals(mode! & 0o777, 0o600);
  },
});

Deno.test({
  name: "deno task deploy names each setting that cannot be used",
  ignore: !hasTestServers(),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const wrong = { publicUrl: "customers.example", natsUrl: "http://127.0.0.1", teams: [], secret: "x" };
    const said = await deploy(folder, wrong).catch(({ message }) => message);
    for (const name of ["publicUrl", "databaseUrl", "natsUrl", "teams", "secret"]) {
      assertStringIncludes(said, name);
    }
    await Deno.remove(folder, { recursive: true });
  },
});

/** @throws what the command says when it fails. */
async function deploy(folder: string, settings: object): Promise<void> {
  await Deno.writeTextFile(`${folder}/settings.json`, JSON.stringify(settings));
  await runToEnd({
    command: Deno.execPath(),
    args: ["task", "--quiet", "deploy", `${folder}/settings.json`, `${folder}/out`],
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env: downloadEnvironment(),
  });
}

async function isWhole(gatewayUrl: string): Promise<boolean> {
  const { status } = await (await fetch(`${gatewayUrl}/health/ready`)).json();
  return status === "ok";
}
