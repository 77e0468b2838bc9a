/** Who opens a portal link, as far as one can tell: mail scanners and previews open links too. */
import type { Exchange } from "../exchange.ts";

const ROBOT = /bot|crawl|spider|scan|preview|fetch|curl|wget|python|java\/|http-?client|headless|monitor/i;

/** As the bus header says it: `person 203.0.113.0/24`. */
export function describeVisitor({ request, address }: Pick<Exchange, "request" | "address">): string {
  return `${isPerson(request) ? "person" : "robot"} ${networkOf(address)}`;
}

/** True when a browser was told by a person to show this page, not to prefetch it (Fetch Metadata). */
function isPerson({ method, headers }: Request): boolean {
  const isAhead = headers.has("sec-purpose") || headers.has("purpose") || headers.has("x-moz");
  const isShown = headers.get("sec-fetch-dest") === "document";
  return method === "GET" && isShown && !isAhead && !ROBOT.test(headers.get("user-agent") ?? "bot");
}

/** Enough to tell visitors apart, too little to know who they are. IPv6 addresses are shortened already. */
function networkOf(address: string): string {
  return address.includes(".") ? `${address.split(".").slice(0, 3).join(".")}.0/24` : `${address}::/64`;
}
