/** What a customer may see behind a link: nothing internal, nothing of anyone else. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import type { portalAccounts } from "shared/contract/mod.ts";
import type { PortalAccount, PortalStatement } from "shared/contract/portal_shapes.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { runQuery } from "../command.ts";
import { readSnapshot } from "../database/abortable.ts";
import type { Queryable } from "../database/connect.ts";
import { noteVisit, openAccountLink, openPortalLink, type PortalOwner } from "../open_portal_link.ts";
import { type CustomerRow, findCustomer } from "../queries/customers.ts";
import { findLatestPosition } from "../queries/history.ts";
import {
  findWholeInvoice,
  type InvoiceListing,
  type ListedInvoice,
  listInvoices,
} from "../queries/invoices.ts";
import { listCustomerPayments } from "../queries/payments.ts";
import {
  type BalanceRow,
  countVisibleInvoices,
  listBalances,
  sumPaidThisYear,
} from "../queries/portal_accounts.ts";
import { getTeam, type TeamRow, toSeller } from "../queries/teams.ts";

import { toBuyer } from "../rules/invoice_facts.ts";
import { dayIn, type InvoiceStatus } from "../rules/invoice_status.ts";
import { toInvoice, toInvoiceRow, toPayment } from "../rules/invoice_view.ts";
import { openPosition, type PageMeta, toPage } from "../rules/keyset.ts";
import { toMajor } from "../rules/money.ts";
import type { Store } from "../store.ts";
import { readFittingStatement } from "./fitting_statement.ts";
import { toLogo } from "./branding.ts";

const SHOWN_PAYMENTS = 20;

type ListingInput = ParsedInputOf<typeof portalAccounts.get>;

/** Drafts and scheduled invoices have not been sent: nobody sees them. */
const STATUSES_OF_TAB: Readonly<Record<ListingInput["status"], readonly InvoiceStatus[]>> = {
  all: ["unpaid", "overdue", "paid", "canceled", "refunded"],
  open: ["unpaid", "overdue"],
  overdue: ["overdue"],
  paid: ["paid"],
};

const COLUMN_OF_SORT: Readonly<Record<ListingInput["sort"], InvoiceListing["sort"]>> = {
  newest: ["issue_date", "desc"],
  oldest: ["issue_date", "asc"],
  due: ["due_date", "asc"],
  amount: ["amount", "desc"],
};

export function portalAccountHandlers(store: Store): Handlers<typeof portalAccounts> {
  return {
    get: (input, context) => runQuery(() => showAccount(store, input, context)),
    getInvoice: (input, context) => runQuery(() => showInvoice(store, input, context)),
    getStatement: (input, context) => runQuery(() => showStatement(store, input, context)),
    listInvoices: (input, context) => runQuery(() => listForFiles(store, input, context)),
    locate: ({ portalId }) => runQuery(() => locate(store, portalId)),
  };
}

async function locate(
  store: Store,
  portalId: string,
): Promise<Pick<PortalOwner, "teamId" | "customerId"> | null> {
  const owner = await openPortalLink(store, portalId);
  return owner ? { teamId: owner.teamId, customerId: owner.customerId } : null;
}

async function showAccount(
  store: Store,
  input: ListingInput,
  context: HandlerContext,
): Promise<PortalAccount | null> {
  const owner = await openAccountLink(store, input.portalId);
  if (!owner) return null;
  noteVisit(store, context, owner, { what: "account", invoiceId: null });
  return await readSnapshot(store.sql, context.signal, async (sql) => {
    const [team, customer] = await Promise.all([
      getTeam(sql, owner.teamId),
      findCustomer(sql, owner.teamId, owner.customerId),
    ]);
    if (!team || !customer) return null;
    return await assembleAccount(store, sql, { input, owner, team, customer });
  });
}

interface Opened {
  readonly input: ListingInput;
  readonly owner: PortalOwner;
  readonly team: TeamRow;
  readonly customer: CustomerRow;
}

async function assembleAccount(store: Store, sql: Queryable, opened: Opened): Promise<PortalAccount> {
  const { owner, team, customer } = opened;
  const today = dayIn(team.timeZone, new Date());
  // Sent together; the snapshot makes them agree.
  const [balances, paid, { firstInvoiceDate, ...counts }, { rows, meta }, payments, position] = await Promise
    .all([
      listBalances(sql, owner, today),
      sumPaidThisYear(sql, owner, { today, timeZone: team.timeZone }),
      countVisibleInvoices(sql, owner, today),
      listPage(store, sql, opened, today),
      listCustomerPayments(sql, owner.teamId, owner.customerId, SHOWN_PAYMENTS),
      findLatestPosition(sql, owner.teamId),
    ]);
  return {
    seller: toPortalSeller(team),
    customer: toReader(customer),
    today,
    position,
    balances: balances.map((row) => toBalance(row, paid.get(row.currency) ?? 0)),
    counts,
    firstInvoiceDate,
    invoices: rows.map((row) => ({ ...toInvoiceRow(row, today), firstLine: row.firstLine })),
    page: { cursor: meta.cursor, hasPreviousPage: meta.hasPreviousPage },
    payments: payments.map((row) => ({ ...toPayment(row, row), invoiceNumber: row.invoiceNumber })),
  };
}

async function listPage(
  store: Store,
  sql: Queryable,
  { input, owner }: Opened,
  today: string,
): Promise<{ rows: ListedInvoice[]; meta: PageMeta }> {
  const search = input.q?.trim().replaceAll("\0", "\ufffd") || null;
  const { status, from, to, sort } = input;
  const list = JSON.stringify(["portal account", owner.customerId, status, search, from, to, sort]);
  const at = openPosition(store.keys, input.cursor, list);
  const rows = await listInvoices(sql, owner.teamId, {
    today,
    customerIds: [owner.customerId],
    statuses: STATUSES_OF_TAB[status],
    search,
    issuedFrom: from,
    issuedTo: to,
    sort: COLUMN_OF_SORT[sort],
    at,
    limit: input.pageSize + 1,
  });
  return toPage(store.keys, rows, { list, pageSize: input.pageSize, at });
}

async function showInvoice(
  store: Store,
  input: ParsedInputOf<typeof portalAccounts.getInvoice>,
  context: HandlerContext,
) {
  const owner = await openPortalLink(store, input.portalId, input.invoiceId);
  const invoiceId = input.invoiceId ?? owner?.invoiceId;
  if (!owner || !invoiceId || (owner.invoiceId !== null && owner.invoiceId !== invoiceId)) return null;
  // Read first: what happens in the meantime comes after it, and is told to the page.
  const position = await findLatestPosition(store.sql, owner.teamId);
  const [team, customer, row] = await Promise.all([
    getTeam(store.sql, owner.teamId),
    findCustomer(store.sql, owner.teamId, owner.customerId),
    findWholeInvoice(store.sql, owner.teamId, invoiceId),
  ]);
  const isVisible = row?.customerId === owner.customerId && row.state !== "draft" &&
    row.state !== "scheduled";
  if (!team || !customer || !row || !isVisible) return null;
  noteVisit(store, context, owner, { what: "invoice", invoiceId });
  const today = dayIn(team.timeZone, new Date());
  return {
    seller: toPortalSeller(team),
    customer: toReader(customer),
    today,
    position,
    opensAccount: owner.invoiceId === null,
    invoice: toInvoice(row, today),
  };
}

async function showStatement(
  store: Store,
  input: ParsedInputOf<typeof portalAccounts.getStatement>,
  context: HandlerContext,
): Promise<PortalStatement | null> {
  const found = await findParties(store, input.portalId);
  if (!found) return null;
  const { owner, team, customer } = found;
  const statement = await readFittingStatement(store, { ...input, team, customer }, context.signal);
  noteVisit(store, context, owner, { what: "statement", invoiceId: null });
  const { addressLines } = toBuyer(customer);
  return { seller: toPortalSeller(team), customer: { ...toReader(customer), addressLines }, statement };
}

async function listForFiles(
  store: Store,
  input: ParsedInputOf<typeof portalAccounts.listInvoices>,
  context: HandlerContext,
) {
  const found = await findParties(store, input.portalId);
  if (!found) return null;
  const { owner, team, customer } = found;
  noteVisit(store, context, owner, { what: "files", invoiceId: null });
  const { status, ids, from, to, pageSize } = input;
  const today = dayIn(team.timeZone, new Date());
  const list = JSON.stringify(["portal files", owner.customerId, status, ids, from, to]);
  const at = openPosition(store.keys, input.cursor, list);
  const rows = await listInvoices(store.sql, owner.teamId, {
    today,
    customerIds: [owner.customerId],
    statuses: STATUSES_OF_TAB[status],
    ids,
    issuedFrom: from,
    issuedTo: to,
    sort: ["issue_date", "desc"],
    at,
    limit: pageSize + 1,
  });
  const page = toPage(store.keys, rows, { list, pageSize, at });
  return {
    customer: toReader(customer),
    data: page.rows.map((row) => toInvoiceRow(row, today)),
    cursor: page.meta.cursor,
  };
}

async function findParties(store: Store, portalId: string) {
  const owner = await openAccountLink(store, portalId);
  if (!owner) return undefined;
  const [team, customer] = await Promise.all([
    getTeam(store.sql, owner.teamId),
    findCustomer(store.sql, owner.teamId, owner.customerId),
  ]);
  return team && customer ? { owner, team, customer } : undefined;
}

function toPortalSeller(team: TeamRow): PortalAccount["seller"] {
  const { brandColor: color, phone, paymentDetails, timeZone } = team;
  return { ...toSeller(team), color, logo: toLogo(team), phone, paymentDetails, timeZone };
}

function toBalance(row: BalanceRow, paidThisYear: number): PortalAccount["balances"][number] {
  const major = (minor: number) => toMajor(minor, row.exponent);
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
    paidThisYear: major(paidThisYear),
  };
}

/** Only a language tag (BCP 47) says how to write; a language's name does not. */
function toReader({ name, primaryLanguage: language, countryCode }: CustomerRow): PortalAccount["customer"] {
  const isTag = typeof language === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language);
  return {
    name,
    locale: isTag ? language : null,
    country: typeof countryCode === "string" ? countryCode : null,
  };
}
