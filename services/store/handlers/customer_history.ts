/** What happened to a customer, as people read it. */
import { type HandlerContext, type Handlers } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { findCustomer } from "../queries/customers.ts";
import { listHistory } from "../queries/history.ts";
import { openBelow, toPageBelow } from "../rules/newest_first.ts";
import { runQuery } from "../run_query.ts";
import { customerNotFound } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";

export function customerHistoryHandlers(store: Store): Pick<Handlers<typeof customers>, "getHistory"> {
  return { getHistory: (input, context) => runQuery(() => showHistory(store, input, context)) };
}

async function showHistory(
  store: Store,
  input: ParsedInputOf<typeof customers.getHistory>,
  { caller: { teamId } }: HandlerContext,
) {
  const { id: customerId, pageSize, names } = input;
  const list = `history of ${customerId} in ${teamId} below `;
  const below = Number(openBelow(store.keys, input.cursor, list) ?? Number.MAX_SAFE_INTEGER);
  const found = await listHistory(store.sql, teamId, { customerId, below, names, limit: pageSize + 1 });
  if (found.length === 0) await requireKnown(store, teamId, customerId);
  // A sequence number never changes, so it says where a page ended.
  return toPageBelow(store.keys, found, { list, pageSize, nameOf: (event) => String(event.sequence) });
}

/** Of a deleted customer the history remains; of one that never was, there is none. */
async function requireKnown({ sql }: Store, teamId: string, customerId: string): Promise<void> {
  if (await findCustomer(sql, teamId, customerId)) return;
  const [any] = await listHistory(sql, teamId, { customerId, below: Number.MAX_SAFE_INTEGER, limit: 1 });
  if (!any) throw customerNotFound();
}
