/** The account's address without the slash at its end, which is how links are given out. */
import type { Answer } from "../answer/answer.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { answerRoute, type PathParameters, type Route } from "../rest.ts";
import { isPortalOpen } from "./locate_portal.ts";
import { admitVisitor } from "./portal_limits.ts";

/**
 * An open account is sent on to the address with the slash, below which everything else of it lies: so no page has to
 * name the link, which is a secret. A link that opens nothing is told so at once.
 */
export async function sendToPortal(
  gateway: Gateway,
  route: Route,
  exchange: Exchange,
  parameters: PathParameters,
): Promise<Answer> {
  const { portalId = "" } = parameters;
  await admitVisitor(gateway, { address: exchange.address, portalId });
  // Where nobody can look it up, the page itself finds out.
  const isOpen = await isPortalOpen(gateway, { portalId }).catch(() => false);
  if (!isOpen) return await answerRoute(gateway, route, exchange, parameters);
  const { search } = new URL(exchange.request.url);
  const location = `./${encodeURIComponent(portalId)}/${search}`;
  return { status: 308, headers: { location }, body: null };
}
