/** Who opens a portal link, as far as one can tell: mail scanners and previews open links too. */
import type { Exchange } from "./exchange.ts";

const ROBOT = /bot|crawl|spider|scan|preview|fetch|curl|wget|python|java\/|http-?client|headless|monitor/i;

/** As the bus header says it: `person 203.0.113.0/24`. */
export function describeVisitor({ request, address }: Pick<Exchange, "request" | "address">): string {
  return `${isPerson(request) ? "person" : "robot"} ${networkOf(address)}`;
}

/** A browser that was told to show this page, and not to have it ready for later (Fetch Metadata). */
function isPerson({ method, headers }: Request): boolean {
  const isAhead = headers.has("sec-purpose") || headers.has("purpose") || headers.has("x-moz");
  const isShown = headers.get("sec-fetch-dest") === "document";
  return method === "GET" && isShown && !isAhead && !ROBOT.test(headers.get("user-agent") ?? "bot");
}

/** Enough to see that it was somebody else, too little to know who. Of IPv6 the gateway has only half already. */
function networkOf(address: string): string {
  return address.includes(".") ? `${address.split(".").slice(0, 3).join(".")}.0/24` : `${address}::/64`;
}
