import { assertEquals, assertStringIncludes } from "@std/assert";
import postgres from "postgres";
import { freePort } from "./process/port.ts";
import { stopChild } from "./process/child.ts";
import { detourHome } from "./postgres/owner.ts";
import { preparePostgres } from "./postgres.ts";

Deno.test({
  name: "preparePostgres keeps what was acknowledged over a kill -9 and over a second start",
  // A cluster of its own takes two seconds; on other systems than Linux it is the same code.
  ignore: Deno.build.os === "windows",
  async fn() {
    const folder = await Deno.makeTempDir();
    await Deno.chmod(folder, 0o755);
    const options = { folder, port: freePort(), password: "test", onLine: () => {} };
    const first = await preparePostgres(options);
    const killed = await startWithRetry(first);
    await run(first.url("mesh"), "create table kept (id int)");
    await run(first.url("mesh"), "insert into kept values (7)");
    killed.kill("SIGKILL");
    await killed.ended;
    const restarted = await startWithRetry(first);
    assertEquals(await run(first.url("mesh"), "select id from kept"), [{ id: 7 }]);

    // Left running, as by a supervisor that was killed: the next one must end it and take over.
    const second = await preparePostgres(options);
    await restarted.ended;
    const last = await startWithRetry(second);
    assertEquals(await run(second.url("mesh"), "select id from kept"), [{ id: 7 }]);
    await stopChild(last, "SIGINT", 10_000);
    await Deno.remove(folder, { recursive: true });
    if (first.home !== `${folder}/postgres`) await Deno.remove(first.home, { recursive: true });
  },
});

Deno.test("detourHome gives each folder its own place", async () => {
  const [here, there] = [await detourHome("."), await detourHome("..")];
  assertStringIncludes(here, "/var/tmp/customer-mesh-");
  assertEquals(here === there, false);
});

async function startWithRetry(server: Awaited<ReturnType<typeof preparePostgres>>) {
  // After a kill -9 the old backends need a moment to notice; until then a new server refuses to start.
  for (let attempt = 0;; attempt++) {
    const child = server.start();
    const isReady = await server.whenReady(child).then(() => true, () => false);
    if (isReady || attempt === 50) return child;
    await child.ended;
  }
}

async function run(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql.unsafe(statement);
  await sql.end();
  return [...rows];
}
