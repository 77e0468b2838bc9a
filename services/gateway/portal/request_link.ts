/** The form on the page of a link that has ended: it is sent to the address of that page, so the page names no link. */
import { portal } from "shared/contract/portal.ts";
import { OperationError } from "shared/errors.ts";
import { VISITOR } from "../access/admit.ts";
import type { Answer } from "../answer/answer.ts";
import { ask } from "../ask.ts";
import { readBodyType } from "../request/body_type.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { answerVisitor } from "./portal_limits.ts";
import { takeRequest } from "../access/rate_limit.ts";
import { readBytes } from "../request/read_bytes.ts";
import { isPage, type PathParameters, readLink, type Route } from "../rest.ts";
import { toAnswer } from "../answer/reply_answer.ts";

/** Where the page of a link that has ended can stand. */
export function isBehindLink({ operation, pattern }: Route): boolean {
  return isPage(operation) && (pattern.parameters.includes("portalId") || operation === portal.download);
}

const operation = portal.requestLink;

/** @throws {OperationError} FORBIDDEN for a form of another site, RATE_LIMITED, UNSUPPORTED_MEDIA_TYPE, TOO_LARGE. */
export async function requestLink(
  gateway: Gateway,
  _page: Route,
  exchange: Exchange,
  parameters: PathParameters,
): Promise<Answer> {
  const { address, request } = exchange;
  const { portalId } = readLink(request, parameters);
  takeRequest(gateway.limits, address, exchange);
  requireOwnPage(request);
  const work = async () => {
    const email = await readEmail(request);
    const language = request.headers.get("accept-language")?.slice(0, 200);
    const input = { portalId: portalId.slice(0, 100), email, language };
    return toAnswer(operation, await ask(gateway, { operation, input, caller: VISITOR }, exchange));
  };
  // Each form that is sent counts like a wrong link, so that trying out addresses is as slow as guessing links.
  return await answerVisitor(gateway, { operation, address, portalId, work, isMiss: () => true });
}

/** A browser says where a form stood (Fetch Metadata); `Origin` is null, since our pages send no referrer. */
function requireOwnPage({ headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin") return;
  throw new OperationError("FORBIDDEN", "This form was sent by another site");
}

/** A text that is no e-mail address is on nobody's file, and is answered like any other. */
async function readEmail(request: Request): Promise<string> {
  if (readBodyType(request).essence !== "application/x-www-form-urlencoded") {
    throw new OperationError("UNSUPPORTED_MEDIA_TYPE", "The body must be a form");
  }
  const bytes = await readBytes(request, { maxBytes: 4_096, limitMs: 10_000 });
  const email = new URLSearchParams(new TextDecoder().decode(bytes)).get("email") ?? "";
  return email.slice(0, 254);
}
