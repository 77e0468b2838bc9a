/** What a customer owes and has paid: the summary and the statement of account. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import type { InvoiceSummary } from "shared/contract/customer_account.ts";
import { invalidField } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { abortable } from "../database/abortable.ts";
import type { Queryable } from "../database/connect.ts";
import { type CustomerRow, findCustomerName } from "../queries/customers.ts";
import { summarizeInvoices } from "../queries/invoice_summary.ts";
import { isPlainlyTooLong, listStatementRows } from "../queries/statements.ts";
import { findTeam, type TeamRow } from "../queries/teams.ts";
import { dayIn } from "../rules/invoice_status.ts";
import { toInvoiceSummary } from "../rules/invoice_summary.ts";
import { toStatementAccounts } from "../rules/statement.ts";
import { runQuery } from "../run_query.ts";
import { customerNotFound } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";

/** How many lines fit into one message. */
const MAX_ROWS = 2_000;

type Names = "getInvoiceSummary" | "getStatement";

export function customerMoneyHandlers(store: Store): Pick<Handlers<typeof customers>, Names> {
  return {
    getInvoiceSummary: (input, context) => runQuery(() => summarize(store, input.id, context)),
    getStatement: (input, context) => runQuery(() => stateAccount(store, input, context)),
  };
}

export async function readInvoiceSummary(
  sql: Queryable,
  team: TeamRow,
  customerId: string,
): Promise<InvoiceSummary> {
  const { id: teamId, baseCurrency, timeZone } = team;
  const today = dayIn(timeZone, new Date());
  const row = await summarizeInvoices(sql, { teamId, customerId, baseCurrency, timeZone, today });
  return toInvoiceSummary(row, { baseCurrency, today });
}

async function summarize(store: Store, id: string, context: HandlerContext): Promise<InvoiceSummary> {
  const { team } = await requireParties(store, id, context);
  return await readInvoiceSummary(store.sql, team, id);
}

async function requireParties({ sql }: Store, id: string, { caller: { teamId } }: HandlerContext) {
  const [customer, team] = await Promise.all([findCustomerName(sql, teamId, id), findTeam(sql, teamId)]);
  if (!customer || !team) throw customerNotFound();
  return { customer, team };
}

type StatementInput = ParsedInputOf<typeof customers.getStatement>;

async function stateAccount(store: Store, input: StatementInput, context: HandlerContext) {
  const { customer, team } = await requireParties(store, input.id, context);
  return await readStatement(store, { customer, team, ...input }, context.signal);
}

/** The last day that the contract takes. */
const LAST_DAY = "2999-12-31";

export interface StatementQuestion {
  readonly customer: Pick<CustomerRow, "id" | "name">;
  readonly team: TeamRow;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly currency?: string | null;
  readonly hidesOrigins?: boolean;
}

/** @throws {OperationError} INVALID for a period that ends before it begins, or is too long for one answer. */
export async function readStatement(
  store: Store,
  { customer, team, ...input }: StatementQuestion,
  signal: AbortSignal,
) {
  const from = input.from ?? null;
  const today = dayIn(team.timeZone, new Date());
  if (from !== null && from > (input.to ?? today)) {
    throw invalidField("/from", "after_end", "Must not be after the last day");
  }
  const scope = {
    teamId: team.id,
    customerId: customer.id,
    timeZone: team.timeZone,
    from,
    to: input.to ?? LAST_DAY,
    currency: input.currency ?? null,
    limit: MAX_ROWS + 1,
    hidesOrigins: input.hidesOrigins ?? false,
  };
  const rows = await abortable(
    store.sql,
    signal,
    async (sql) => await isPlainlyTooLong(sql, scope) ? undefined : await listStatementRows(sql, scope),
  );
  if (!rows || rows.length > MAX_ROWS) {
    throw invalidField("/from", "too_many_lines", `Has more than ${MAX_ROWS} lines: choose a shorter period`);
  }
  return {
    customer: { id: customer.id, name: customer.name },
    from,
    to: input.to ?? latestOf([today, ...rows.flatMap(({ date }) => date ?? [])]),
    currencies: toStatementAccounts(rows),
  };
}

/** Days are texts (`YYYY-MM-DD`), which sort by date. */
function latestOf(days: readonly string[]): string {
  return days.reduce((latest, day) => day > latest ? day : latest);
}
