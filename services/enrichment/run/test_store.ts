/** A store of one run in memory, with the fence of the real one: whoever does not hold the claim changes nothing. */
import type { Closed, CloseInput, Opened, RunStore, Standing } from "./run_store.ts";

export interface TestRunStore extends RunStore {
  status: "queued" | "running" | "cancelled" | "ended";
  generation: number;
  /** What was accepted, in order. */
  readonly closes: CloseInput[];
  readonly refused: CloseInput[];
  beats: number;
  lastProgress: unknown;
  /** While true nothing answers, as when the connection is down. */
  isSilent: boolean;
  /** As the store does it: the decision first, then perhaps a message. */
  cancel(): void;
}

export function createTestStore(): TestRunStore {
  const holds = (generation: number) => store.status === "running" && store.generation === generation;
  const store: TestRunStore = {
    status: "queued",
    generation: 0,
    closes: [],
    refused: [],
    beats: 0,
    lastProgress: undefined,
    isSilent: false,
    cancel() {
      store.status = "cancelled";
      store.generation++;
    },
    open: () =>
      answer(store, (): Opened => {
        if (store.status === "running") return { state: "busy", retryAfterMs: 700 };
        if (store.status !== "queued") return { state: "ended" };
        store.status = "running";
        store.generation++;
        const nothing = { tokens: 0, costUsd: 0 };
        const spentToday = { customer: nothing, team: nothing };
        const spent = { spentToday, spentByRun: nothing };
        const subject = { name: "Acme", website: "https://acme.example/", email: null };
        return { state: "open", generation: store.generation, attempt: 1, subject, known: [], ...spent };
      }),
    progress: ({ generation, progress }) =>
      answer(store, (): Standing => {
        store.beats++;
        store.lastProgress = progress ?? store.lastProgress;
        return { state: holds(generation) ? "running" : "stopped" };
      }),
    close: (input) =>
      answer(store, (): Closed => {
        const isRepeated = store.status === "ended" && input.generation === store.generation &&
          input.result === store.closes.at(-1)?.result;
        if (isRepeated) return { accepted: true, status: null };
        const isStopReport = input.result === "aborted" && store.status === "cancelled";
        const isAccepted = holds(input.generation) || isStopReport;
        (isAccepted ? store.closes : store.refused).push(input);
        if (holds(input.generation)) store.status = input.result === "retry" ? "queued" : "ended";
        return { accepted: isAccepted, status: null };
      }),
  };
  return store;
}

function answer<Value>(store: TestRunStore, work: () => Value): Promise<Value> {
  return store.isSilent ? Promise.reject(new Error("nobody answers")) : Promise.resolve().then(work);
}
