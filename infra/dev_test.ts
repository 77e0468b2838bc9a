import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import postgres from "postgres";
import { identify } from "./process/identity.ts";
import { waitUntil } from "./process/wait.ts";
import { type DevMesh, startDevMesh } from "./test_mesh.ts";

/** Whole meshes take their time; `--unit` leaves them out. */
const ignore = !Deno.env.has("MESH_TEST_WHOLE");

Deno.test({
  name: "deno task dev starts again whatever is killed, with the data and under the same addresses",
  ignore,
  async fn() {
    await using mesh = await startDevMesh();
    await keepNumber(mesh, 7);
    for (const name of ["gateway", "store", "enrichment", "portal", "nats", "postgres"]) {
      const before = mesh.reload().pids[name]!;
      Deno.kill(before, "SIGKILL");
      const isBack = () => mesh.reload().pids[name] !== before && isReady(mesh);
      await waitUntil(isBack, { timeoutMs: 10_000, what: `${name} after a kill -9` });
    }
    await waitUntil(async () => await readNumber(mesh) === 7, { timeoutMs: 10_000, what: "the data" });
    assertEquals({ ...mesh.reload(), pids: {} }, { ...mesh.file, pids: {} });
  },
});

Deno.test({
  name: "deno task dev ends everything it started, and a second start finds all again",
  ignore,
  async fn() {
    await using first = await startDevMesh();
    await keepNumber(first, 8);
    const { code } = await first.stop();
    assertEquals(code, 0);
    assertEquals(Object.values(first.file.pids).filter((pid) => identify(pid!) !== undefined), []);
    assertEquals(await Deno.stat(`${first.data}/mesh.json`).catch(() => "gone"), "gone");

    await using second = await startDevMesh({ data: first.data });
    assertEquals(await readNumber(second), 8);
    assertEquals(withoutPids(second), withoutPids(first));
  },
});

Deno.test({
  name: "deno task dev ends what a killed supervisor left behind, and refuses a folder in use",
  ignore,
  async fn() {
    await using killed = await startDevMesh();
    const rival = await startDevMesh({ data: killed.data }).catch((error) => error.message);
    assertStringIncludes(rival, "another mesh is running there");

    killed.supervisor.kill("SIGKILL");
    await killed.supervisor.ended;
    await using next = await startDevMesh({ data: killed.data });
    for (const [name, pid] of Object.entries(killed.file.pids)) {
      assertNotEquals(next.file.pids[name], pid);
      assertEquals(identify(pid!), undefined, name);
    }
    assert(await isReady(next));
  },
});

Deno.test({
  name: "deno task dev --fresh forgets all data and all secrets",
  ignore,
  async fn() {
    await using first = await startDevMesh();
    await keepNumber(first, 9);
    await first.stop();
    await using fresh = await startDevMesh({ data: first.data, args: ["--fresh"] });
    assertEquals(await readNumber(fresh), undefined);
    assertNotEquals(fresh.file.apiKey, first.file.apiKey);
  },
});

async function isReady(mesh: DevMesh): Promise<boolean> {
  const response = await fetch(`${mesh.file.gatewayUrl}/health/ready`);
  await response.body?.cancel();
  return response.status === 200;
}

async function keepNumber(mesh: DevMesh, number: number): Promise<void> {
  await query(mesh, "create table kept (number int)");
  await query(mesh, `insert into kept values (${number})`);
}

async function readNumber(mesh: DevMesh): Promise<number | undefined> {
  const rows = await query(mesh, "select number from kept").catch(() => []);
  return (rows[0] as { number: number } | undefined)?.number;
}

async function query(mesh: DevMesh, statement: string): Promise<unknown[]> {
  const sql = postgres(mesh.reload().databaseUrl, { max: 1 });
  try {
    return [...await sql.unsafe(statement)];
  } finally {
    await sql.end();
  }
}

function withoutPids(mesh: DevMesh) {
  return { ...mesh.file, pids: {}, supervisorPid: 0 };
}
