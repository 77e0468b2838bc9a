/** How this service asks the store: in its own name, for no team. */
import type { CallOptions } from "shared/bus/mod.ts";

export function ownCall(signal: AbortSignal): CallOptions {
  const caller = { teamId: "system", actor: "service:enrichment", door: "mesh" };
  return { caller, requestId: crypto.randomUUID(), signal };
}
