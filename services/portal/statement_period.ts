/** Which statement a page shows: of the period asked for, else of the last twelve months. */
import { type Bus, type HandlerContext } from "shared/bus/mod.ts";
import { portalAccounts } from "shared/contract/portal.ts";
import type { PortalStatement } from "shared/contract/portal_shapes.ts";
import { OperationError } from "shared/errors.ts";
import { ask } from "./ask_store.ts";

interface Wish {
  readonly portalId: string;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** When too much happened, what is found is one day of it: who sells, who reads, and the last day. */
export async function askStatement(
  bus: Bus,
  wish: Wish,
  context: HandlerContext,
): Promise<{ found: PortalStatement | null; isTooLong: boolean }> {
  const period = toPeriod(wish);
  const read = (input: Wish) => ask(bus, portalAccounts.getStatement, input, context);
  try {
    return { found: await read({ ...wish, ...period }), isTooLong: false };
  } catch (error) {
    if (!(error instanceof OperationError && error.code === "INVALID")) throw error;
    const { from, to = today() } = period;
    const found = await read({ ...wish, from: to, to });
    return { found: found && withPeriod(found, { from, to }), isTooLong: true };
  }
}

/**
 * A form without script cannot say which day comes first. To whom none is named the store says the last day: the seller's
 * present one, or that of what is dated ahead and is owed already.
 */
function toPeriod({ from, to }: Wish): { from: string; to?: string } {
  if (!from && !to) return { from: aYearBefore(today()) };
  const last = to ?? today();
  const first = from ?? aYearBefore(last);
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

function withPeriod(found: PortalStatement, period: { from: string; to: string }): PortalStatement {
  return { ...found, statement: { ...found.statement, ...period } };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** From the first of the month, so that a year's months are whole. */
function aYearBefore(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 11);
  return date.toISOString().slice(0, 10);
}
