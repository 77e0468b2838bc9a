/** What the store does of its own accord, in nobody's name but its own unless somebody ordered it. */
import type { HandlerContext } from "shared/bus/mod.ts";
import type { Store } from "./store.ts";

const LIMIT_MS = 10_000;

export function ownContext(store: Store, teamId: string, actor = "store"): HandlerContext {
  return {
    caller: { teamId, actor, door: "mesh" },
    signal: AbortSignal.timeout(LIMIT_MS),
    requestId: crypto.randomUUID(),
    deadline: Date.now() + LIMIT_MS,
    log: store.log,
    headers: {},
    reply: {},
  };
}
