import { assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import postgres from "postgres";
import { identify } from "./process/identity.ts";
import { waitUntil } from "./process/wait.ts";
import { type DevMesh, type DevMeshOptions, startDevMesh } from "./test_mesh.ts";

/** Whole meshes take their time; `--unit` leaves them out. */
const ignore = !Deno.env.has("MESH_TEST_WHOLE");

Deno.test({ name: "deno task dev", ignore }, async (t) => {
  // All that follow are in its folder, which goes with it.
  await using first = await startWhole();
  await keepNumber(first, 7);

  await t.step("starts again whatever is killed, with the data and under the same addresses", async () => {
    for (const name of ["gateway", "store", "enrichment", "portal", "nats", "postgres"]) {
      const before = first.reload().pids[name]!;
      Deno.kill(before, "SIGKILL");
      const isBack = () => first.reload().pids[name] !== before && isReady(first);
      await waitUntil(isBack, { timeoutMs: 20_000, what: `${name} after a kill -9` });
    }
    await waitUntil(async () => await readNumber(first) === 7, { timeoutMs: 10_000, what: "the data" });
    assertEquals({ ...first.reload(), pids: {} }, { ...first.file, pids: {} });
  });

  await t.step("ends everything it started", async () => {
    const { pids } = first.reload();
    const { code } = await first.stop();
    assertEquals(code, 0);
    assertEquals(Object.values(pids).filter((pid) => identify(pid!) !== undefined), []);
    assertEquals(await Deno.stat(`${first.data}/mesh.json`).catch(() => "gone"), "gone");
  });

  await using second = await startWhole({ data: first.data });
  await t.step("finds all again at a second start", async () => {
    assertEquals(await readNumber(second), 7);
    assertEquals(withoutPids(second), withoutPids(first));
  });

  await t.step("refuses a folder in use", async () => {
    const rival = await startWhole({ data: second.data }).catch((error) => error.message);
    assertStringIncludes(rival, "another mesh is running there");
  });

  await t.step("ends what a killed supervisor left behind", async () => {
    const { pids } = second.reload();
    second.supervisor.kill("SIGKILL");
    await second.supervisor.ended;
    await using next = await startWhole({ data: second.data });
    for (const [name, pid] of Object.entries(pids)) {
      assertNotEquals(next.file.pids[name], pid);
      assertEquals(identify(pid!), undefined, name);
    }
    await waitUntil(() => isReady(next), { timeoutMs: 10_000, what: "readiness" });
    assertEquals(await readNumber(next), 7);
  });

  await t.step("--fresh forgets all data and all secrets", async () => {
    await using fresh = await startWhole({ data: first.data, args: ["--fresh"] });
    assertEquals(await readNumber(fresh), undefined);
    assertNotEquals(fresh.file.apiKey, first.file.apiKey);
  });
});

/** With a Postgres that it starts, kills and finds again. */
function startWhole(options: DevMeshOptions = {}): Promise<DevMesh> {
  return startDevMesh({ hasOwnPostgres: true, ...options });
}

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
