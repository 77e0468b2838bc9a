/** What the store guards, taken out one by one: which claims and results count. */
import { type Edit, MESSAGES, type Mutant, PROCESSES, RACES, STORM } from "./mutant.ts";

const RUN_QUERIES = "services/store/queries/enrichment_runs.ts";
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

export const STORE_MUTANTS: readonly Mutant[] = [
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
    name: "a cancel tells only of what it has ended by itself",
    edits: [{
      file: "services/store/handlers/customer_enrichment.ts",
      find: "const run = stopped ?? await findLatestRun(unit.sql, unit.teamId, input.id);",
      replace: "const run = stopped;",
    }],
    tests: [
      [RACES, "cancel twice at once: both answers tell the same"],
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
        file: "services/store/command/with_key.ts",
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
      ["services/store/handlers/lock_order_test.ts", "who waits for a customer does not hold its run"],
    ],
  },
  {
    name: "a command is not known by its message",
    edits: [{
      file: "services/store/ingest.ts",
      find: "const key = delivery.headers[HEADERS.idempotencyKey] ?? messageIdOf(delivery);",
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
];
