/** Portal links as the seller makes, lists and ends them. */
import { type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { type PortalLink, portalLinks } from "shared/contract/portal_links.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand, runCommand } from "../command/command.ts";
import type { Queryable } from "../database/connect.ts";
import { findCustomer } from "../queries/customers.ts";
import { findInvoice } from "../queries/invoices.ts";
import {
  findLink,
  insertInvoiceLink,
  type LinkKey,
  type LinkRow,
  listLinks,
  noteLinkRequest,
  revokeLink,
  setLinkExpiry,
} from "../queries/portal_links.ts";
import { listVisits } from "../queries/portal_visits.ts";
import { sha256 } from "../rules/secret_keys.ts";
import { runQuery } from "../run_query.ts";
import { findEndedLink } from "../steps/open_portal_link.ts";
import { requireAhead } from "../steps/require_ahead.ts";
import { customerNotFound, requireCustomer } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type Input<Verb extends keyof typeof portalLinks> = ParsedInputOf<(typeof portalLinks)[Verb]>;

export function portalLinkHandlers(store: Store): Handlers<typeof portalLinks> {
  return {
    list: (input, context) =>
      runQuery(async () => {
        const teamId = await requireOwn(store.sql, input, context);
        const rows = await listLinks(store.sql, teamId, input.customerId);
        return { data: rows.map((row) => toLink(store, row)) };
      }),
    create: handleCommand(store, portalLinks.create, create),
    setExpiry: handleCommand(store, portalLinks.setExpiry, setExpiry),
    revoke: handleCommand(store, portalLinks.revoke, revoke),
    request: (input, context) => requestLink(store, input, context),
    getVisits: (input, context) =>
      runQuery(async () => {
        const teamId = await requireOwn(store.sql, input, context);
        return { data: await listVisits(store.sql, teamId, input.customerId) };
      }),
  };
}

async function requireOwn(
  sql: Queryable,
  { customerId }: { customerId: string },
  { caller: { teamId } }: HandlerContext,
): Promise<string> {
  if (!await findCustomer(sql, teamId, customerId)) throw customerNotFound();
  return teamId;
}

async function create(
  unit: Unit,
  { customerId, invoiceId, expiresAt }: Input<"create">,
): Promise<PortalLink> {
  const { sql, teamId, store } = unit;
  requireAhead(expiresAt);
  await requireCustomer(unit, customerId);
  const invoice = await findInvoice(sql, teamId, { id: invoiceId });
  const isSent = invoice?.state !== "draft" && invoice?.state !== "scheduled";
  if (invoice?.customerId !== customerId || !isSent) {
    throw new OperationError("NOT_FOUND", "Cannot make the link: this customer was sent no such invoice");
  }
  const key = { teamId, customerId, linkId: crypto.randomUUID() };
  const linkHash = sha256(store.keys.invoiceLink(teamId, key.linkId));
  await insertInvoiceLink(sql, { ...key, invoiceId, linkHash, expiresAt: expiresAt ?? null });
  unit.context.reply[HEADERS.outcome] = "created";
  return await tell(unit, "customers.portalLinkCreated", key);
}

async function setExpiry(
  unit: Unit,
  { customerId, linkId, expiresAt }: Input<"setExpiry">,
): Promise<PortalLink> {
  const key = await requireLink(unit, { customerId, linkId });
  if (!await setLinkExpiry(unit.sql, key, expiresAt)) {
    throw new OperationError("CONFLICT", "Cannot change when the link ends: it is no longer good");
  }
  return await tell(unit, "customers.portalLinkChanged", key);
}

async function revoke(unit: Unit, input: Input<"revoke">): Promise<PortalLink> {
  const key = await requireLink(unit, input);
  await revokeLink(unit.sql, key);
  return await tell(unit, "customers.portalLinkChanged", key);
}

/**
 * Nobody but the seller learns whether the address was right, and nobody but the address gets the new link: the event
 * names the customer, whom the seller's own mailer writes to.
 */
async function requestLink(store: Store, input: Input<"request">, context: HandlerContext) {
  const { hasEnded, owner } = await runQuery(() => findEndedLink(store, input.portalId));
  if (!owner) return { hasEnded };
  const { teamId, customerId, linkId, invoiceId } = owner;
  const ofTeam = { ...context, caller: { ...context.caller, teamId } };
  const work = async ({ sql, emit }: Unit) => {
    const email = input.email.trim().replaceAll("\0", "\ufffd");
    const isRight = await noteLinkRequest(sql, { teamId, customerId, linkId }, email);
    if (isRight) {
      await emit({ name: "customers.portalLinkRequested", customerId, data: { linkId, invoiceId } });
    }
    return { hasEnded };
  };
  return await runCommand({ store, operation: portalLinks.request, input, context: ofTeam, work });
}

async function requireLink(
  unit: Unit,
  { customerId, linkId }: { customerId: string; linkId: string },
): Promise<LinkKey> {
  await requireCustomer(unit, customerId);
  const key = { teamId: unit.teamId, customerId, linkId };
  if (await findLink(unit.sql, key)) return key;
  throw new OperationError("NOT_FOUND", "There is no such link");
}

/** Which link and how it stands, never the link itself: whoever may read events must not be able to open it. */
async function tell(
  unit: Unit,
  name: "customers.portalLinkCreated" | "customers.portalLinkChanged",
  key: LinkKey,
): Promise<PortalLink> {
  const row = await findLink(unit.sql, key);
  const link = toLink(unit.store, row!);
  const { id: linkId, invoiceId, state, endsAt } = link;
  await unit.emit({ name, customerId: key.customerId, data: { linkId, invoiceId, state, endsAt } });
  return link;
}

function toLink({ keys, publicUrl }: Store, row: LinkRow): PortalLink {
  const { id, teamId, customerId, rotation, invoiceId, createdAt, endsAt, views, lastViewedAt } = row;
  const state = stateOf(row);
  const isGood = state === "live" || state === "grace";
  const token = rotation === null
    ? keys.invoiceLink(teamId, id)
    : keys.portalId(teamId, customerId, rotation);
  const page = invoiceId === null ? `/p/${token}` : `/p/${token}/invoices/${invoiceId}`;
  return {
    id,
    invoiceId,
    state,
    createdAt,
    endsAt,
    url: isGood ? publicUrl + page : null,
    downloadUrl: isGood && invoiceId !== null ? `${publicUrl}/files/download/invoice?token=${token}` : null,
    views,
    lastViewedAt,
  };
}

function stateOf(row: LinkRow): PortalLink["state"] {
  if (row.isOver) {
    if (row.endsAt === row.revokedAt) return "revoked";
    return row.endsAt === row.retiredAt ? "replaced" : "expired";
  }
  if (row.invoiceId === null && !row.portalEnabled) return "off";
  return row.retiredAt === null ? "live" : "grace";
}
