import { assertEquals, assertStringIncludes } from "@std/assert";
import postgres from "postgres";
import { freePort } from "./process/port.ts";
import { type Child, stopChild } from "./process/child.ts";
import { detourHome } from "./postgres/owner.ts";
import { type Postgres, preparePostgres } from "./postgres.ts";

Deno.test({
  name: "preparePostgres keeps what was acknowledged over a kill -9 and over a second start",
  // A cluster of its own takes two seconds; on other systems than Linux it is the same code.
  ignore: Deno.build.os === "windows",
  async fn() {
    await using cleanup = new AsyncDisposableStack();
    const folder = await Deno.makeTempDir();
    cleanup.defer(() => Deno.remove(folder, { recursive: true }));
    await Deno.chmod(folder, 0o755);
    const options = { folder, port: freePort(), password: "test", onLine: () => {} };
    const first = await preparePostgres(options);
    if (first.home !== `${folder}/postgres`) {
      cleanup.defer(() => Deno.remove(first.home, { recursive: true }));
    }
    const killed = await startWithRetry(first, cleanup);
    await run(first.url("mesh"), "create table kept (id int)");
    await run(first.url("mesh"), "insert into kept values (7)");
    assertEquals(await run(first.url("mesh"), "select id from kept", first.socket), [{ id: 7 }]);
    killed.kill("SIGKILL");
    await killed.ended;
    const restarted = await startWithRetry(first, cleanup);
    assertEquals(await run(first.url("mesh"), "select id from kept"), [{ id: 7 }]);

    // Left running, as by a supervisor that was killed: the next one must end it and take over.
    const second = await preparePostgres(options);
    await restarted.ended;
    await startWithRetry(second, cleanup);
    assertEquals(await run(second.url("mesh"), "select id from kept", second.socket), [{ id: 7 }]);
  },
});

Deno.test("detourHome gives each folder its own place", async () => {
  const [here, there] = [await detourHome("."), await detourHome("..")];
  assertStringIncludes(here, "/var/tmp/customer-mesh-");
  assertEquals(here === there, false);
});

async function startWithRetry(server: Postgres, cleanup: AsyncDisposableStack): Promise<Child> {
  // After a kill -9 the old backends need a moment to notice; until then a new server refuses to start.
  for (let attempt = 0;; attempt++) {
    const child = server.start();
    cleanup.defer(() => stopChild(child, "SIGINT", 10_000));
    const isReady = await server.whenReady(child).then(() => true, () => false);
    if (isReady || attempt === 50) return child;
    await child.ended;
  }
}

async function run(url: string, statement: string, path?: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, ...(path && { path }) });
  const rows = await sql.unsafe(statement);
  await sql.end();
  return [...rows];
}
