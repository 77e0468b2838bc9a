/** For tests: what a worker would ask and find. */
import { customers, enrichmentRuns } from "shared/contract/mod.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import type { InputOf } from "shared/operation.ts";
import { aCustomer, type TestStore } from "../test_store.ts";

/** Workers ask in the mesh's own name. */
export const SYSTEM = { caller: { teamId: "system", actor: "service:enrichment", door: "mesh" } };

/** A PNG of one pixel, in base64. */
export const A_LOGO =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export interface Claim {
  readonly runId: string;
  readonly teamId: string;
}

export type HeldClaim = Claim & { readonly generation: number };

export function aFound(field: string, value: string, changes: Partial<FoundValue> = {}): FoundValue {
  return {
    field,
    value,
    confidence: 0.95,
    source: "text",
    url: "https://a.example/",
    quote: value,
    extractor: "t/1",
    fetchedAt: "2026-01-01T00:00:00.000Z",
    ...changes,
  };
}

/** A customer with a website, and its run that waits. */
export async function newRun(store: TestStore, changes: object = {}) {
  const customer = await store.ask(customers.upsert, aCustomer({ website: "acme.example", ...changes }));
  const { run } = await store.ask(customers.getEnrichment, { id: customer.id });
  return { customer, run: run!, claim: { runId: run!.id, teamId: store.mesh.teamId } };
}

export async function openRun(store: TestStore, claim: Claim): Promise<HeldClaim> {
  const answer = await store.ask(enrichmentRuns.open, { ...claim, worker: "test" }, SYSTEM);
  if (answer.state !== "open") throw new Error(`The run is ${answer.state}`);
  return { ...claim, generation: answer.generation };
}

type End = Partial<Omit<InputOf<typeof enrichmentRuns.close>, keyof HeldClaim | "values">>;

export function closeRun(store: TestStore, held: HeldClaim, values: FoundValue[], end: End = {}) {
  const input = {
    ...held,
    result: "succeeded" as const,
    outcome: "ok",
    message: "Read 1 page",
    values,
    ...end,
  };
  return store.ask(enrichmentRuns.close, input, SYSTEM);
}

/** Joins the run that waits, or orders one, and lets it find these values. @returns The run's id. */
export async function enrichWith(
  store: TestStore,
  id: string,
  values: FoundValue[],
  end: End = {},
): Promise<string> {
  const { run } = await store.ask(customers.enrich, { id });
  const held = await openRun(store, { runId: run.id, teamId: store.mesh.teamId });
  await closeRun(store, held, values, end);
  return run.id;
}
