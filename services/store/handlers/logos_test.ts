/** Pictures of logos: kept with the run that found them, shown by an address of ours, gone with what named them. */
import { Buffer } from "node:buffer";
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { customers, logos } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { deleteUnusedLogos } from "../queries/logos.ts";
import { A_LOGO, aFound, closeRun, enrichWith, newRun, openRun } from "./test_enrichment.ts";
import { aCustomer, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const PUBLIC = { caller: { teamId: "public", actor: "anonymous", door: "portal" } };
const SITE = "https://acme.example/logo.png";
const OTHER_LOGO = Buffer.concat([Buffer.from(A_LOGO, "base64"), Buffer.from("other")]).toString("base64");

const aLogo = (changes = {}) => aFound("logoUrl", SITE, { quote: "/logo.png", ...changes });

async function newCustomer(store: TestStore, changes: object = {}): Promise<string> {
  return (await store.ask(customers.upsert, aCustomer({ website: "acme.example", ...changes }))).id;
}

async function logoOf(store: TestStore, id: string): Promise<string | null> {
  return (await store.ask(customers.getById, { id }))!.logoUrl;
}

function show(store: TestStore, url: string) {
  const logo = /\/logos\/([\w-]+)\.png$/.exec(url)?.[1] ?? "";
  return store.ask(logos.get, { logo }, PUBLIC);
}

async function isGone(store: TestStore, url: string): Promise<void> {
  const error = await assertRejects(() => show(store, url), OperationError);
  assertEquals(error.code, "NOT_FOUND");
}

Deno.test({ name: "a found logo is kept, and the customer's field leads to it", ignore }, async (t) => {
  await using store = await takeTestStore();
  const id = await newCustomer(store);
  await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
  const url = (await logoOf(store, id))!;

  await t.step("anybody with the address gets the picture", async () => {
    assertMatch(url, /\/logos\/[\w-]{32}\.png$/);
    assertEquals(Buffer.from(await show(store, url)).toString("base64"), A_LOGO);
  });

  await t.step("the evidence says on which page it stood, and as what", async () => {
    const { values } = await store.ask(customers.getEnrichment, { id });
    const { value, state, url: page, quote } = values.find(({ field }) => field === "logoUrl")!;
    assertEquals([value, state, page, quote], [url, "filled", "https://a.example/", "/logo.png"]);
  });

  await t.step("the same picture of another customer has another address", async () => {
    const other = await newCustomer(store);
    await enrichWith(store, other, [aLogo()], { logo: A_LOGO });
    assert(await logoOf(store, other) !== url);
  });

  await t.step("the same picture again changes nothing, another one takes its place", async () => {
    await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
    assertEquals(await logoOf(store, id), url);
    await enrichWith(store, id, [aLogo()], { logo: OTHER_LOGO });
    const next = (await logoOf(store, id))!;
    assert(next !== url);
    assertEquals(Buffer.from(await show(store, next)).toString("base64"), OTHER_LOGO);
  });
});

Deno.test({ name: "undoing the second of two runs brings the first picture back", ignore }, async () => {
  await using store = await takeTestStore();
  const id = await newCustomer(store);
  await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
  const url = (await logoOf(store, id))!;
  const runId = await enrichWith(store, id, [aLogo()], { logo: OTHER_LOGO });
  await deleteUnusedLogos(store.sql);
  await store.ask(customers.undoEnrichment, { id, runId });
  assertEquals(await logoOf(store, id), url);
  await show(store, url);
});

Deno.test({ name: "a logo without its picture, or with what is none, is not taken", ignore }, async () => {
  await using store = await takeTestStore();
  const id = await newCustomer(store);
  await enrichWith(store, id, [aLogo(), aFound("city", "Oslo")]);
  await enrichWith(store, id, [aLogo()], { logo: Buffer.from("<svg onload=alert(1)>").toString("base64") });
  assertEquals([await logoOf(store, id), (await store.ask(customers.getById, { id }))!.city], [null, "Oslo"]);
  const { values } = await store.ask(customers.getEnrichment, { id });
  assertEquals(values.map(({ field }) => field), ["city"]);
  const { claim } = await newRun(store);
  const tooLarge = Buffer.alloc(100_003).toString("base64");
  const held = await openRun(store, claim);
  await assertRejects(() => closeRun(store, held, [aLogo()], { logo: tooLarge }), OperationError);
});

Deno.test({ name: "the logo of a cancelled run never lands", ignore }, async () => {
  await using store = await takeTestStore();
  const { customer, claim } = await newRun(store);
  const held = await openRun(store, claim);
  await store.ask(customers.cancelEnrichment, { id: customer.id });
  assertEquals((await closeRun(store, held, [aLogo()], { logo: A_LOGO })).accepted, false);
  assertEquals(await logoOf(store, customer.id), null);
  assertEquals((await store.sql`select 1 from logos`).length, 0);
});

Deno.test({ name: "what a person typed stays, and the found logo is a suggestion", ignore }, async (t) => {
  await using store = await takeTestStore();
  const typed = "https://cdn.example/ours.svg";
  const id = await newCustomer(store, { logoUrl: typed });
  await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
  assertEquals(await logoOf(store, id), typed);
  const { suggestions } = await store.ask(customers.getEnrichmentSuggestions, { id });
  const suggested = suggestions.find(({ field }) => field === "logoUrl")!;

  await t.step("it shows while it may be accepted, and stays when it is", async () => {
    await deleteUnusedLogos(store.sql);
    await show(store, suggested.value);
    await store.ask(customers.acceptSuggestions, { id, suggestionIds: [suggested.id] });
    await deleteUnusedLogos(store.sql);
    assertEquals(await logoOf(store, id), suggested.value);
    await show(store, suggested.value);
  });

  await t.step("rejected it is gone", async () => {
    const other = await newCustomer(store, { logoUrl: typed });
    await enrichWith(store, other, [aLogo()], { logo: A_LOGO });
    const [{ id: suggestionId, value }] = (await store.ask(customers.getEnrichmentSuggestions, { id: other }))
      .suggestions as [typeof suggested];
    await store.ask(customers.rejectSuggestions, { id: other, suggestionIds: [suggestionId] });
    await isGone(store, value);
  });
});

Deno.test({ name: "a picture goes with its customer, and when enrichment is cleared", ignore }, async () => {
  await using store = await takeTestStore();
  const ends = [
    (id: string) => store.ask(customers.clearEnrichment, { id }),
    (id: string) => store.ask(customers.delete, { id }),
    (id: string) => store.ask(customers.erase, { id }),
  ];
  for (const end of ends) {
    const id = await newCustomer(store);
    await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
    const url = (await logoOf(store, id))!;
    await show(store, url);
    await end(id);
    await isGone(store, url);
  }
  assertEquals((await store.sql`select 1 from logos`).length, 0);
});

Deno.test({ name: "an undone logo is shown as long as it may be accepted, no longer", ignore }, async () => {
  await using store = await takeTestStore();
  const id = await newCustomer(store);
  const runId = await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
  const url = (await logoOf(store, id))!;
  await store.ask(customers.undoEnrichment, { id, runId });
  assertEquals(await logoOf(store, id), null);
  const { suggestions: [undone] } = await store.ask(customers.getEnrichmentSuggestions, { id });
  assertEquals(undone?.value, url);
  await show(store, url);
  await store.ask(customers.rejectSuggestions, { id, suggestionIds: [undone!.id] });
  await isGone(store, url);
});

Deno.test({ name: "the sweep removes what nothing names, and nothing else", ignore }, async () => {
  await using store = await takeTestStore();
  const id = await newCustomer(store);
  await enrichWith(store, id, [aLogo()], { logo: A_LOGO });
  assertEquals(await deleteUnusedLogos(store.sql), 0);
  await store.sql`update customers set logo_url = null`;
  await store.sql`delete from enrichment_values`;
  assertEquals(await deleteUnusedLogos(store.sql), 1);
});
