/** What a customer may see behind a link: nothing internal, nothing of anyone else. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import type { portalAccounts } from "shared/contract/mod.ts";
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import type { PortalStatement } from "shared/contract/portal_shapes.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { findCustomer } from "../queries/customers.ts";
import { listInvoices } from "../queries/invoice_list.ts";
import { findInvoiceOfLink, findInvoiceView } from "../queries/portal_invoices.ts";
import { findTeam } from "../queries/teams.ts";
import { toBuyer } from "../rules/invoice_facts.ts";
import { dayIn } from "../rules/invoice_status.ts";
import { toInvoice, toInvoiceRow } from "../rules/invoice_view.ts";
import { openPosition, toPage } from "../rules/keyset.ts";
import { toMajor } from "../rules/money.ts";
import { toPortalSeller, toReader } from "../rules/portal_parties.ts";
import { sha256 } from "../rules/secret_keys.ts";
import { runQuery } from "../run_query.ts";
import { noteVisit, openAccountLink, openPortalLink, type PortalOwner } from "../steps/open_portal_link.ts";
import type { Store } from "../store.ts";
import { readFittingStatement } from "./fitting_statement.ts";
import { showAccount, STATUSES_OF_TAB } from "./portal_account.ts";

export function portalAccountHandlers(store: Store): Handlers<typeof portalAccounts> {
  return {
    get: (input, context) => runQuery(() => showAccount(store, input, context)),
    getInvoice: (input, context) => runQuery(() => showInvoice(store, input, context)),
    getStatement: (input, context) => runQuery(() => showStatement(store, input, context)),
    listInvoices: (input, context) => runQuery(() => listForFiles(store, input, context)),
    locate: (input) => runQuery(() => locate(store, input)),
  };
}

async function locate(
  store: Store,
  { portalId, invoiceId }: ParsedInputOf<typeof portalAccounts.locate>,
): Promise<Pick<PortalOwner, "teamId" | "customerId"> | null> {
  const owner = await openPortalLink(store, portalId, invoiceId);
  return owner ? { teamId: owner.teamId, customerId: owner.customerId } : null;
}

async function showInvoice(
  store: Store,
  input: ParsedInputOf<typeof portalAccounts.getInvoice>,
  context: HandlerContext,
) {
  const { portalId, invoiceId } = input;
  const linked = await findInvoiceOfLink(store.sql, sha256(portalId), invoiceId);
  const { owner, row } = linked
    ? { owner: { ...linked, invoiceId: linked.onlyInvoiceId }, row: linked }
    : await openStepByStep(store, input);
  if (!owner || !row || row.state === "draft" || row.state === "scheduled") return null;
  noteVisit(store, context, owner, { what: "invoice", invoiceId: row.id });
  const today = dayIn(row.team.timeZone, new Date());
  return {
    seller: toPortalSeller(row.team),
    customer: toReader(row.customer),
    today,
    position: row.position,
    opensAccount: owner.invoiceId === null,
    invoice: hideOrigins(toInvoice(row, today)),
    credits: row.credits.map(({ creditedMinor, ...note }) => {
      return { ...note, amount: toMajor(creditedMinor, row.exponent) };
    }),
  };
}

/**
 * With a file key, and for a link that opens nothing, or not this.
 * @throws {OperationError} UNAUTHENTICATED, GONE.
 */
async function openStepByStep(store: Store, input: ParsedInputOf<typeof portalAccounts.getInvoice>) {
  const owner = await openPortalLink(store, input.portalId, input.invoiceId);
  const invoiceId = input.invoiceId ?? owner?.invoiceId;
  const isOpen = owner && invoiceId && (owner.invoiceId === null || owner.invoiceId === invoiceId);
  return isOpen ? { owner, row: await findInvoiceView(store.sql, owner, invoiceId) } : {};
}

/** A payment may have been voided because it was another customer's: nothing tells where it came from. */
function hideOrigins(invoice: Invoice): Invoice {
  const nothing = { externalId: null, method: null, reference: null };
  return { ...invoice, voidedPayments: invoice.voidedPayments.map((each) => ({ ...each, ...nothing })) };
}

async function showStatement(
  store: Store,
  input: ParsedInputOf<typeof portalAccounts.getStatement>,
  context: HandlerContext,
): Promise<PortalStatement | null> {
  const found = await findParties(store, input.portalId);
  if (!found) return null;
  const { owner, team, customer } = found;
  const question = { ...input, team, customer, hidesOrigins: true };
  const statement = await readFittingStatement(store, question, context.signal);
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
    findTeam(store.sql, owner.teamId),
    findCustomer(store.sql, owner.teamId, owner.customerId),
  ]);
  return team && customer ? { owner, team, customer } : undefined;
}
