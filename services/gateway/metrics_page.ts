/** `GET /metrics`, for a collector that knows the token; without a token there is no such page. */
import { createHash, timingSafeEqual } from "node:crypto";
import { OperationError } from "shared/errors.ts";
import type { Answer } from "./answer/answer.ts";
import type { Exchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";

/** @throws {OperationError} NOT_FOUND without a token of ours, UNAUTHENTICATED without the right one. */
export async function answerMetrics(
  { bus, metrics, metricsToken }: Gateway,
  { request }: Exchange,
): Promise<Answer> {
  if (!metricsToken) throw new OperationError("NOT_FOUND", "There is nothing at this address");
  const stated = request.headers.get("authorization") ?? "";
  if (!isSame(stated, `Bearer ${metricsToken}`)) {
    throw new OperationError("UNAUTHENTICATED", "The token of the metrics is required");
  }
  const body = await metrics.render(bus);
  return { status: 200, headers: { "content-type": metrics.contentType }, body };
}

/** By digest, since a comparison in constant time asks for texts of one length. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(one!, other!);
}
