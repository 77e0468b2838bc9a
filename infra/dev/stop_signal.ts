/** Ctrl-C, SIGTERM and a closed terminal: the first one stops in order, the second one at once. */
import { whenOrphaned } from "shared/lifecycle.ts";

export interface StopRequest {
  readonly signal: AbortSignal;
  readonly requested: Promise<void>;
  /** For racing against work that takes no signal. */
  readonly rejection: Promise<never>;
}

/** `deno task` hands on the Ctrl-C that the terminal sent to us as well; that is not a second one. */
const SAME_PRESS_MS = 1_000;

export function listenForStop(onSecond: () => void): StopRequest {
  const stop = createStopRequest(onSecond);
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) Deno.addSignalListener(signal, stop.onSignal);
  if (Deno.env.has(STOP_WITH_PARENT)) whenOrphaned(stop.onSignal);
  return stop;
}

/** Set by tests: a mesh must not outlive a test run that was killed. */
export const STOP_WITH_PARENT = "MESH_STOP_WITH_PARENT";

function createStopRequest(onSecond: () => void): StopRequest & { onSignal: () => void } {
  const controller = new AbortController();
  const requested = Promise.withResolvers<void>();
  const rejection = Promise.withResolvers<never>();
  rejection.promise.catch(() => {});
  let firstAt = 0;
  const onSignal = () => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      controller.abort(new Error("Stopped"));
      requested.resolve();
      rejection.reject(controller.signal.reason);
    } else if (performance.now() - firstAt > SAME_PRESS_MS) {
      onSecond();
      Deno.exit(1);
    }
  };
  return { signal: controller.signal, requested: requested.promise, rejection: rejection.promise, onSignal };
}
