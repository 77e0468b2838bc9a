/** The operations of `invoices.*`. */
import { type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { invoices } from "shared/contract/mod.ts";
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { abortable } from "../database/abortable.ts";
import type { Queryable } from "../database/connect.ts";
import { listInvoiceEvents } from "../queries/history.ts";
import { countPunctuality, sumInvoices } from "../queries/invoice_sums.ts";
import { listInvoices } from "../queries/invoice_list.ts";
import { findInvoice, findWholeInvoice } from "../queries/invoices.ts";
import { addSurroundings } from "../steps/invoice_surroundings.ts";
import { createInvoice } from "../steps/create_invoice.ts";
import { deleteInvoice } from "../steps/delete_invoice.ts";
import { getTeam } from "../steps/get_team.ts";
import { mayBeShared, recordInvoice } from "../steps/record_invoice.ts";
import { sellersToday } from "../steps/sellers_today.ts";
import { updateInvoice } from "../steps/update_invoice.ts";
import { takeFitting } from "../rules/fit_page.ts";
import { dayIn } from "../rules/invoice_status.ts";
import { toHistoryEntries } from "../rules/invoice_history.ts";
import { toInvoice, toInvoiceRow } from "../rules/invoice_view.ts";
import { toPaymentScore, yearBefore } from "../rules/payment_score.ts";
import { openPosition, toPage } from "../rules/keyset.ts";
import { toSought } from "../rules/sought_text.ts";
import { toTeamSummary } from "../rules/team_summary.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";

export function invoiceHandlers(store: Store): Handlers<typeof invoices> {
  return {
    record: handleCommand(store, invoices.record, recordInvoice, mayBeShared),
    create: handleCommand(store, invoices.create, createInvoice),
    update: handleCommand(store, invoices.update, updateInvoice),
    delete: handleCommand(store, invoices.delete, (unit, { id }) => deleteInvoice(unit, id)),
    get: (input, context) => runQuery(() => listPage(store, input, context)),
    getById: (input, context) => runQuery(() => showInvoice(store, input.id, context)),
    getHistory: (input, context) => runQuery(() => showHistory(store, input.id, context)),
    getSummary: (input, context) => runQuery(() => summarize(store, input, context)),
    getPaymentStatus: (_, context) => runQuery(() => scorePayments(store, context)),
  };
}

async function showInvoice(store: Store, id: string, context: HandlerContext) {
  const { teamId } = context.caller;
  const [invoice] = await addSurroundings(store, teamId, [await getInvoice(store.sql, teamId, id)]);
  context.reply[HEADERS.version] = String(invoice!.version);
  return invoice!;
}

async function getInvoice(sql: Queryable, teamId: string, id: string): Promise<Invoice> {
  const [invoice, today] = await Promise.all([findWholeInvoice(sql, teamId, id), sellersToday(sql, teamId)]);
  if (!invoice) throw new OperationError("NOT_FOUND", "Invoice not found");
  return toInvoice(invoice, today);
}

const SHOWN_HISTORY = 1_000;

async function showHistory({ sql }: Store, id: string, { caller: { teamId } }: HandlerContext) {
  const invoice = await findInvoice(sql, teamId, { id });
  if (!invoice) throw new OperationError("NOT_FOUND", "Invoice not found");
  const newest = takeFitting(await listInvoiceEvents(sql, teamId, id, SHOWN_HISTORY), SHOWN_HISTORY);
  const data = newest.toReversed().flatMap((event) => toHistoryEntries(event, invoice));
  return { data: data.slice(-SHOWN_HISTORY) };
}

async function scorePayments({ sql }: Store, { caller: { teamId }, signal }: HandlerContext) {
  const { timeZone } = await getTeam(sql, teamId);
  const asOf = dayIn(timeZone, new Date());
  const from = yearBefore(asOf);
  const scope = { teamId, timeZone, from, today: asOf };
  const counts = await abortable(sql, signal, (connection) => countPunctuality(connection, scope));
  return { ...toPaymentScore(counts), ...counts, from, asOf };
}

async function summarize(
  store: Store,
  { status, ...input }: ParsedInputOf<typeof invoices.getSummary>,
  { caller: { teamId }, signal }: HandlerContext,
) {
  const { baseCurrency, timeZone } = await getTeam(store.sql, teamId);
  const statuses = status ? [status, ...input.statuses ?? []] : input.statuses;
  const frame = { baseCurrency, today: dayIn(timeZone, new Date()) };
  const sums = await abortable(
    store.sql,
    signal,
    (sql) => sumInvoices(sql, { teamId, ...frame, statuses }),
  );
  return toTeamSummary(sums, frame);
}

async function listPage(store: Store, input: ParsedInputOf<typeof invoices.get>, context: HandlerContext) {
  const { teamId } = context.caller;
  const { cursor, pageSize, q, start, end, customers, ...filters } = input;
  const today = await sellersToday(store.sql, teamId);
  const sort = input.sort ?? ["created_at", "desc"] as const;
  const search = toSought(q);
  const list = JSON.stringify([
    "invoices",
    teamId,
    sort,
    search,
    start,
    end,
    customers,
    filters.ids,
    filters.statuses,
  ]);
  const at = openPosition(store.keys, cursor, list);
  const rows = await abortable(store.sql, context.signal, (sql) =>
    listInvoices(sql, teamId, {
      today,
      customerIds: customers,
      ids: filters.recurring || filters.recurringIds?.length ? [] : filters.ids,
      statuses: filters.statuses,
      search,
      dueFrom: start,
      dueTo: end,
      sort,
      at,
      limit: pageSize + 1,
    }));
  const page = toPage(store.keys, rows, { list, pageSize, at });
  const shown = page.rows.map((row) => toInvoiceRow(row, today));
  return { meta: page.meta, data: await addSurroundings(store, teamId, shown) };
}
