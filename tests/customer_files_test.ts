/** Files of customers, end to end: a preview that does not lie, rejects that can be mended, and a way out that leads back in. */
import { assert, assertEquals } from "@std/assert";
import { hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { NAUGHTY_TEXTS } from "../services/gateway/customer_files/test_texts.ts";
import { httpClient } from "./mesh_client.ts";

const ignore = !hasTestServers();

Deno.test({ name: "files of customers, end to end", ignore }, async (t) => {
  await using mesh = await startDevMesh();
  const http = httpClient(mesh);
  const send = (csv: string, query = "") =>
    http("POST", `/customers/import${query}`, { body: csv, headers: { "content-type": "text/csv" } });
  const countsOf = ({ rows, created, updated, unchanged, failed }: Record<string, number>) => ({
    rows,
    created,
    updated,
    unchanged,
    failed,
  });
  const bad = new Map([[10, "no-mail"], [500, ""], [900, "a@b.example"]]);
  const rows = Array.from({ length: 1_000 }, (_, n) => {
    const country = n === 900 ? "ZZ" : "NO";
    return `c-${n};Firma ${n};${bad.get(n) ?? `c${n}@example.com`};${country};vip|"north"`;
  });
  const file = ["External ID;Firma;E-Mail;country_code;Tags", ...rows].join("\r\n").replaceAll('"', '""')
    .replace(/vip\|""north""/g, '"vip|""north"""');
  const mapping = `mapping=${encodeURIComponent('{"Firma":"name"}')}`;

  await t.step("1,000 rows with 3 bad ones: the forecast is what then happens", async () => {
    const forecast = await send(file, `?dryRun=true&${mapping}`);
    assertEquals([forecast.status, forecast.headers.get("dry-run")], [200, "true"]);
    assertEquals((await http("GET", "/customers?q=Firma")).body.data, []);
    const done = await send(file, `?${mapping}`);
    assertEquals(countsOf(done.body), { rows: 1_000, created: 997, updated: 0, unchanged: 0, failed: 3 });
    assertEquals(forecast.body, done.body);
    const told = done.body.rejects.map((
      each: { row: number; errors: { column: string; code: string }[] },
    ) => [each.row, each.errors[0]?.column, each.errors[0]?.code]);
    assertEquals(told, [
      [12, "E-Mail", "invalid_format"],
      [502, "E-Mail", "required"],
      [902, "country_code", "unknown_country"],
    ]);
  });

  await t.step("the same file again doubles nothing, and the rejects, mended, are taken", async () => {
    const again = await send(file, `?${mapping}`);
    assertEquals(countsOf(again.body), { rows: 1_000, created: 0, updated: 0, unchanged: 997, failed: 3 });
    const lines = again.body.rejectsCsv.trimEnd().split("\r\n");
    assertEquals([lines.length, lines[0]], [
      4,
      '"External ID";"Firma";"E-Mail";"country_code";"Tags";"error"',
    ]);
    const unmended = await send(again.body.rejectsCsv, `?${mapping}`);
    assertEquals(unmended.body.rejectsCsv, again.body.rejectsCsv);
    const mended = again.body.rejectsCsv.replace("no-mail", "c10@example.com").replace(
      '"Firma 500";""',
      '"Firma 500";"c500@example.com"',
    ).replace("ZZ", "SE");
    const rest = await send(mended, `?${mapping}`);
    assertEquals(countsOf(rest.body), { rows: 3, created: 3, updated: 0, unchanged: 0, failed: 0 });
    assertEquals(rest.body.ignoredColumns, ["error"]);
  });

  await t.step("export → import changes nothing, whatever the texts hold", async () => {
    for (const [n, text] of NAUGHTY_TEXTS.entries()) {
      const body = {
        name: text,
        email: "=naughty@example.com",
        externalId: `${text}${n}`,
        note: `${text}\n=2\r\n"end",;\t|`,
        phone: text.slice(0, 50),
        tags: [{ name: text }],
        foundedYear: 1999,
      };
      assertEquals((await http("POST", "/customers", { body })).status, 201, text);
    }
    for (const [query, empty] of [["", "keep"], ["?bom=true", "clear"]]) {
      const { body: csv } = await http("GET", `/customers/export${query}`);
      assert(!/(^|,)"[=+\-@\t\r]/m.test(csv.replace(/\n=2\r\n/g, "")));
      const { body } = await send(csv, `?empty=${empty}`);
      const total = 1_000 + NAUGHTY_TEXTS.length;
      assertEquals(countsOf(body), { rows: total, created: 0, updated: 0, unchanged: total, failed: 0 });
    }
  });

  await t.step("the file shows what the list would show, as lines of JSON too", async () => {
    const response = await fetch(`${mesh.file.gatewayUrl}/customers/export?format=jsonl&q=Firma%20777`, {
      headers: { authorization: `Bearer ${mesh.file.apiKey}` },
    });
    const lines = (await response.text()).trimEnd().split("\n").map((line) => JSON.parse(line));
    assertEquals(lines.map((each) => each.externalId), ["c-777"]);
    assertEquals(lines[0].tags.map((tag: { name: string }) => tag.name), ['"north"', "vip"]);
  });

  await t.step("a batch over HTTP: 4 invalid of 100 leave 96 done", async () => {
    const items = Array.from(
      { length: 100 },
      (_, n) => n % 25 === 0 ? { name: "No e-mail" } : { name: `B${n}`, email: "b@example.com" },
    );
    const { status, body } = await http("POST", "/customers/batch", { body: { items } });
    assertEquals([status, body.counts.created, body.counts.failed], [200, 96, 4]);
    assertEquals(body.results[25].error.errors[0].pointer, "/email");
  });
});
