import { assertEquals } from "@std/assert";
import { type FoundValue, PROFILE_FIELDS } from "shared/contract/enrichment_runs.ts";
import { customers, events } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { createChance } from "../../../infra/seed/random.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aFound, enrichWith } from "./test_enrichment.ts";
import { aCustomer, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();

const FIELDS = ["city", "industry", "ceoName", "zip"] as const;
type Field = typeof FIELDS[number];

/** The same numbers in every run, so that a failure can be seen again. */
function dice(seed: number): (below: number) => number {
  const chance = createChance(seed);
  return (below) => chance.integer(0, below - 1);
}

/** What people did to one customer, and what must therefore stand in its fields. */
class Story {
  readonly typed = new Map<string, string | null>();
  readonly locked = new Map<string, unknown>();
  readonly runIds: string[] = [];
  #store: TestStore;
  #roll: (below: number) => number;
  readonly id: string;

  constructor(store: TestStore, id: string, roll: (below: number) => number) {
    this.#store = store;
    this.id = id;
    this.#roll = roll;
  }

  async act(): Promise<string> {
    const acts = [
      ...[this.#enrich, this.#enrich, this.#enrich, this.#type, this.#undo, this.#undo],
      ...[this.#accept, this.#reject, this.#clear, this.#lock],
    ];
    return await acts[this.#roll(acts.length)]!.call(this);
  }

  #field(): Field {
    return FIELDS[this.#roll(FIELDS.length)]!;
  }

  async #enrich() {
    const values = FIELDS.filter(() => this.#roll(3) > 0).map((field): FoundValue =>
      aFound(field, `${field} ${this.#roll(3)}`, { confidence: [0.6, 0.9, 0.95][this.#roll(3)] })
    );
    this.runIds.push(await enrichWith(this.#store, this.id, values));
    return "enrich";
  }

  async #type() {
    const [field, value] = [this.#field(), this.#roll(4) === 0 ? null : `typed ${this.#roll(3)}`];
    const before = await this.show();
    await this.#store.ask(customers.update, { id: this.id, [field]: value });
    // What is typed as it stands already is no change, and nobody's since.
    if (before[field] !== value) this.typed.set(field, value);
    if (this.locked.has(field)) this.locked.set(field, value);
    return "type";
  }

  async #undo() {
    const runId = this.runIds[this.#roll(this.runIds.length || 1)];
    if (!runId) return "nothing";
    const { fields } = await this.#store.ask(customers.undoEnrichment, { id: this.id, runId });
    fields.forEach((field) => this.locked.delete(field));
    return "undo";
  }

  async #accept() {
    const { ask } = this.#store;
    const { suggestions } = await ask(customers.getEnrichmentSuggestions, { id: this.id });
    const { accepted } = await ask(customers.acceptSuggestions, { id: this.id, minConfidence: 0.9 });
    for (const field of accepted) {
      this.typed.set(
        field,
        suggestions.find((each) => each.field === field)!.value,
      );
    }
    return "accept";
  }

  async #reject() {
    const { ask } = this.#store;
    const { suggestions } = await ask(customers.getEnrichmentSuggestions, { id: this.id });
    const suggestionIds = suggestions.slice(0, 1).map(({ id }) => id);
    if (suggestionIds.length > 0) await ask(customers.rejectSuggestions, { id: this.id, suggestionIds });
    return "reject";
  }

  async #clear() {
    await this.#store.ask(customers.clearEnrichment, { id: this.id });
    this.locked.clear();
    const { ask } = this.#store;
    await ask(customers.unlockFields, { id: this.id, fields: [...FIELDS] });
    const shown = await this.show();
    for (const field of FIELDS) {
      if (!this.typed.has(field)) assertEquals(shown[field], null, `${field} is cleared`);
    }
    return "clear";
  }

  async #lock() {
    const field = this.#field();
    await this.#store.ask(customers.lockFields, { id: this.id, fields: [field] });
    this.locked.set(field, (await this.show())[field]);
    return "lock";
  }

  async show(): Promise<Record<string, unknown>> {
    return { ...await this.#store.ask(customers.getById, { id: this.id }) };
  }
}

Deno.test(
  { name: "whatever happens: a person's values stand, and the events say what is shown", ignore },
  async () => {
    await using store = await takeTestStore();
    for (const seed of [1, 2, 3]) {
      const { id } = await store.ask(customers.upsert, aCustomer({ website: "acme.example", zip: "0150" }));
      const story = new Story(store, id, dice(seed));
      story.typed.set("zip", "0150");
      for (let n = 0; n < 40; n++) {
        const act = await story.act();
        const shown = await story.show();
        for (const [field, value] of story.typed) {
          assertEquals(
            shown[field],
            value,
            `seed ${seed}, ${n} ${act}: ${field}`,
          );
        }
        if (act !== "enrich") continue;
        for (const [field, value] of story.locked) {
          assertEquals(
            shown[field],
            value,
            `seed ${seed}, ${n} locked: ${field}`,
          );
        }
      }
      assertEquals(await fold(store, story), pickProfile(await story.show()), `seed ${seed}`);
    }
  },
);

/** Each `after` over what was there, which each `before` has to name. */
async function fold({ ask }: TestStore, story: Story): Promise<Record<string, unknown>> {
  const { version } = await story.show();
  const told = await until("the whole feed", async () => {
    const { data } = await ask(events.list, { customerId: story.id, limit: 500 });
    return data.at(-1)?.version === version && data;
  });
  const state: Record<string, unknown> = {};
  for (const [field, { before, after }] of told.flatMap(({ changes }) => Object.entries(changes))) {
    assertEquals(state[field] ?? null, before ?? null, field);
    state[field] = after;
  }
  return pickProfile(state);
}

function pickProfile(state: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(PROFILE_FIELDS.map((field) => [field, state[field] ?? null]));
}
