import { assert, assertEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { customers } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { A_LOGO, aFound, closeRun, enrichWith, newRun, openRun } from "./test_enrichment.ts";
import { aCustomer, refusal, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();

async function enriched(store: TestStore, changes: object, values: FoundValue[]) {
  const { id } = await store.ask(customers.upsert, aCustomer({ website: "acme.example", ...changes }));
  return { id, runId: await enrichWith(store, id, values) };
}

const listSuggestions = async ({ ask }: TestStore, id: string) =>
  (await ask(customers.getEnrichmentSuggestions, { id })).suggestions;

const told = async ({ ask }: TestStore, id: string) => (await ask(customers.getHistory, { id })).data[0]!;

Deno.test({ name: "enrichment suggestions", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;

  await t.step(
    "what a person's value, doubt, a lock or a wrong form keeps out is suggested, surest first",
    async () => {
      const { id } = await ask(
        customers.upsert,
        aCustomer({ website: "a.example", city: "Bergen", zip: "0150" }),
      );
      await ask(customers.lockFields, { id, fields: ["industry"] });
      await enrichWith(store, id, [
        aFound("city", "Oslo", { confidence: 0.97 }),
        aFound("zip", "0150"),
        aFound("industry", "Software", { confidence: 0.96 }),
        aFound("vatNumber", "DE136695977"),
        aFound("phone", "+47 22 00 00 00", { confidence: 0.7 }),
        aFound("youtubeUrl", "https://youtube.com/@a"),
      ]);
      const suggestions = await listSuggestions(store, id);
      assertEquals(suggestions.map(({ field, value, current, reason }) => [field, value, current, reason]), [
        ["city", "Oslo", "Bergen", "taken"],
        ["industry", "Software", null, "locked"],
        ["vatNumber", "DE136695977", null, "unfit"],
        ["phone", "+47 22 00 00 00", null, "uncertain"],
      ]);
      assertEquals(suggestions[0]!.quote, "Oslo");
      const answer = { customerId: id, suggestions };
      assertEquals(customers.getEnrichmentSuggestions.output.parse(answer), answer);
      assertEquals((await refusal(listSuggestions(store, crypto.randomUUID()))).code, "NOT_FOUND");
    },
  );

  await t.step(
    "some accepted: they are a person's values since, in history, and stay when all is cleared",
    async () => {
      const { id } = await enriched(store, { city: "Bergen" }, [
        aFound("city", "Oslo"),
        aFound("foundedYear", "1998", { confidence: 0.6 }),
        aFound("industry", "Software"),
      ]);
      const before = await ask(customers.getById, { id });
      const [city, year] = await listSuggestions(store, id);
      const answer = await ask(customers.acceptSuggestions, { id, suggestionIds: [city!.id, year!.id] });
      assertEquals(answer, { accepted: ["city", "foundedYear"], skipped: [] });
      const after = await ask(customers.getById, { id });
      assertEquals([after.city, after.foundedYear, after.version], ["Oslo", 1998, before.version + 1]);
      const { name, actor, changes } = await told(store, id);
      assertEquals([name, actor, changes], ["enrichment.accepted", "key:test", {
        city: { before: "Bergen", after: "Oslo" },
        foundedYear: { before: null, after: 1998 },
      }]);
      assertEquals(await listSuggestions(store, id), []);
      await enrichWith(store, id, [aFound("city", "Moss")]);
      assertEquals((await ask(customers.getById, { id })).city, "Oslo", "accepted is a person's");
      assertEquals((await listSuggestions(store, id)).map(({ value }) => value), ["Moss"]);
      assertEquals((await ask(customers.clearEnrichment, { id })).fields, ["industry"]);
      const cleared = await ask(customers.getById, { id });
      assertEquals([cleared.city, cleared.foundedYear, cleared.industry], ["Oslo", 1998, null]);
    },
  );

  await t.step("all above a confidence accepted, but for locked and unfit ones", async () => {
    const { id } = await enriched(store, {}, [
      aFound("city", "Oslo", { confidence: 0.8 }),
      aFound("zip", "0150", { confidence: 0.79 }),
      aFound("phone", "+47 22 00 00 00", { confidence: 0.8 }),
      aFound("vatNumber", "DE136695977", { confidence: 0.84 }),
    ]);
    await ask(customers.lockFields, { id, fields: ["phone"] });
    const vat = (await listSuggestions(store, id)).find(({ field }) => field === "vatNumber")!;
    const answer = await ask(customers.acceptSuggestions, { id, minConfidence: 0.8 });
    assertEquals(answer, { accepted: ["city"], skipped: [{ id: vat.id, reason: "unfit" }] });
    assertEquals((await listSuggestions(store, id)).map(({ field }) => field), ["vatNumber", "phone", "zip"]);
  });

  await t.step("what cannot be accepted is named: gone, or locked; an unclear order is refused", async () => {
    const { id } = await enriched(store, { city: "Bergen" }, [aFound("city", "Oslo")]);
    const [old] = await listSuggestions(store, id);
    await enrichWith(store, id, [aFound("city", "Oslo", { quote: "Head office: Oslo" })]);
    const [fresh] = await listSuggestions(store, id);
    await ask(customers.lockFields, { id, fields: ["city"] });
    const answer = await ask(customers.acceptSuggestions, { id, suggestionIds: [old!.id, fresh!.id] });
    assertEquals(answer, {
      accepted: [],
      skipped: [{ id: old!.id, reason: "gone" }, { id: fresh!.id, reason: "locked" }],
    });
    for (const input of [{ id }, { id, suggestionIds: [fresh!.id], minConfidence: 0.5 }]) {
      assertEquals((await refusal(ask(customers.acceptSuggestions, input))).code, "INVALID");
    }
    const stale = { headers: { [HEADERS.ifMatch]: '"1"' } };
    await ask(customers.update, { id, note: "x" });
    const refused = await refusal(ask(customers.acceptSuggestions, { id, minConfidence: 0 }, stale));
    assertEquals(refused.code, "STALE");
  });

  await t.step(
    "rejected: not proposed again until the evidence changes, not even after a clear",
    async () => {
      const oslo = aFound("city", "Oslo");
      const { id } = await enriched(store, { city: "Bergen" }, [oslo]);
      const [suggestion] = await listSuggestions(store, id);
      const unknown = crypto.randomUUID();
      const answer = await ask(customers.rejectSuggestions, { id, suggestionIds: [suggestion!.id, unknown] });
      assertEquals(answer, { rejected: ["city"], skipped: [{ id: unknown, reason: "gone" }] });
      assertEquals([(await told(store, id)).name, await listSuggestions(store, id)], [
        "enrichment.rejected",
        [],
      ]);
      await enrichWith(store, id, [oslo]);
      await ask(customers.clearEnrichment, { id });
      await enrichWith(store, id, [{ ...oslo, url: "https://a.example/contact" }]);
      assertEquals(await listSuggestions(store, id), []);
      await enrichWith(store, id, [{ ...oslo, quote: "Our office is in Oslo" }]);
      assertEquals((await listSuggestions(store, id)).map(({ value }) => value), ["Oslo"]);
    },
  );

  await t.step("a rejected value of an empty field is not filled in later either", async () => {
    const { id } = await enriched(store, {}, [aFound("city", "Oslo", { confidence: 0.8 })]);
    const [suggestion] = await listSuggestions(store, id);
    await ask(customers.rejectSuggestions, { id, suggestionIds: [suggestion!.id] });
    await enrichWith(store, id, [aFound("city", "Oslo", { confidence: 0.98 })]);
    assertEquals((await ask(customers.getById, { id })).city, null);
  });

  await t.step("a locked field is not filled, an unlocked one is; what stands there stays", async () => {
    const { id } = await enriched(store, {}, [aFound("industry", "Software")]);
    const locked = await ask(customers.lockFields, { id, fields: ["industry", "city"] });
    assertEquals(locked.lockedFields, ["city", "industry"]);
    await enrichWith(store, id, [aFound("industry", "Media"), aFound("city", "Oslo")]);
    const after = await ask(customers.getById, { id });
    assertEquals([after.industry, after.city], ["Software", null]);
    assertEquals((await ask(customers.unlockFields, { id, fields: ["city"] })).lockedFields, ["industry"]);
    assertEquals((await told(store, id)).data, { fields: ["city"] });
    await enrichWith(store, id, [aFound("industry", "Media"), aFound("city", "Oslo")]);
    const unlocked = await ask(customers.getById, { id });
    assertEquals([unlocked.industry, unlocked.city], ["Software", "Oslo"]);
    assertEquals((await ask(customers.getEnrichment, { id })).lockedFields, ["industry"]);
  });

  await t.step("a newer finding of another value beside a filled one is suggested, not lost", async () => {
    const { id } = await enriched(store, {}, [aFound("phone", "+47 22 00 00 00")]);
    await enrichWith(store, id, [aFound("phone", "+47 33 00 00 00", { confidence: 0.8 })]);
    const { values } = await ask(customers.getEnrichment, { id });
    assertEquals(values.map(({ value, state }) => [value, state]), [
      ["+47 22 00 00 00", "filled"],
      ["+47 33 00 00 00", "proposed"],
    ]);
    await enrichWith(store, id, [aFound("phone", "+47 33 00 00 00", { confidence: 0.9 })]);
    assertEquals((await ask(customers.getById, { id })).phone, "+47 33 00 00 00");
    assertEquals(await listSuggestions(store, id), []);
  });

  await t.step("nobody decides about another team's customer", async () => {
    const { id } = await enriched(store, {}, [aFound("city", "Oslo", { confidence: 0.8 })]);
    const [{ id: suggestionId } = { id: "" }] = await listSuggestions(store, id);
    const stranger = { caller: store.otherCaller };
    const suggestionIds = [suggestionId];
    const tries = [
      () => ask(customers.getEnrichmentSuggestions, { id }, stranger),
      () => ask(customers.acceptSuggestions, { id, suggestionIds }, stranger),
      () => ask(customers.rejectSuggestions, { id, suggestionIds }, stranger),
      () => ask(customers.lockFields, { id, fields: ["city"] }, stranger),
      () => ask(customers.unlockFields, { id, fields: ["city"] }, stranger),
      () => ask(customers.getEnrichmentHistory, { id }, stranger),
      () => ask(customers.undoEnrichment, { id, runId: crypto.randomUUID() }, stranger),
    ];
    for (const one of tries) assertEquals((await refusal(one())).code, "NOT_FOUND");
  });
});

Deno.test({ name: "undoing a run", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const undo = (id: string, runId: string) => ask(customers.undoEnrichment, { id, runId });
  const city = async (id: string) => (await ask(customers.getById, { id })).city;

  await t.step(
    "what it wrote goes back to what stood before, what a person changed since stays",
    async () => {
      const { id, runId } = await enriched(store, { industry: "Media" }, [
        aFound("city", "Oslo"),
        aFound("foundedYear", "1998"),
        aFound("phone", "+47 22 00 00 00"),
        aFound("industry", "Software"),
      ]);
      await ask(customers.update, { id, phone: "+47 99 99 99 99" });
      const answer = await undo(id, runId);
      assertEquals(answer, { undone: true, fields: ["city", "foundedYear"], kept: ["phone"] });
      const after = await ask(customers.getById, { id });
      assertEquals([after.city, after.foundedYear, after.phone, after.industry], [
        null,
        null,
        "+47 99 99 99 99",
        "Media",
      ]);
      const { name, changes } = await told(store, id);
      assertEquals([name, changes], ["enrichment.undone", {
        city: { before: "Oslo", after: null },
        foundedYear: { before: 1998, after: null },
      }]);
      assertEquals(await undo(id, runId), { undone: true, fields: [], kept: [] }, "again is no change");
      const [run] = (await ask(customers.getEnrichmentHistory, { id })).data;
      assert(run?.undoneAt);
    },
  );

  await t.step("a person who typed the same again keeps it", async () => {
    const { id, runId } = await enriched(store, {}, [aFound("city", "Oslo")]);
    await ask(customers.update, { id, city: "Bergen" });
    await ask(customers.update, { id, city: "Oslo" });
    assertEquals((await undo(id, runId)).kept, ["city"]);
    assertEquals(await city(id), "Oslo");
  });

  await t.step("exactly one run: the value of the run before comes back, with its evidence", async () => {
    const { id, runId: first } = await enriched(store, {}, [aFound("city", "Oslo")]);
    const second = await enrichWith(store, id, [aFound("city", "Moss")]);
    assertEquals((await undo(id, second)).fields, ["city"]);
    assertEquals(await city(id), "Oslo");
    const { values } = await ask(customers.getEnrichment, { id });
    assertEquals(values.map(({ value, state, runId }) => [value, state, runId]), [
      ["Oslo", "filled", first],
      ["Moss", "undone", second],
    ]);
    assertEquals((await undo(id, first)).fields, ["city"]);
    assertEquals(await city(id), null);
  });

  await t.step("below another run: nothing to put back now, and nothing of it comes back later", async () => {
    const { id, runId: first } = await enriched(store, {}, [aFound("city", "Oslo")]);
    const second = await enrichWith(store, id, [aFound("city", "Moss")]);
    assertEquals(await undo(id, first), { undone: true, fields: [], kept: ["city"] });
    assertEquals(await city(id), "Moss");
    assertEquals((await undo(id, second)).fields, ["city"]);
    assertEquals(await city(id), null);
  });

  await t.step(
    "found again on the same evidence it is only suggested; on new evidence it is filled",
    async () => {
      const { id, runId } = await enriched(store, {}, [aFound("city", "Oslo")]);
      await undo(id, runId);
      await enrichWith(store, id, [aFound("city", "Oslo")]);
      assertEquals(await city(id), null);
      assertEquals((await listSuggestions(store, id)).map(({ value, reason }) => [value, reason]), [[
        "Oslo",
        "undone",
      ]]);
      await enrichWith(store, id, [aFound("city", "Oslo", { quote: "Head office: Oslo" })]);
      assertEquals(await city(id), "Oslo");
    },
  );

  await t.step("a run under way, an unknown one and another customer's are refused", async () => {
    const { id } = await enriched(store, {}, []);
    const { customer, run } = await newRun(store);
    assertEquals((await refusal(undo(customer.id, run.id))).code, "CONFLICT");
    assertEquals((await refusal(undo(id, run.id))).code, "NOT_FOUND");
    assertEquals((await refusal(undo(id, crypto.randomUUID()))).code, "NOT_FOUND");
  });

  await t.step("while another run is under way: what that one writes later is its own", async () => {
    const { id, runId } = await enriched(store, {}, [aFound("city", "Oslo")]);
    const { run } = await ask(customers.enrich, { id });
    const held = await openRun(store, { runId: run.id, teamId: store.mesh.teamId });
    await undo(id, runId);
    await closeRun(store, held, [aFound("city", "Moss")]);
    assertEquals(await city(id), "Moss");
    assertEquals((await undo(id, run.id)).fields, ["city"]);
    assertEquals(await city(id), null);
  });
});

Deno.test({ name: "clearing removes exactly what enrichment wrote", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const typed = { industry: "Media", addressLine1: "Storgata 1" };
  const { id } = await ask(customers.upsert, aCustomer({ website: "acme.example", ...typed }));
  const before = await ask(customers.getById, { id });
  await enrichWith(store, id, [
    aFound("industry", "Software"),
    aFound("city", "Oslo"),
    aFound("countryCode", "NO"),
    aFound("phone", "+47 22 00 00 00"),
    aFound("vatNumber", "DE136695976"),
    aFound("logoUrl", "https://acme.example/logo.png"),
  ], { logo: A_LOGO });
  assertEquals((await ask(customers.getById, { id })).phoneE164, "+4722000000");
  const { fields } = await ask(customers.clearEnrichment, { id });
  assertEquals(fields.toSorted(), ["city", "countryCode", "logoUrl", "phone", "vatNumber"]);
  const after = await ask(customers.getById, { id });
  const { version: _v, updatedAt: _u, ...rest } = after;
  const { version: _bv, updatedAt: _bu, ...expected } = {
    ...before,
    enrichmentStatus: null,
    enrichedAt: null,
  };
  assertEquals(rest, expected);
  assertEquals((await ask(customers.clearEnrichment, { id })).fields, []);
});
