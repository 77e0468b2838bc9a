/** The portal of a customer: switching it, its link, and what compatible clients read through it. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import type { EventName } from "shared/contract/messages.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { type CustomerRow, findCustomer } from "../queries/customers.ts";
import { listInvoices } from "../queries/invoice_list.ts";
import { makeLinkLive, rotateLink, setPortalEnabled } from "../queries/portal_links.ts";
import { findTeam, type TeamRow } from "../queries/teams.ts";
import { listDifferences } from "../rules/changes.ts";
import { portalStateOf } from "../rules/customer_view.ts";
import { dayIn } from "../rules/invoice_status.ts";
import { toPortalInvoice } from "../rules/invoice_view.ts";
import { openPosition, toPage } from "../rules/keyset.ts";
import { sha256 } from "../rules/secret_keys.ts";
import { runQuery } from "../run_query.ts";
import { noteVisit, openAccountLink } from "../steps/open_portal_link.ts";
import { requireAhead } from "../steps/require_ahead.ts";
import { requireVersion } from "../steps/require_version.ts";
import { requireCustomer } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";
import { readInvoiceSummary } from "./customer_money.ts";

type Names = "togglePortal" | "rotatePortal" | "getByPortalId" | "getPortalInvoices";

export function customerPortalHandlers(store: Store): Pick<Handlers<typeof customers>, Names> {
  return {
    togglePortal: handleCommand(store, customers.togglePortal, toggle),
    rotatePortal: handleCommand(store, customers.rotatePortal, rotate),
    getByPortalId: (input, context) => runQuery(() => showAccount(store, input.portalId, context)),
    getPortalInvoices: (input, context) => runQuery(() => listVisibleInvoices(store, input, context)),
  };
}

async function toggle(unit: Unit, input: { customerId: string; enabled: boolean }) {
  const before = await requireCustomer(unit, input.customerId);
  await requireVersion(unit, before);
  const after = { ...before, ...await setPortalEnabled(unit.sql, unit.teamId, before.id, input.enabled) };
  if (before.portalEnabled !== input.enabled) {
    const name = input.enabled ? "customers.portalEnabled" : "customers.portalDisabled";
    await tellSwitched(unit, { name, before, after });
  }
  if (input.enabled) await publishLink(unit, after, { graceDays: 0, expiresAt: null });
  return { id: before.id, ...portalStateOf(unit.store, after) };
}

async function rotate(unit: Unit, input: ParsedInputOf<typeof customers.rotatePortal>) {
  const { customerId, graceDays, expiresAt } = input;
  requireAhead(expiresAt);
  const before = await requireCustomer(unit, customerId);
  await requireVersion(unit, before);
  if (!before.portalEnabled) {
    throw new OperationError("CONFLICT", "Cannot make a new link: the portal is switched off");
  }
  const after = { ...before, portalRotation: await rotateLink(unit.sql, unit.teamId, customerId) };
  await publishLink(unit, after, { graceDays, expiresAt: expiresAt ?? null });
  await tellSwitched(unit, { name: "customers.portalRotated", before, after });
  return { id: customerId, ...portalStateOf(unit.store, after) };
}

/** The number of the link, never the link itself: whoever may read events must not be able to open it. */
async function tellSwitched(
  unit: Unit,
  change: { name: EventName; before: CustomerRow; after: CustomerRow },
): Promise<void> {
  const changes = listDifferences(change.before, change.after, ["portalEnabled", "portalRotation"]);
  await unit.emit({ name: change.name, customerId: change.before.id, changes, data: {} });
}

async function publishLink(
  unit: Unit,
  customer: CustomerRow,
  life: { graceDays: number; expiresAt: string | null },
): Promise<void> {
  const { teamId, id, portalRotation } = customer;
  const linkHash = sha256(unit.store.keys.portalId(teamId, id, portalRotation));
  await makeLinkLive(unit.sql, { teamId, customerId: id, rotation: portalRotation, linkHash, ...life });
}

async function showAccount(store: Store, portalId: string, context: HandlerContext) {
  const owner = await openAccountLink(store, portalId);
  if (!owner) return null;
  noteVisit(store, context, owner, { what: "data", invoiceId: null });
  const [customer, team] = await Promise.all([
    findCustomer(store.sql, owner.teamId, owner.customerId),
    findTeam(store.sql, owner.teamId),
  ]);
  if (!customer || !team) return null;
  return {
    customer: {
      name: customer.name,
      portalEnabled: true,
      portalId,
      team: { name: team.name, logoUrl: logoUrlOf(store, team), baseCurrency: team.baseCurrency },
    },
    summary: await readInvoiceSummary(store.sql, team, customer.id),
  };
}

function logoUrlOf({ publicUrl }: Store, { logoHash, logoUrl }: TeamRow): string | null {
  return logoHash === null ? logoUrl : `${publicUrl}/brand/${logoHash}`;
}

async function listVisibleInvoices(
  store: Store,
  input: ParsedInputOf<typeof customers.getPortalInvoices>,
  context: HandlerContext,
) {
  const owner = await openAccountLink(store, input.portalId);
  if (!owner) return { data: [], meta: { cursor: null } };
  noteVisit(store, context, owner, { what: "data", invoiceId: null });
  const today = dayIn(owner.timeZone, new Date());
  const list = JSON.stringify(["portal invoices", owner.customerId]);
  const at = openPosition(store.keys, input.cursor, list);
  const rows = await listInvoices(store.sql, owner.teamId, {
    today,
    customerIds: [owner.customerId],
    statuses: ["paid", "unpaid", "overdue"],
    sort: ["issue_date", "desc"],
    at,
    limit: input.pageSize + 1,
  });
  const page = toPage(store.keys, rows, { list, pageSize: input.pageSize, at });
  return {
    data: page.rows.map((row) => toPortalInvoice(row, today, input.portalId)),
    meta: { cursor: page.meta.cursor },
  };
}
