/** How the portal asks the store: in nobody's name, with the link as the only right. */
import { type Bus, call, type HandlerContext, HEADERS } from "shared/bus/mod.ts";
import { portalAccounts } from "shared/contract/portal.ts";
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import type { InputOf, Operation, OutputOf } from "shared/operation.ts";

/** Kept back from the caller's deadline, so that "the store does not answer" can still be said as a page. */
const RESERVE_MS = 500;

/** The same request id: one cancel message then reaches the store as well as us. */
export function ask<Op extends Operation>(
  bus: Bus,
  operation: Op,
  input: InputOf<Op>,
  context: HandlerContext,
): Promise<OutputOf<Op>> {
  const visitor = context.headers[HEADERS.visitor];
  return call(bus, operation, input, {
    caller: { teamId: operation.scope === "system" ? "system" : "public", actor: "portal", door: "portal" },
    requestId: context.requestId,
    signal: context.signal,
    deadline: context.deadline - RESERVE_MS,
    ...(visitor && { headers: { [HEADERS.visitor]: visitor } }),
  });
}

/** While a long answer is being sent: each question has a time of its own, and is no visit. */
export function askAlong(context: HandlerContext, signal: AbortSignal): HandlerContext {
  return { ...context, signal, deadline: Date.now() + 10_000, headers: {} };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export async function askInvoice(
  bus: Bus,
  { portalId, invoiceId }: { portalId: string; invoiceId: string },
  context: HandlerContext,
): Promise<PortalInvoiceView | null> {
  if (!UUID.test(invoiceId)) return null;
  return await ask(bus, portalAccounts.getInvoice, { portalId, invoiceId }, context);
}
