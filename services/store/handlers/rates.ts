/** The operations of `rates.*`. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import { rates } from "shared/contract/mod.ts";
import type { NewRate, Rate, RecordRatesInput } from "shared/contract/rates.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { findRates, listRates, lockRates, type RateRow, upsertRates } from "../queries/exchange_rates.ts";
import { listDifferences } from "../rules/changes.ts";
import { openPosition, toPage } from "../rules/keyset.ts";
import { requireCurrency } from "../rules/money.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

export function rateHandlers(store: Store): Handlers<typeof rates> {
  return {
    record: handleCommand(store, rates.record, recordRates),
    get: (input, context) => runQuery(() => listPage(store, input, context)),
  };
}

async function recordRates(unit: Unit, input: RecordRatesInput): Promise<{ rates: Rate[] }> {
  const newest = new Map(listGiven(input).map((each) => [nameOf(each), each]));
  const given = [...newest.values()];
  await lockRates(unit.sql, unit.teamId);
  const earlier = await findRates(unit.sql, unit.teamId, given);
  const recorded = await upsertRates(unit.sql, unit.teamId, given);
  await tellRecorded(unit, earlier, recorded);
  return { rates: recorded.map(toRate) };
}

/** @throws {OperationError} INVALID for what is no currency. */
function listGiven(input: RecordRatesInput): readonly NewRate[] {
  const { rates: many, ...one } = input;
  // The schema has made sure that a single rate is complete.
  const given = many ?? [one as NewRate];
  for (const [index, { base, quote }] of given.entries()) {
    const place = many ? `/rates/${index}` : "";
    requireCurrency(base, `${place}/base`);
    requireCurrency(quote, `${place}/quote`);
  }
  return given;
}

/** As many as a message of the bus holds, with every digit of each. */
const TOLD_AT_ONCE = 100;

async function tellRecorded(
  unit: Unit,
  earlier: readonly RateRow[],
  recorded: readonly RateRow[],
): Promise<void> {
  for (let from = 0; from < recorded.length; from += TOLD_AT_ONCE) {
    const part = recorded.slice(from, from + TOLD_AT_ONCE);
    const changes = listDifferences(toTold(earlier), toTold(part), part.map(nameOf));
    await unit.emit({ name: "rates.recorded", customerId: null, changes, data: describe(part) });
  }
}

function describe(recorded: readonly RateRow[]) {
  const days = recorded.map(({ date }) => date).sort();
  const pairs = [...new Set(recorded.map(({ base, quote }) => `${base}/${quote}`))];
  return { count: recorded.length, pairs, firstDay: days[0], lastDay: days.at(-1) };
}

function toTold(rates: readonly RateRow[]) {
  return Object.fromEntries(rates.map((each) => [nameOf(each), { rate: each.rate, source: each.source }]));
}

function nameOf({ base, quote, date }: RateRow | NewRate): string {
  return `${base}/${quote} ${date}`;
}

async function listPage(store: Store, input: ParsedInputOf<typeof rates.get>, context: HandlerContext) {
  const { teamId } = context.caller;
  const { cursor, pageSize, ...filters } = input;
  const list = JSON.stringify(["rates", teamId, filters.base, filters.quote, filters.from, filters.to]);
  const at = openPosition(store.keys, cursor, list);
  const rows = await listRates(store.sql, teamId, { ...filters, at, limit: pageSize + 1 });
  const page = toPage(store.keys, rows, { list, pageSize, at });
  return { meta: page.meta, data: page.rows.map(toRate) };
}

function toRate({ base, quote, rate, date, source, recordedAt }: RateRow): Rate {
  return { base, quote, rate, date, source, recordedAt };
}
