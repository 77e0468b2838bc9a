/** Stands where the broker stands in the mesh: a question is a function call of the handler, in the same process. */
import { type Bus, decodeJson, encodeJson, type Handlers, HEADERS, parseSubject } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type { Domain } from "shared/operation.ts";

// What a handler takes is checked where operations are declared; here only names are known.
// deno-lint-ignore no-explicit-any
type AnyHandler = (input: any, context: any) => Promise<unknown>;

export type HandlerTable = ReadonlyMap<string, AnyHandler>;

export function listHandlers<D extends Domain>(domain: D, handlers: Handlers<D>): [string, AnyHandler][] {
  return Object.entries(domain).map(([verb, { name }]) => [name, handlers[verb]!]);
}

/** The gateway has checked the input, so it is not checked again; deadline and cancelling stay. */
export function createDirectBus(handlers: HandlerTable, log: Log): Bus {
  const request: Bus["request"] = async (subject, body, { headers = {}, timeoutMs, signal }) => {
    const { team, name } = parseSubject(subject)!;
    const handler = handlers.get(name);
    if (!handler) throw new OperationError("UNAVAILABLE", "Nobody answers here");
    const controller = new AbortController();
    const abort = () => controller.abort(new OperationError("CANCELLED", "Cancelled by the caller"));
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener("abort", abort);
    const reply: Record<string, string> = {};
    try {
      const output = await handler(decodeJson(body), {
        caller: { teamId: team, actor: headers[HEADERS.actor], door: headers[HEADERS.door] },
        signal: controller.signal,
        requestId: headers[HEADERS.requestId],
        deadline: Date.now() + timeoutMs,
        log,
        headers,
        reply,
      });
      return { subject, body: encodeJson(output), headers: reply };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
  // The workloads ask and do nothing else: whatever else were tried would fail aloud.
  return { isConnected: true, request, publish: () => {}, onReconnect: () => {} } as unknown as Bus;
}
