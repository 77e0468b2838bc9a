/** Who may make which calls of a request, decided before a byte of its body is read. */
import { findOperation } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { admit, type Asker } from "../access/admit.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";

export type Admission = { readonly caller: Asker } | { readonly refusal: unknown };

/** In the order of the paths; each call takes one of the caller's requests. */
export async function admitCalls(
  gateway: Gateway,
  paths: readonly string[],
  exchange: Exchange,
): Promise<Admission[]> {
  const admissions: Admission[] = [];
  let stranger: Admission | undefined;
  for (const path of paths) {
    const operation = findOperation(path);
    // One key that is not valid is one failed login, however many calls came with it.
    const known = operation?.scope === "public" ? undefined : stranger;
    const admission = known ?? await admitCall(gateway, operation, exchange);
    if (isStranger(admission)) stranger = admission;
    admissions.push(admission);
  }
  return admissions;
}

async function admitCall(
  gateway: Gateway,
  operation: Operation | undefined,
  exchange: Exchange,
): Promise<Admission> {
  try {
    if (!operation) throw new OperationError("NOT_FOUND", "There is no such procedure");
    return { caller: { ...await admit(gateway, operation, exchange), door: "trpc" } };
  } catch (refusal) {
    return { refusal };
  }
}

function isStranger(admission: Admission): boolean {
  return "refusal" in admission && admission.refusal instanceof OperationError &&
    admission.refusal.code === "UNAUTHENTICATED";
}
