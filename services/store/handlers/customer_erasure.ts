/** Removing a person's data for good, and saying how far that has come. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { ERASURE_STEPS } from "shared/contract/erasures.ts";
import type { OutputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { type ErasureRow, findErasure } from "../queries/erasures.ts";
import { runQuery } from "../run_query.ts";
import { eraseCustomer } from "../steps/erase_customer.ts";
import { customerNotFound } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

export function customerErasureHandlers(
  store: Store,
): Pick<Handlers<typeof customers>, "erase" | "getErasure"> {
  return {
    erase: handleCommand(store, customers.erase, erase),
    getErasure: ({ id }, context) => runQuery(() => showErasure(store, context.caller.teamId, id)),
  };
}

async function erase(unit: Unit, input: { id: string; force?: boolean }) {
  const erasure = await eraseCustomer(unit, input);
  if (!erasure.finishedAt) unit.context.reply[HEADERS.outcome] = "accepted";
  return toErasure(erasure);
}

async function showErasure(store: Store, teamId: string, customerId: string) {
  const erasure = await findErasure(store.sql, teamId, customerId);
  if (!erasure) throw customerNotFound();
  return toErasure(erasure);
}

function toErasure(row: ErasureRow): OutputOf<typeof customers.getErasure> {
  const { customerId, requestedAt, finishedAt, keptInvoices, removed, step } = row;
  const status = finishedAt ? "finished" : "running";
  const pending = ERASURE_STEPS.slice(step);
  return { customerId, status, requestedAt, finishedAt, keptInvoices, removed, pending };
}
