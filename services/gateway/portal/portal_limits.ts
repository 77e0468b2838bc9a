/** Limits on portal links: whoever guesses is slowed down, and pages and documents are drawn only so often. */
import { createHash } from "node:crypto";
import { portal } from "shared/contract/portal.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import type { Gateway } from "../gateway.ts";
import type { RateLimits } from "../access/rate_limit.ts";
import { isPortalOpen, type Link } from "./locate_portal.ts";

export interface Visit<Result> extends Link {
  readonly operation: Operation;
  /** Of the visitor. */
  readonly address: string;
  readonly work: () => Promise<Result>;
  /** Whether a result says that the link leads nowhere. */
  readonly isMiss: (result: Result) => boolean;
  /** When the result has ended, if it is a stream that goes on after the answer. */
  readonly endOf?: (result: Result) => Promise<void> | undefined;
}

/** @throws {OperationError} RATE_LIMITED, or what the work raised. */
export async function answerVisitor<Result>(gateway: Gateway, visit: Visit<Result>): Promise<Result> {
  const { limits } = gateway;
  const { operation, address, portalId, invoiceId = "", work, isMiss, endOf } = visit;
  await admitVisitor(gateway, visit);
  limits[bucketOf(operation)].take(shorten(portalId + invoiceId));
  const leave = operation.output === "application/zip" ? gateway.openArchives.enter(portalId) : () => {};
  let ended: Promise<void> | undefined;
  try {
    const result = await work();
    if (isMiss(result)) limits.misses.spend(address);
    ended = endOf?.(result);
    return result;
  } catch (error) {
    if (isAbsence(error)) limits.misses.spend(address);
    throw error;
  } finally {
    if (ended) ended.then(leave);
    else leave();
  }
}

/**
 * Many people may share one address: a good link still opens when others there have missed too often. That helps nobody to
 * guess, since a link has 126 bits and each address gets only so many second looks.
 * @throws {OperationError} RATE_LIMITED for an address that has missed too often, unless the link is good.
 */
export async function admitVisitor(
  gateway: Gateway,
  { address, portalId, invoiceId }: Link & Pick<Visit<unknown>, "address">,
): Promise<void> {
  const { misses, secondLooks } = gateway.limits;
  try {
    misses.require(address);
  } catch (refusal) {
    if (portalId === "") throw refusal;
    secondLooks.take(address);
    if (!await isPortalOpen(gateway, { portalId, invoiceId })) throw refusal;
  }
}

/** What somebody calls a link may be as long as an address, and is part of it: kept by itself it would keep all of that. */
function shorten(portalId: string): string {
  return createHash("sha256").update(portalId).digest("base64url");
}

function bucketOf(operation: Operation): keyof RateLimits {
  if (operation === portal.requestLink) return "linkRequests";
  const { output } = operation;
  if (output === "application/pdf") return "pdfs";
  return output === "application/zip" ? "archives" : "pages";
}

const MISSES: ReadonlySet<ErrorCode> = new Set(["NOT_FOUND", "GONE", "UNAUTHENTICATED"]);

function isAbsence(error: unknown): boolean {
  return error instanceof OperationError && MISSES.has(error.code);
}
