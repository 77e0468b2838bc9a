/** What a worker asks of the store about a run, over the bus. */
import { type Bus, call } from "shared/bus/mod.ts";
import { enrichmentRuns } from "shared/contract/enrichment_runs.ts";
import type { InputOf, OutputOf } from "shared/operation.ts";
import { ownCall } from "../own_call.ts";

export interface RunStore {
  open(input: OpenInput, signal: AbortSignal): Promise<Opened>;
  progress(input: InputOf<typeof enrichmentRuns.progress>, signal: AbortSignal): Promise<Standing>;
  close(input: CloseInput, signal: AbortSignal): Promise<Closed>;
}

export type OpenInput = InputOf<typeof enrichmentRuns.open>;
export type Opened = OutputOf<typeof enrichmentRuns.open>;
export type Standing = OutputOf<typeof enrichmentRuns.progress>;
export type CloseInput = InputOf<typeof enrichmentRuns.close>;
export type Closed = OutputOf<typeof enrichmentRuns.close>;

export function createRunStore(bus: Bus): RunStore {
  return {
    open: (input, signal) => call(bus, enrichmentRuns.open, input, ownCall(signal)),
    progress: (input, signal) => call(bus, enrichmentRuns.progress, input, ownCall(signal)),
    close: (input, signal) => call(bus, enrichmentRuns.close, input, ownCall(signal)),
  };
}
