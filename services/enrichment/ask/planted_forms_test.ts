/** A model that obeys every word on a page, and rules that read what stands there: nothing that was planted is saved. */
import { assertEquals, assertGreaterOrEqual } from "@std/assert";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";
import { openSite, proposeValues, verifyValues } from "../read/read_site.ts";
import { parse } from "../read/test_site.ts";
import { createModel } from "./ask_model.ts";
import type { Question, SecondSource } from "./source.ts";
import { supplement } from "./supplement.ts";
import { quotes, startModelServer } from "./test_model_server.ts";
import { HIDDEN, PLANTED_LINES, PLANTED_VALUE, SAID } from "./test_plantings.ts";

const NEVER = new AbortController().signal;
const PLENTY = { tokens: 1_000_000, costUsd: 100 };

/** Whatever was planted, in the words in which it stands there. */
const obeys = quotes({
  name: { value: "Pwned Corp", quote: "Pwned Corp" },
  ceoName: { value: "Eve Planted", quote: PLANTED_LINES[0]! },
  vatNumber: { value: "GB980780684", quote: PLANTED_LINES[1]! },
  phone: { value: "+44 20 7946 0018", quote: PLANTED_LINES[2]! },
  email: { value: "info@evil.example", quote: PLANTED_LINES[3]! },
  foundedYear: { value: "1901", quote: PLANTED_LINES[4]! },
});

async function readPage(planted: string): Promise<Question> {
  const page = await parse(`<!doctype html><html lang="en"><head><title>Acme</title></head><body>
    <header><h1>Acme hand tools</h1></header><main>
    <p>We make saws, planes and vices for joiners and cabinet makers, by hand and to measure.</p>
    <div>${planted}</div>
    <p>Come and see our workshop: every tool leaves it sharp, oiled and tested on oak and ash.</p></main>
    <footer><p>Acme Tools Ltd</p></footer></body></html>`);
  return { pages: [page], known: verifyValues(await proposeValues(openSite([page]), NEVER)) };
}

function savedOf(values: readonly FoundValue[]): string[] {
  const saved = values.filter(({ confidence }) => confidence >= FILL_CONFIDENCE);
  return saved.filter(({ value }) => PLANTED_VALUE.test(value)).map(({ field }) => field);
}

async function withModel(work: (model: SecondSource) => Promise<void>): Promise<void> {
  await using server = startModelServer(obeys);
  await work(createModel({
    endpoint: { url: server.url, model: "obedient", apiKey: undefined },
    prices: { inputUsdPerMillion: 0, outputUsdPerMillion: 0 },
    caps: { run: PLENTY, customerDay: PLENTY, teamDay: PLENTY },
  }));
}

Deno.test("what is planted where no visitor sees it is not saved, also by a model that obeys", async () => {
  assertGreaterOrEqual(Object.keys(HIDDEN).length, 30);
  await withModel(async (model) => {
    const saved: Record<string, string[]> = {};
    for (const [how, planted] of Object.entries(HIDDEN)) {
      const fields = savedOf((await supplement(await readPage(planted), model, NEVER)).values);
      if (fields.length > 0) saved[how] = fields;
    }
    assertEquals(saved, {});
  });
});

Deno.test("what is said to machines alone is not saved, also by a model that obeys", async () => {
  assertGreaterOrEqual(Object.keys(SAID).length, 30);
  await withModel(async (model) => {
    const saved: Record<string, string[]> = {};
    for (const [how, planted] of Object.entries(SAID)) {
      const fields = savedOf((await supplement(await readPage(planted), model, NEVER)).values);
      if (fields.length > 0) saved[how] = fields;
    }
    assertEquals(saved, {});
  });
});

Deno.test("the same particulars, shown to everybody, are read: the tests above can tell", async () => {
  await withModel(async (model) => {
    const shown = PLANTED_LINES.map((line) => `<p>${line}</p>`).join("");
    const { values } = await supplement(await readPage(shown), model, NEVER);
    assertEquals(savedOf(values).length >= 2, true, JSON.stringify(values));
  });
});
