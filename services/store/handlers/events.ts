/** The operations of `events.*`. */
import type { Handlers } from "shared/bus/mod.ts";
import { events } from "shared/contract/mod.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { runQuery } from "../command.ts";
import { findLatestPosition, listEvents } from "../queries/history.ts";
import { takeFitting } from "../rules/fit_page.ts";
import type { Store } from "../store.ts";

/** How many positions are searched for one page at most, so that a selection of rare events costs no long scan. */
const REACH = 20_000;

export function eventHandlers(store: Store): Handlers<typeof events> {
  return {
    list: (input, { caller }) => runQuery(() => listPage(store, caller.teamId, input)),
  };
}

async function listPage(store: Store, teamId: string, input: ParsedInputOf<typeof events.list>) {
  const { after, customerId, names, limit } = input;
  // Positions up to this one do not change any more, so both statements see the same events.
  const latest = await findLatestPosition(store.sql, teamId);
  const upTo = customerId ? latest : Math.min(latest, after + REACH);
  const range = { after, upTo, customerId, names, limit: limit + 1 };
  const found = upTo > after ? await listEvents(store.sql, teamId, range) : [];
  const data = takeFitting(found, limit);
  const isCut = data.length < found.length;
  const position = isCut ? data.at(-1)!.position! : Math.max(after, upTo);
  return { data, meta: { position, latest, hasMore: position < latest } };
}
