/** What a worker, and the bus to it, guard, taken out one by one: that it hears of a stop, and keeps to it. */
import { BROKER, MESSAGES, type Mutant, PROCESSES, RACES } from "./mutant.ts";

const EXECUTE_RUN = "services/enrichment/run/execute_run.ts";
const ACTIVE_RUN = "services/enrichment/run/active_run.ts";

export const WORKER_MUTANTS: readonly Mutant[] = [
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
      replace: "resolveHost(target, net.lookup, new AbortController().signal)",
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
      replace: "work: () => post(endpoint, body, new AbortController().signal)",
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
      replace: "this.#reader.scanPage(page, new AbortController().signal)",
    }],
    tests: [
      [RACES, "cancel while a page is parsed: the parsing is given up"],
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
    // Any message that names its run, also one that is meant for an older claim of it.
    name: "a message stops claims that it does not mean",
    edits: [
      { file: ACTIVE_RUN, find: "#cancelledUpTo = 0;", replace: "#cancelledUpTo = -1;" },
      {
        file: ACTIVE_RUN,
        find: "this.#cancelledUpTo >= this.#generation",
        replace: "this.#cancelledUpTo >= 0",
      },
    ],
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
    name: "a stopped run leaves its reading thread at work",
    edits: [{
      file: "services/enrichment/threads/order_thread.ts",
      find: "const stop = () => this.end(signal.reason);",
      replace: "const stop = () => {};",
    }],
    tests: [
      [
        "services/enrichment/threads/reading_threads_test.ts",
        "startReadingThreads ends the thread of a stopped run at once, and lets who waits go",
      ],
    ],
  },
];
