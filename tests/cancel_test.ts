/** Cancelling for real: the site's own log and sockets are the witness. */
import { assert, assertEquals } from "@std/assert";
import { until } from "shared/test_until.ts";
import { hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { type Http, httpClient } from "./mesh_client.ts";
import { startTestSite, type TestSite } from "./test_site.ts";

const ignore = !hasTestServers();
let counter = 0;

async function startSlowRun(http: Http, site: TestSite) {
  counter++;
  // A path of its own for each run, so that its requests can be told apart in the site's log.
  const website = `http://${site.address}/slow-${counter}/`;
  const { body } = await http("POST", "/customers", {
    body: { name: `Slow ${counter}`, email: "a@b.example", website },
  });
  return { id: body.id as string };
}

const readRun = async (http: Http, id: string) => (await http("GET", `/customers/${id}/enrichment`)).body;

Deno.test({ name: "cancelling an enrichment, end to end", ignore }, async (t) => {
  await using site = await startTestSite();
  await using mesh = await startDevMesh({ allowFetch: [site.address] });
  const http = httpClient(mesh);
  site.holdSlowPages(true);

  await t.step("in the middle of a fetch: no later request, socket closed, nothing lands", async () => {
    const { id } = await startSlowRun(http, site);
    await site.requested(`/slow-${counter}/`);
    const answer = await http("POST", `/customers/${id}/enrichment/cancel`);
    const answeredAt = performance.now();
    assertEquals([answer.status, answer.body.cancelled, answer.body.run.status], [200, true, "cancelled"]);
    await until("the closed socket", () => Promise.resolve(site.openSockets.size === 0), 2_000);
    site.holdSlowPages(false);
    await until("the worker's confirmation", async () => (await readRun(http, id)).run.stopConfirmedAt);
    assertEquals(site.requests.filter(({ at, path }) => at > answeredAt && path.startsWith("/slow")), []);
    const { run, values, status } = await readRun(http, id);
    assertEquals([run.status, values, status], ["cancelled", [], null]);
    assertEquals((await http("GET", `/customers/${id}`)).body.description, null);
    site.holdSlowPages(true);
  });

  await t.step("twice, and after the end: the answer tells what is", async () => {
    const { id } = await startSlowRun(http, site);
    await site.requested(`/slow-${counter}/`);
    await http("POST", `/customers/${id}/enrichment/cancel`);
    assertEquals((await http("POST", `/customers/${id}/enrichment/cancel`)).body.cancelled, true);
    site.holdSlowPages(false);
    assertEquals((await http("POST", `/customers/${id}/enrichment`)).status, 202);
    await until("the end", async () => (await readRun(http, id)).status === "completed");
    const late = await http("POST", `/customers/${id}/enrichment/cancel`);
    assertEquals([late.body.cancelled, late.body.run.status], [false, "succeeded"]);
    assert((await http("GET", `/customers/${id}`)).body.description);
    site.holdSlowPages(true);
  });

  await t.step("twenty at once: every socket is closed and none of them lands", async () => {
    const runs = [];
    for (let n = 0; n < 20; n++) runs.push(await startSlowRun(http, site));
    await until("some open sockets", () => Promise.resolve(site.openSockets.size >= 4));
    const answers = await Promise.all(
      runs.map(({ id }) => http("POST", `/customers/${id}/enrichment/cancel`)),
    );
    assertEquals(answers.filter(({ body }) => body.run.status !== "cancelled"), []);
    await until("no open sockets", () => Promise.resolve(site.openSockets.size === 0), 5_000);
    site.holdSlowPages(false);
    for (const { id } of runs) assertEquals((await readRun(http, id)).values, []);
    site.holdSlowPages(true);
  });

  await t.step("a worker that is frozen while the cancel comes lands nothing when it wakes", async () => {
    const { id } = await startSlowRun(http, site);
    await site.requested(`/slow-${counter}/`);
    const { enrichment } = mesh.reload().pids;
    Deno.kill(enrichment!, "SIGSTOP");
    const answer = await http("POST", `/customers/${id}/enrichment/cancel`);
    assertEquals([answer.body.cancelled, answer.body.run.stopConfirmedAt], [true, null]);
    site.holdSlowPages(false);
    Deno.kill(enrichment!, "SIGCONT");
    await until("the late confirmation", async () => (await readRun(http, id)).run.stopConfirmedAt);
    assertEquals([(await readRun(http, id)).run.status, (await readRun(http, id)).values], ["cancelled", []]);
    assertEquals((await http("GET", `/customers/${id}`)).body.description, null);
    site.holdSlowPages(true);
  });

  await t.step(
    "while the broker is killed: a cancel that was answered stands, and nothing lands",
    async () => {
      const { id } = await startSlowRun(http, site);
      await site.requested(`/slow-${counter}/`);
      const { nats } = mesh.reload().pids;
      Deno.kill(nats!, "SIGKILL");
      // Until the broker is back it may be refused; a promise is only what was answered.
      await until("an answer", async () => {
        const answer = await http("POST", `/customers/${id}/enrichment/cancel`).catch(() => undefined);
        return answer?.status === 200 && answer.body.run.status === "cancelled";
      }, 40_000);
      await until("the closed socket", () => Promise.resolve(site.openSockets.size === 0), 20_000);
      site.holdSlowPages(false);
      await until(
        "the worker's confirmation",
        async () => (await readRun(http, id)).run.stopConfirmedAt,
        20_000,
      );
      assertEquals([(await readRun(http, id)).run.status, (await readRun(http, id)).values], [
        "cancelled",
        [],
      ]);
      assertEquals((await http("GET", `/customers/${id}`)).body.description, null);
    },
  );
});
