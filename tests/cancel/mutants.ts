/** Guards taken out one by one, each with the tests that must notice: a test that never fails proves nothing. */

export interface Mutant {
  /** What is broken. */
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly tests: readonly ProvingTest[];
}

/** The file of a test, and its whole name. */
export type ProvingTest = readonly [file: string, name: string];

export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const RACES = "tests/cancel/races_test.ts";
const MESSAGES = "tests/cancel/messages_test.ts";
const PROCESSES = "tests/cancel/processes_test.ts";
const BROKER = "tests/cancel/broker_test.ts";
const STORM = "tests/cancel/storm_test.ts";

const RUN_QUERIES = "services/store/queries/enrichment_runs.ts";
const EXECUTE_RUN = "services/enrichment/run/execute_run.ts";
const ACTIVE_RUN = "services/enrichment/run/active_run.ts";
const FENCE = "\n    and status = 'running' and generation = ${claim.generation}";
const CLAIMABLE = "r.attempt < ${MAX_ATTEMPTS} and (\n" +
  "      (r.status = 'queued' and r.not_before <= clock_timestamp()) or\n";
const TAKEOVER = "      (r.status = 'running' and r.lease_until < clock_timestamp())";

/** The database's own guard stands behind the fence and would hold alone. */
const withoutTrigger: Edit = {
  file: "services/store/test_store.ts",
  find: 'await upsertTeam(sql, { id: mesh.otherTeam.teamId, name: "Other", baseCurrency: "USD" });',
  replace: 'await sql.unsafe("drop trigger guard_run_transition on enrichment_runs");' +
    'await upsertTeam(sql, { id: mesh.otherTeam.teamId, name: "Other", baseCurrency: "USD" });',
};

export const MUTANTS: readonly Mutant[] = [
  {
    name: "a result is saved whatever has become of the run",
    edits: [{ file: RUN_QUERIES, find: FENCE, replace: "" }, withoutTrigger],
    tests: [
      [RACES, "cancel after the result and before its save: the result is refused"],
      [
        RACES,
        "cancel by a change of the website, message lost: nothing of the old site lands, all of the new one",
      ],
      [MESSAGES, "a cancel while the worker is cut off stands, whatever the worker says afterwards"],
      [STORM, "a storm of runs, cancels and broken parts: one end for each, and it stays"],
    ],
  },
  {
    name: "a claim is known by its run alone",
    edits: [{ file: RUN_QUERIES, find: FENCE, replace: "\n    and status = 'running'" }],
    tests: [
      [MESSAGES, "a result of an older claim is refused while the newer one works, and a cancel ends both"],
      [
        PROCESSES,
        "a worker frozen beyond its lease: what it brings when it wakes is refused, and the other's counts",
      ],
    ],
  },
  {
    name: "a cancelled run can be claimed",
    edits: [{
      file: RUN_QUERIES,
      find: CLAIMABLE,
      replace: CLAIMABLE.replace("= 'queued'", "in ('queued', 'cancelled')"),
    }, withoutTrigger],
    tests: [
      [RACES, "cancel before the start: nobody claims it, nothing is fetched"],
      [
        PROCESSES,
        "a worker killed in the middle of a page: its sockets close, and a cancel leaves nothing to the next",
      ],
    ],
  },
  {
    name: "a live claim can be taken",
    edits: [{ file: RUN_QUERIES, find: CLAIMABLE + TAKEOVER, replace: CLAIMABLE + "r.status = 'running'" }],
    tests: [
      [MESSAGES, "two workers that get one run: one works, and a cancel ends it for both"],
      [MESSAGES, "a job that is announced five times is worked on once"],
    ],
  },
  {
    name: "a dead worker's claim is never taken over",
    edits: [{ file: RUN_QUERIES, find: CLAIMABLE + TAKEOVER, replace: CLAIMABLE + "false" }],
    tests: [
      [
        PROCESSES,
        "a worker killed in the middle of a page: the next one takes the run over when the lease is out",
      ],
    ],
  },
  {
    name: "a run that has ended can be cancelled",
    edits: [{
      file: RUN_QUERIES,
      find: "\n      and r.status in ('queued', 'running') ${end.batchId",
      replace: "\n      ${end.batchId",
    }, withoutTrigger],
    tests: [
      [RACES, "cancel after the save: the answer tells that it is too late, and the values stay"],
    ],
  },
  {
    name: "control messages are not heard",
    edits: [{
      file: "services/enrichment/worker.ts",
      find: "if (run && order) run.cancel(order.generation);",
      replace: "",
    }],
    tests: [
      [RACES, "cancel while the body is awaited: the message alone stops it"],
      [MESSAGES, "a control message that comes twice stops its run once"],
      [MESSAGES, "fifty runs in flight, cancelled at once: the messages alone close every socket"],
      [
        PROCESSES,
        "a worker frozen while the cancel comes: the message that waited stops it when it wakes, and nothing lands",
      ],
    ],
  },
  {
    name: "a heartbeat's answer is not heard",
    edits: [{
      file: "services/enrichment/run/lease.ts",
      find: 'if (state === "stopped") {',
      replace: 'if (state === "stopped" && performance.now() < 0) {',
    }],
    tests: [
      [RACES, "cancel while the headers is awaited, message lost: the next heartbeat stops it"],
      [RACES, "cancel while the body is awaited, message lost: the next heartbeat stops it"],
      [
        PROCESSES,
        "a store killed between the commit of a cancel and its message: the cancel stands, a heartbeat stops the run",
      ],
    ],
  },
  {
    name: "a message that came before the claim is forgotten",
    edits: [{
      file: ACTIVE_RUN,
      find: "    this.#onHurry = onHurry;\n    this.#stopIfCancelled();",
      replace: "    this.#onHurry = onHurry;",
    }],
    tests: [
      [RACES, "cancel between claim and first fetch: the message alone keeps it from fetching"],
    ],
  },
  {
    name: "a worker fetches before it has asked",
    edits: [{ file: EXECUTE_RUN, find: "    await lease.beat();\n", replace: "" }],
    tests: [
      [RACES, "cancel between claim and first fetch, message lost: it asks before it fetches"],
    ],
  },
  {
    name: "a lookup does not hear of the stop",
    edits: [{
      file: "services/enrichment/fetch/fetch_resource.ts",
      find: "resolveHost(target, net.lookup, signal)",
      replace: "resolveHost(target, net.lookup, AbortSignal.timeout(15_000))",
    }],
    tests: [
      [RACES, "cancel during the lookup: it ends, and nobody is dialled"],
    ],
  },
  {
    name: "a connection does not hear of the stop",
    edits: [{
      file: "services/enrichment/fetch/exchange.ts",
      find: '  options.signal.addEventListener("abort", abort, { once: true });\n',
      replace: "",
    }],
    tests: [
      [RACES, "cancel while the headers is awaited: the message alone stops it"],
    ],
  },
  {
    name: "a question to a model does not hear of the stop",
    edits: [{
      file: "services/enrichment/ask/chat_endpoint.ts",
      find: "work: (budget) => post(endpoint, body, budget.signal)",
      replace: "work: () => post(endpoint, body, AbortSignal.timeout(15_000))",
    }],
    tests: [
      [RACES, "cancel while a model is asked: its connection is closed"],
    ],
  },
  {
    name: "a page that is scanned does not hear of the stop",
    edits: [{
      file: "services/enrichment/enrich.ts",
      find: "this.#reader.scanPage(page, this.#signal)",
      replace: "this.#reader.scanPage(page, AbortSignal.timeout(8_000))",
    }],
    tests: [
      [RACES, "cancel while a page is parsed: the parsing is given up"],
    ],
  },
  {
    name: "a cancel tells only of what it has ended by itself",
    edits: [{
      file: "services/store/handlers/customer_enrichment.ts",
      find: 'await stopRun(unit, customer, { status: "cancelled", reason: "Cancelled on request" });\n' +
        "    const run = await findLatestRun(unit.sql, unit.teamId, input.id);",
      replace:
        'const run = await stopRun(unit, customer, { status: "cancelled", reason: "Cancelled on request" });',
    }],
    tests: [
      [RACES, "cancel twice at once: both answers tell the same"],
    ],
  },
  {
    name: "a result that cannot be told is not told again",
    edits: [{
      file: EXECUTE_RUN,
      find: "const CLOSE_PAUSES_MS = [0, 300, 1_000, 2_000, 4_000];",
      replace: "const CLOSE_PAUSES_MS = [0];",
    }],
    tests: [
      [BROKER, "the broker killed and started again: the run goes on and ends once"],
    ],
  },
  {
    name: "a message stops claims that it does not mean",
    edits: [{
      file: ACTIVE_RUN,
      find: "this.#cancelledUpTo >= this.#generation",
      replace: "this.#cancelledUpTo >= 0",
    }],
    tests: [
      [MESSAGES, "a control message that comes late stops neither the next run nor a newer claim"],
    ],
  },
  {
    name: "a worker without heartbeats goes on for ever",
    edits: [{
      file: "services/enrichment/run/lease.ts",
      find: "const leftMs = at + this.#timing.selfAbortMs",
      replace: "const leftMs = 60_000 + at + this.#timing.selfAbortMs",
    }],
    tests: [
      [MESSAGES, "a worker that is cut off from the broker stops by itself, before its lease is another's"],
      [PROCESSES, "a worker frozen beyond its own limit stops by itself when it wakes"],
      [BROKER, "the broker killed: no cancel is promised, the worker stops by itself, a later cancel stands"],
      [
        BROKER,
        "the broker frozen beyond the lease: the worker stops, and what it says when it thaws is refused",
      ],
    ],
  },
  {
    name: "a repeated result is not known again",
    edits: [
      {
        file: "services/store/handlers/enrichment_runs.ts",
        find: 'const isOurs = standing?.generation === input.generation && standing.status !== "running";',
        replace: "const isOurs = false;",
      },
      {
        file: "services/store/command.ts",
        find: "  if (!key) return",
        replace: "  if (key !== null) return",
      },
    ],
    tests: [
      [
        PROCESSES,
        "a store killed between the commit of a result and its answer: the worker hears from the next that it was taken",
      ],
    ],
  },
  {
    name: "a claim does not lock its customer",
    edits: [{
      file: RUN_QUERIES,
      find:
        "select customer_id from enrichment_runs where team_id = ${teamId} and id = ${runId}\n    ) for update",
      replace: "select customer_id from enrichment_runs where team_id = ${teamId} and id = ${runId}\n    )",
    }],
    tests: [
      ["services/store/lock_order_test.ts", "who waits for a customer does not hold its run"],
    ],
  },
  {
    name: "a command is not known by its message",
    edits: [{
      file: "services/store/ingest.ts",
      find: "const key = messageIdOf(delivery);",
      replace: "const key = crypto.randomUUID();",
    }, {
      // The stream's own window would keep a repeated message away.
      file: "shared/bus/streams.ts",
      find: "const duplicateWindowMs = 10 * MINUTE;",
      replace: "const duplicateWindowMs = 100;",
    }],
    tests: [
      ["services/store/ingest_test.ts", "ingest"],
    ],
  },
  {
    name: "a stopped run leaves its reading thread at work",
    edits: [{
      file: "services/enrichment/read/order_thread.ts",
      find: "const stop = () => this.end(signal.reason);",
      replace: "const stop = () => {};",
    }],
    tests: [
      [
        "services/enrichment/read/reading_threads_test.ts",
        "startReadingThreads ends the thread of a stopped run at once, and lets who waits go",
      ],
    ],
  },
];
