/** The account behind a portal link: what is owed, and a page of its invoices. */
import type { HandlerContext } from "shared/bus/mod.ts";
import type { portalAccounts } from "shared/contract/mod.ts";
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { readPlanned } from "../database/abortable.ts";
import type { AccountInvoice, AccountListing } from "../queries/invoice_list.ts";
import {
  type AccountPayment,
  type BalanceRow,
  findAccount,
  type NextToPay,
} from "../queries/portal_accounts.ts";
import { dueOf, type InvoiceStatus, statusOf } from "../rules/invoice_status.ts";
import { findPosition, toPage } from "../rules/keyset.ts";
import { toMajor } from "../rules/money.ts";
import { toPortalSeller, toReader } from "../rules/portal_parties.ts";
import { sha256 } from "../rules/secret_keys.ts";
import { noteVisit, openAccountLink } from "../steps/open_portal_link.ts";
import type { Store } from "../store.ts";

type Listing = ParsedInputOf<typeof portalAccounts.get>;

/** Drafts and scheduled invoices have not been sent: nobody sees them. */
export const STATUSES_OF_TAB: Readonly<Record<Listing["status"], readonly InvoiceStatus[]>> = {
  all: ["unpaid", "overdue", "paid", "canceled", "refunded"],
  open: ["unpaid", "overdue"],
  overdue: ["overdue"],
  paid: ["paid"],
};

const COLUMN_OF_SORT: Readonly<Record<Listing["sort"], AccountListing["sort"]>> = {
  newest: ["issue_date", "desc"],
  oldest: ["issue_date", "asc"],
  due: ["due_date", "asc"],
  amount: ["amount", "desc"],
};

/** One round trip to the database; why a link opens nothing is asked only when it does not. */
export async function showAccount(
  store: Store,
  input: Listing,
  context: HandlerContext,
): Promise<PortalAccount | null> {
  const linkHash = sha256(input.portalId);
  const page = planPage(store, input, linkHash);
  const account = await readPlanned(
    store.sql,
    context.signal,
    (sql) => findAccount(sql, linkHash, page.listing),
  );
  if (!account) return await refuseLink(store, input.portalId);
  noteVisit(store, context, { ...account, invoiceId: null }, { what: "account", invoiceId: null });
  const { team, customer, today, balances, counts, firstInvoiceDate, nextToPay, payments, position } =
    account;
  const { rows: shown, meta } = toPage(store.keys, account.invoices, page);
  return {
    seller: toPortalSeller(team),
    customer: toReader(customer),
    today,
    position,
    balances: balances.map(toBalance),
    counts,
    firstInvoiceDate,
    nextToPay: nextToPay && toNext(nextToPay),
    invoices: shown.map((row) => toListed(row, today)),
    page: { cursor: meta.cursor, hasPreviousPage: meta.hasPreviousPage },
    payments: payments.map(toReceived),
  };
}

/** @throws {OperationError} GONE. */
async function refuseLink(store: Store, portalId: string): Promise<null> {
  await openAccountLink(store, portalId);
  return null;
}

function planPage(store: Store, input: Listing, linkHash: string) {
  const search = input.q?.trim().replaceAll("\0", "\ufffd") || null;
  const { status, from, to, sort, pageSize } = input;
  const list = JSON.stringify(["portal account", linkHash, status, search, from, to, sort]);
  // A bad cursor comes from an old or edited address: the visitor gets the first page, not an error.
  const at = findPosition(store.keys, input.cursor, list);
  const listing: AccountListing = {
    statuses: STATUSES_OF_TAB[status],
    search,
    issuedFrom: from,
    issuedTo: to,
    sort: COLUMN_OF_SORT[sort],
    at,
    limit: pageSize + 1,
  };
  return { list, at, pageSize, listing };
}

function toListed(row: AccountInvoice, today: string): PortalAccount["invoices"][number] {
  const major = (minor: number) => toMajor(minor, row.exponent);
  return {
    id: row.id,
    type: row.type,
    invoiceNumber: row.invoiceNumber,
    status: statusOf(row, today),
    currency: row.currency,
    issueDate: row.issueDate,
    dueDate: row.dueDate,
    amount: major(row.totalMinor),
    amountPaid: major(row.paidMinor),
    amountCredited: major(row.creditedMinor),
    amountDue: major(dueOf(row)),
    paidAt: row.paidAt && new Date(row.paidAt).toISOString(),
    firstLine: row.firstLine,
  };
}

function toNext({ invoiceNumber, currency, exponent, dueMinor, paymentUrl }: NextToPay) {
  return { invoiceNumber, currency, amountDue: toMajor(dueMinor, exponent), paymentUrl };
}

function toReceived(row: AccountPayment): PortalAccount["payments"][number] {
  return {
    invoiceId: row.invoiceId,
    amount: toMajor(row.amountMinor, row.exponent),
    currency: row.currency,
    paidAt: new Date(row.paidAt).toISOString(),
    method: row.method,
    invoiceNumber: row.invoiceNumber,
  };
}

function toBalance({ exponent, ...row }: BalanceRow): PortalAccount["balances"][number] {
  const major = (minor: number) => toMajor(minor, exponent);
  return {
    currency: row.currency,
    outstanding: major(row.outstanding),
    credit: major(row.credit),
    overdue: major(row.overdue),
    overdueCount: row.overdueCount,
    openCount: row.openCount,
    notDue: major(row.notDue),
    days1To30: major(row.days1To30),
    days31To60: major(row.days31To60),
    days61To90: major(row.days61To90),
    over90Days: major(row.over90Days),
    oldestDueDate: row.oldestDueDate,
    nextDueDate: row.nextDueDate,
    paidThisYear: major(row.paidThisYear),
  };
}
