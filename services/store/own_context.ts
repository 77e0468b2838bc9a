/** The context of commands that the store runs by itself: in its own name, or in that of the person who ordered them. */
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
