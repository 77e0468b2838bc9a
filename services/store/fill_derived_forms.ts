/** Fills the columns that `rules/derive_values.ts` derives, for customers that were saved before there were such columns. */
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "./database/connect.ts";
import {
  listTypedForms,
  lockBackfill,
  moveBackfill,
  setDerivedForms,
  type TypedForms,
} from "./queries/backfills.ts";
import { deriveValues } from "./rules/derive_values.ts";
import type { Store } from "./store.ts";

const NAME = "derived forms";
const BATCH = 500;
const RETRY_MS = 5_000;

/** Runs in the background; what a store does not finish is left to the next one. */
export function startFilling({ sql, log }: Pick<Store, "sql" | "log">): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      try {
        if (!await fillBatch(sql)) return;
      } catch (error) {
        log.warn("derived forms could not be filled", { error });
        await pause(RETRY_MS, undefined, { signal }).catch(() => "stopping");
      }
    }
  };
  const done = run();
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** @returns Whether there is more. */
async function fillBatch(sql: Sql): Promise<boolean> {
  return await sql.begin(async (transaction) => {
    const place = await lockBackfill(transaction, NAME);
    if (!place) return false;
    const customers = await listTypedForms(transaction, place, BATCH);
    const missing = customers.map(derive).filter((each, index) => isNews(customers[index]!, each));
    if (missing.length > 0) await setDerivedForms(transaction, missing);
    await moveBackfill(transaction, NAME, customers.at(-1));
    return customers.length > 0;
  });
}

function derive(customer: TypedForms): TypedForms {
  const { phone, countryCode, website, name, contact, city } = customer;
  return { ...customer, ...deriveValues({ phone, countryCode, website, name, contact, city }) };
}

function isNews(before: TypedForms, after: TypedForms): boolean {
  const forms = ["phoneE164", "websiteDomain", "latinText"] as const;
  return forms.some((form) => before[form] !== after[form]);
}
