import { assert, assertEquals, assertMatch } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { describeApi } from "../openapi/openapi.ts";
import { listRoutes } from "../rest.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";
import { listFileRoutes } from "./routes.ts";

const ignore = !hasTestServers();
const CSV = { "content-type": "text/csv" };

Deno.test("describeApi describes the two file routes like any other", () => {
  const routes = [...listRoutes(), ...listFileRoutes()];
  // deno-lint-ignore no-explicit-any -- read as a stranger's tool would read it
  const api = describeApi("https://mesh.example", routes) as any;
  const { post } = api.paths["/customers/import"];
  assertEquals([post.operationId, Object.keys(post.requestBody.content)], ["customers.import", ["text/csv"]]);
  const names = post.parameters.map((each: { in: string; name: string }) => `${each.in} ${each.name}`);
  for (const name of ["mapping", "delimiter", "empty", "dryRun"]) {
    assert(names.includes(`query ${name}`), name);
  }
  assert(post.responses["413"] && post.responses["415"]);
  const { get } = api.paths["/customers/export"];
  assertEquals(Object.keys(get.responses["200"].content), ["text/csv", "application/jsonl"]);
  assert(!JSON.stringify(get.parameters).includes('"cursor"'));
});

Deno.test({ name: "POST /customers/import", ignore }, async (t) => {
  const asked: { count: number; key?: string; isDryRun: boolean }[] = [];
  const names: string[] = [];
  const held = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.upsertMany": async ({ items }, { headers, reply, signal }) => {
        const rows = items as { name: string }[];
        const isDryRun = headers[HEADERS.dryRun] === "true";
        names.push(...rows.map(({ name }) => name));
        asked.push({ count: rows.length, key: headers[HEADERS.idempotencyKey], isDryRun });
        if (isDryRun) reply[HEADERS.dryRun] = "true";
        if (rows.some(({ name }) => name === "again")) reply[HEADERS.replayed] = "true";
        if (rows[0]?.name === "hold") await held.promise;
        if (rows[0]?.name === "wait") {
          await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
          stopped.resolve();
        }
        if (rows[0]?.name === "refuse") throw new OperationError("OVERLOADED", "Too busy at the moment");
        return { counts: {}, results: rows.map(() => ({ status: "created" })) };
      },
    },
  });
  const post = (body: BodyInit, query = "", headers: Record<string, string> = {}) =>
    gateway.fetch(`/customers/import${query}`, { method: "POST", headers: { ...CSV, ...headers }, body });

  await t.step("asks in batches, each with a key of its own", async () => {
    const rows = Array.from({ length: 450 }, (_, n) => `N${n},n${n}@b.example`).join("\n");
    const response = await post(`name,email\n${rows}`, "", { "idempotency-key": "import-01" });
    const { rows: count, created, rejects, rejectsCsv } = await response.json();
    assertEquals([response.status, count, created, rejects, rejectsCsv], [200, 450, 450, [], ""]);
    assertEquals(asked.splice(0), [
      { count: 200, key: "import-01.0", isDryRun: false },
      { count: 200, key: "import-01.1", isDryRun: false },
      { count: 50, key: "import-01.2", isDryRun: false },
    ]);
  });

  await t.step("says that it is a replay when every batch is one", async () => {
    const rows = (name: string) => `${name},a@b.example\n`.repeat(200);
    const replayed = async (text: string) => {
      const response = await post(`name,email\n${text}`, "", { "idempotency-key": "import-02" });
      await response.body?.cancel();
      return response.headers.get("idempotency-replayed");
    };
    assertEquals(await replayed(rows("again") + rows("new")), null, "broken off the first time");
    assertEquals(await replayed(rows("again") + rows("again")), "true");
    asked.length = 0;
  });

  await t.step("long rows make smaller batches", async () => {
    const rows = Array.from({ length: 100 }, () => `N,"${"ü".repeat(10_000)}"`).join("\n");
    const response = await post(`name,note\n${rows}`);
    assertEquals([response.status, (await response.json()).created], [200, 100]);
    assert(asked.length >= 3);
    assertEquals(asked.splice(0).reduce((sum, { count }) => sum + count, 0), 100);
  });

  await t.step("a dry run is one in every batch, and says so", async () => {
    const response = await post("name\nA", "?dryRun=true");
    assertEquals([response.headers.get("dry-run"), asked.pop()?.isDryRun], ["true", true]);
    await response.body?.cancel();
  });

  await t.step("refuses what is no CSV, too much of it, and unknown parameters", async () => {
    const json = await post("{}", "", { "content-type": "application/json" });
    assertEquals((await readProblem(json)).status, 415);
    assertEquals((await readProblem(await post("name\n" + "x".repeat(10 * 1024 * 1024)))).status, 413);
    assertEquals((await readProblem(await post("name\nA", "?maping={}"))).errors[0].pointer, "/maping");
    const mapping = await readProblem(await post("name\nA", "?mapping=x"));
    assertEquals(mapping.errors[0], {
      pointer: "/mapping",
      code: "invalid_type",
      detail: 'mapping must be JSON such as {"Company": "name"}',
      in: "query",
    });
    const latin1 = new Uint8Array([...new TextEncoder().encode("name\nM"), 0xfc]);
    assertEquals((await readProblem(await post(latin1))).errors[0].code, "wrong_encoding");
    assertEquals((await post(latin1, "", { "content-type": "text/csv; charset=windows-1252" })).status, 200);
    const reader = await gateway.fetch("/customers/import", {
      method: "POST",
      key: gateway.keys.readOnly,
      headers: CSV,
      body: "name\nA",
    });
    assertEquals((await readProblem(reader)).status, 403);
  });

  await t.step("a byte order mark says how the file is written, whatever was said of it", async () => {
    names.length = 0;
    const text = "\ufeffsep=;\r\nname;email\r\nMüller 🦊;m@b.example\r\n";
    const littleEndian = new Uint8Array(
      Uint16Array.from(text.split(""), (unit) => unit.charCodeAt(0)).buffer,
    );
    const bigEndian = littleEndian.map((_, index) => littleEndian[index ^ 1]!);
    for (const body of [littleEndian, bigEndian, text]) {
      for (const type of ["text/csv", "text/csv; charset=windows-1252"]) {
        const response = await post(body, "", { "content-type": type });
        assertEquals([response.status, (await response.json()).created], [200, 1]);
      }
    }
    assertEquals(names, Array(6).fill("Müller 🦊"));
    const cut = await readProblem(await post(littleEndian.slice(0, -1)));
    assertEquals(cut.errors[0].code, "wrong_encoding");
  });

  await t.step("a client that hangs up ends the batch under way, and no other is begun", async () => {
    asked.length = 0;
    const client = new AbortController();
    const rows = ["first", "wait", "last"].map((name) => `${name},a@b.example\n`.repeat(200)).join("");
    const options = { method: "POST", headers: CSV, body: `name,email\n${rows}`, signal: client.signal };
    const answer = gateway.fetch("/customers/import", options).then((response) => response.text())
      .catch(() => "hung up");
    while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    client.abort();
    await stopped.promise;
    assertEquals([await answer, asked.length], ["hung up", 2]);
  });

  await t.step(
    "while it goes on each batch sends something, so that no proxy takes it for dead",
    async () => {
      const rows = ["1st", "2nd", "3rd", "4th"].map((name) => `${name},a@b.example\n`.repeat(200)).join("");
      const text = await (await post(`name,email\n${rows}`)).text();
      // The first batch is written before the answer begins, and the last one has the report.
      assertEquals([text.search(/\S/), JSON.parse(text).created], [2, 800]);
    },
  );

  await t.step("what is refused at first has its own status; later on the answer breaks off", async () => {
    const rows = (...names: string[]) => names.map((name) => `${name}\n`.repeat(200)).join("");
    assertEquals((await readProblem(await post(`name\n${rows("refuse")}`))).status, 503);
    const response = await post(`name\n${rows("first", "refuse")}`);
    const text = await response.text().catch(() => "broken off");
    assertEquals([response.status, text], [200, "broken off"]);
  });

  await t.step("more than four at once are too many", async () => {
    asked.length = 0;
    const running = Array.from({ length: 4 }, () => post("name\nhold"));
    while (asked.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    assertEquals((await readProblem(await post("name\nA"))).status, 503);
    held.resolve();
    const statuses = await Promise.all(running.map(async (each) => (await each).status));
    assertEquals(statuses, [200, 200, 200, 200]);
  });
});

Deno.test({ name: "GET /customers/export", ignore }, async (t) => {
  let pages = 0;
  let lastPage = 3;
  let given = 0;
  const stopped = Promise.withResolvers<void>();
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.get": async ({ cursor, q }, { signal }) => {
        if (q === "refuse") throw new OperationError("INVALID", "No");
        const n = cursor ? Number(cursor) : 1;
        pages++;
        if (q === "hold" && n > 1) {
          await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
          stopped.resolve();
        }
        given = n;
        const data = Array.from({ length: 100 }, (_, k) => aRow(`=${n}/${k}`));
        return { data, meta: { cursor: n < lastPage ? String(n + 1) : null } };
      },
    },
  });

  await t.step("walks all pages, and no text of it is a formula", async () => {
    const response = await gateway.fetch("/customers/export");
    const text = await response.text();
    assertEquals(response.headers.get("content-type"), "text/csv; charset=utf-8");
    assertMatch(response.headers.get("content-disposition")!, /filename="customers\.csv"/);
    const lines = text.trimEnd().split("\r\n");
    assertMatch(lines[0]!, /^"id","name","email",.*"tags"$/);
    assertEquals([lines.length, lines[300]!.split(",")[1]], [301, `"'=3/99"`]);
    assert(!/"[=+\-@]/.test(text));
  });

  await t.step("has a byte order mark when asked for, and lines of JSON", async () => {
    const marked = new Uint8Array(await (await gateway.fetch("/customers/export?bom=true")).arrayBuffer());
    assertEquals([...marked.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    const response = await gateway.fetch("/v1/customers/export?format=jsonl");
    const lines = (await response.text()).trimEnd().split("\n").map((line) => JSON.parse(line));
    assertEquals([response.headers.get("content-type"), lines.length], ["application/jsonl", 300]);
    assertEquals(lines[0].name, "=1/0");
  });

  await t.step("what is wrong has its own status", async () => {
    assertEquals((await readProblem(await gateway.fetch("/customers/export?q=refuse"))).status, 400);
    assertEquals((await readProblem(await gateway.fetch("/customers/export?cursor=2"))).status, 400);
    assertEquals((await readProblem(await gateway.fetch("/customers/export?format=pdf"))).status, 400);
    assertEquals((await readProblem(await gateway.fetch("/customers/export", { key: "" }))).status, 401);
  });

  await t.step("goes on only as fast as the client reads", async () => {
    [lastPage, pages] = [2_000, 0];
    const response = await gateway.fetch("/customers/export?format=jsonl");
    const reader = response.body!.getReader();
    await reader.read();
    // Until the buffers between are full: then nothing more is asked for.
    let seen = -1;
    while (pages !== seen) {
      seen = pages;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert(pages < 1_000, `${pages} pages were fetched for a client that reads nothing`);
    await reader.cancel();
    assert(given < 2_000);
  });

  await t.step("a client that hangs up ends the question under way", async () => {
    [lastPage, pages] = [2_000, 0];
    const controller = new AbortController();
    const response = await gateway.fetch("/customers/export?q=hold", { signal: controller.signal });
    await response.body!.getReader().read();
    while (pages < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await stopped.promise;
    assertEquals(pages, 2);
  });
});

function aRow(name: string) {
  return { id: crypto.randomUUID(), name, email: "a@b.example", tags: [], note: "x".repeat(200) };
}
