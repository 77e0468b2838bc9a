/** Every process is killed while writes stream in: whatever was acknowledged is there afterwards. */
import { assert, assertEquals } from "@std/assert";
import { until } from "shared/test_until.ts";
import { type DevMesh, hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { connectDatabase } from "../services/store/database/connect.ts";
import { type Answer, connectPublisher, type Http, httpClient } from "./mesh_client.ts";
import { startTestSite } from "./test_site.ts";

const ignore = !hasTestServers();

/** A gateway that has just come back says 503 until it has seen the store: then it is asked again, as clients do. */
function unlessAway(answer: Answer): Answer | undefined {
  return answer.status === 503 ? undefined : answer;
}

/** Creates customers one after another in several lanes, and remembers what was acknowledged. */
function streamWrites(http: Http, lanes: number) {
  const acknowledged: string[] = [];
  let isRunning = true;
  const lane = async (number: number) => {
    for (let n = 0; isRunning; n++) {
      const externalId = `w-${number}-${n}-${crypto.randomUUID()}`;
      const body = { name: `Stream ${number}`, email: "s@example.com", externalId };
      const answer = await http("POST", "/customers", { body }).catch(() => undefined);
      if (answer?.status === 201) acknowledged.push(externalId);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  const stop = async () => {
    isRunning = false;
    await done;
  };
  return { acknowledged, stop };
}

/** Each with a key, and with nothing else that would keep a second customer away; remembers every answer. */
function streamKeyedWrites(http: Http, lanes: number) {
  const answers: { name: string; status: number; ms: number }[] = [];
  let isRunning = true;
  const lane = async () => {
    while (isRunning) {
      const name = `keyed-${crypto.randomUUID()}`;
      const request = { headers: { "idempotency-key": name }, body: { name, email: "k@example.com" } };
      const begunAt = performance.now();
      const { status } = await http("POST", "/customers", request).catch(() => ({ status: 0 }));
      answers.push({ name, status, ms: performance.now() - begunAt });
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane));
  const stop = async () => {
    isRunning = false;
    await done;
  };
  return { answers, countCreated: () => answers.filter(({ status }) => status === 201).length, stop };
}

async function listExternalIds(http: Http): Promise<Set<string>> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const { body } = await http("GET", `/customers?pageSize=100${query}`);
    for (const row of body.data) seen.add(row.externalId);
    cursor = body.meta.cursor;
  } while (cursor);
  return seen;
}

/** Resolves when the supervisor has started another in its place. */
async function killProcess(mesh: DevMesh, name: string, signal: Deno.Signal = "SIGKILL"): Promise<void> {
  const pid = mesh.reload().pids[name]!;
  Deno.kill(pid, signal);
  await until(`${name} started again`, () => Promise.resolve(mesh.reload().pids[name] !== pid), 5_000);
}

/** The table as the database sees it, and a way to make writes wait at it. */
function openCustomers({ file }: DevMesh) {
  const options = { maxConnections: 2, statementTimeoutMs: 5_000, applicationName: "test" };
  const sql = connectDatabase(file.databaseUrl, options);
  return {
    async hold(): Promise<() => Promise<void>> {
      const connection = await sql.reserve();
      await connection`begin`;
      await connection`lock table customers in share mode`;
      return async () => {
        await connection`commit`;
        connection.release();
      };
    },
    async hasWaiting(): Promise<boolean> {
      const rows = await sql`select from pg_locks where relation = 'customers'::regclass and not granted`;
      return rows.length > 0;
    },
    count: async (name: string) => (await sql`select from customers where name = ${name}`).length,
    /** Of those whose names begin so: how often each is there. */
    async countAll(start: string): Promise<Map<string, number>> {
      const rows = await sql<{ name: string; count: number }[]>`
        select name, count(*) from customers where starts_with(name, ${start}) group by name
      `;
      return new Map(rows.map(({ name, count }) => [name, count]));
    },
    [Symbol.asyncDispose]: () => sql.end({ timeout: 0 }),
  };
}

Deno.test({ name: "kill -9 of each process loses nothing that was acknowledged", ignore }, async (t) => {
  await using site = await startTestSite();
  await using mesh = await startDevMesh({ allowFetch: [site.address], hasOwnPostgres: true });
  const http = httpClient(mesh);

  for (const name of ["store", "gateway", "portal", "enrichment", "nats", "postgres"] as const) {
    await t.step(`${name}: back within 5 s, every acknowledged write is there`, async () => {
      const writes = streamWrites(http, 4);
      await until("the first writes", () => Promise.resolve(writes.acknowledged.length >= 5));
      await killProcess(mesh, name);
      const before = writes.acknowledged.length;
      await until("writes go on", () => Promise.resolve(writes.acknowledged.length > before + 5), 10_000);
      await until("readiness", async () => {
        const { status, body } = await http("GET", "/health/ready").catch(() => ({ status: 0, body: {} }));
        return status === 200 && body.services.enrichment;
      }, 10_000);
      await writes.stop();
      const seen = await listExternalIds(http);
      assertEquals(writes.acknowledged.filter((id) => !seen.has(id)), []);
    });
  }

  await t.step(
    "Postgres, restarted under load: no write is lost or doubled, each is answered in time",
    async () => {
      await using table = openCustomers(mesh);
      const { store } = mesh.reload().pids;
      const writes = streamKeyedWrites(http, 12);
      await until("the first writes", () => Promise.resolve(writes.countCreated() >= 20));
      // A fast shutdown, as `pg_ctl restart` does it: every connection is ended in the middle of whatever it does.
      await killProcess(mesh, "postgres", "SIGINT");
      const before = writes.countCreated();
      await until("writes go on", () => Promise.resolve(writes.countCreated() > before + 20), 10_000);
      await writes.stop();
      const counts = await table.countAll("keyed-");
      const isWrong = ({ name, status }: { name: string; status: number }) =>
        status === 201 ? counts.get(name) !== 1 : status !== 503 || (counts.get(name) ?? 0) > 1;
      assertEquals(writes.answers.filter(isWrong), []);
      assertEquals(writes.answers.filter(({ ms }) => ms > 10_000), []);
      assertEquals(mesh.reload().pids.store, store);
    },
  );

  await t.step("an idempotency key outlives the gateway, killed before and after its answer", async () => {
    await using table = openCustomers(mesh);
    const headers = { "idempotency-key": `kill-${crypto.randomUUID()}` };
    // Without an external id nothing but the key keeps a second customer away.
    const create = () =>
      http("POST", "/customers", { headers, body: { name: "Once", email: "o@example.com" } });
    const release = await table.hold();
    const unheard = create().then(() => "answered", () => "broken off");
    await until("a write that waits for the table", table.hasWaiting);
    const back = killProcess(mesh, "gateway");
    assertEquals([await unheard, await table.count("Once")], ["broken off", 0]);
    await release();
    await until("the commit", async () => await table.count("Once") === 1);
    await back;
    const first = await until("an answer", () => create().then(unlessAway, () => undefined));
    assertEquals([first.status, first.headers.get("idempotency-replayed")], [201, "true"]);
    await killProcess(mesh, "gateway");
    const second = await until("an answer", () => create().then(unlessAway, () => undefined));
    assertEquals([second.body, second.headers.get("idempotency-replayed")], [first.body, "true"]);
    assertEquals(await table.count("Once"), 1);
  });

  await t.step(
    "messages acknowledged by the broker are applied although the store dies in between",
    async () => {
      const billing = await connectPublisher(mesh);
      const ids = Array.from({ length: 60 }, (_, n) => `ingest-${n}-${crypto.randomUUID()}`);
      for (const [n, externalId] of ids.entries()) {
        await billing.publish("customers.upsert", {
          name: `I ${n}`,
          email: "i@example.com",
          externalId,
        }, externalId);
        if (n === 30) Deno.kill(mesh.reload().pids.store!, "SIGKILL");
      }
      await until("all of them", async () => {
        const seen = await listExternalIds(http).catch(() => new Set<string>());
        return ids.every((id) => seen.has(id));
      }, 60_000);
      await billing.close();
    },
  );

  await t.step("a run whose worker was killed is finished by the next", async () => {
    site.holdSlowPages(true);
    const website = `http://${site.address}/slow-kill/`;
    const { body } = await http("POST", "/customers", {
      body: { name: "Killed", email: "k@example.com", website },
    });
    await site.requested("/slow-kill/");
    Deno.kill(mesh.reload().pids.enrichment!, "SIGKILL");
    await until("closed sockets", () => Promise.resolve(site.openSockets.size === 0));
    site.holdSlowPages(false);
    const run = await until("the end of the run", async () => {
      const answer = await http("GET", `/customers/${body.id}/enrichment`);
      return answer.body.run?.finishedAt && answer.body.run;
    }, 40_000);
    assert(["succeeded", "partial"].includes(run.status), run.status);
    assertEquals(run.attempt, 2);
  });
});
