/** Guards taken out one by one, each with the test that must notice: a test that never fails proves nothing. */

export interface Mutant {
  /** What is broken. */
  readonly name: string;
  /** The file of the test, and its whole name. */
  readonly test: readonly [file: string, name: string];
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const RACES = "tests/cancel/races_test.ts";
const MESSAGES = "tests/cancel/messages_test.ts";
const PROCESSES = "tests/cancel/processes_test.ts";

const RUN_QUERIES = "services/store/queries/enrichment_runs.ts";
const FENCE = "\n    and status = 'running' and generation = ${claim.generation}";

/** The database's own guard stands behind the fence and would hold alone. */
const withoutTrigger: Edit = {
  file: "services/store/test_store.ts",
  find: 'await upsertTeam(sql, { id: mesh.otherTeam.teamId, name: "Other", baseCurrency: "USD" });',
  replace: 'await sql.unsafe("drop trigger guard_run_transition on enrichment_runs");' +
    'await upsertTeam(sql, { id: mesh.otherTeam.teamId, name: "Other", baseCurrency: "USD" });',
};
const withoutGeneration: Edit = {
  file: RUN_QUERIES,
  find: FENCE,
  replace: "\n    and status = 'running'",
};
const deafHeartbeat: Edit = {
  file: "services/enrichment/run/lease.ts",
  find: 'if (state === "stopped") {',
  replace: 'if (state === "stopped" && performance.now() < 0) {',
};

export const MUTANTS: readonly Mutant[] = [
  {
    name: "a result is saved whatever has become of the run",
    test: [RACES, "cancel after the result and before its save: the result is refused"],
    edits: [{ file: RUN_QUERIES, find: FENCE, replace: "" }, withoutTrigger],
  },
  {
    name: "a claim is known by its run alone (result under way)",
    test: [
      MESSAGES,
      "a result of an older claim is refused while the newer one works, and a cancel ends both",
    ],
    edits: [withoutGeneration],
  },
  {
    name: "a claim is known by its run alone (frozen worker)",
    test: [
      PROCESSES,
      "a worker frozen beyond its lease: what it brings when it wakes is refused, and the other's counts",
    ],
    edits: [withoutGeneration],
  },
  {
    name: "a cancelled run can be claimed",
    test: [RACES, "cancel before the start: nobody claims it, nothing is fetched"],
    edits: [{
      file: RUN_QUERIES,
      find: "(r.status = 'queued'",
      replace: "(r.status in ('queued', 'cancelled')",
    }, withoutTrigger],
  },
  {
    name: "a live claim can be taken",
    test: [MESSAGES, "two workers that get one run: one works, and a cancel ends it for both"],
    edits: [{
      file: RUN_QUERIES,
      find: "<= clock_timestamp()) or\n      (r.status = 'running' and r.lease_until < clock_timestamp())",
      replace: "<= clock_timestamp()) or r.status = 'running'",
    }],
  },
  {
    name: "control messages are not heard",
    test: [RACES, "cancel while the body is awaited: the message alone stops it"],
    edits: [{
      file: "services/enrichment/worker.ts",
      find: "if (run && order) run.cancel(order.generation);",
      replace: "",
    }],
  },
  {
    name: "a heartbeat's answer is not heard",
    test: [RACES, "cancel while the body is awaited, message lost: the next heartbeat stops it"],
    edits: [deafHeartbeat],
  },
  {
    name: "a lookup does not hear of the stop",
    test: [RACES, "cancel during the lookup: it ends, and nobody is dialled"],
    edits: [{
      file: "services/enrichment/fetch/fetch_resource.ts",
      find: "resolveHost(target, net.lookup, signal)",
      replace: "resolveHost(target, net.lookup, AbortSignal.timeout(15_000))",
    }],
  },
  {
    name: "a connection does not hear of the stop",
    test: [RACES, "cancel while the headers is awaited: the message alone stops it"],
    edits: [{
      file: "services/enrichment/fetch/exchange.ts",
      find: '  options.signal.addEventListener("abort", abort, { once: true });\n',
      replace: "",
    }],
  },
  {
    name: "a message stops claims that it does not mean",
    test: [MESSAGES, "a control message that comes late stops neither the next run nor a newer claim"],
    edits: [{
      file: "services/enrichment/run/active_run.ts",
      find: "this.#cancelledUpTo >= this.#generation",
      replace: "this.#cancelledUpTo >= 0",
    }],
  },
  {
    name: "a worker without heartbeats goes on for ever",
    test: [
      MESSAGES,
      "a worker that is cut off from the broker stops by itself, before its lease is another's",
    ],
    edits: [{
      file: "services/enrichment/run/lease.ts",
      find: "const leftMs = at + this.#timing.selfAbortMs",
      replace: "const leftMs = 60_000 + at + this.#timing.selfAbortMs",
    }],
  },
  {
    name: "a store that dies before its message leaves the worker at work",
    test: [
      PROCESSES,
      "a store killed between the commit of a cancel and its message: the cancel stands, a heartbeat stops the run",
    ],
    edits: [deafHeartbeat],
  },
  {
    name: "a stopped run leaves its reading thread at work",
    test: [
      "services/enrichment/read/reading_threads_test.ts",
      "startReadingThreads ends the thread of a stopped run at once, and lets who waits go",
    ],
    edits: [{
      file: "services/enrichment/read/reading_threads.ts",
      find: "const stop = () => this.end(signal.reason);",
      replace: "const stop = () => {};",
    }],
  },
];
