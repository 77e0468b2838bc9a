/**
 * `deno task bench:cancel [--cancels N] [--lanes N] [--record]`: from the HTTP answer of a cancel to the closed socket,
 * of runs that wait for a name, for a page, or for a model.
 */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { startDevMesh } from "../../infra/test_mesh.ts";
import { typedArgs } from "../../infra/typed_args.ts";
import { type Http, httpClient } from "../mesh_client.ts";
import { renderCancels, type Sample } from "./cancel_table.ts";
import { percentile } from "./measure.ts";
import { type Phase, PHASES, startSilentWorld } from "./silent_world.ts";
import { recordSection } from "./record_section.ts";

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: {
    cancels: { type: "string", default: "500" },
    /** Runs at once: as many as the worker has slots. */
    lanes: { type: "string", default: "8" },
    minutes: { type: "string", default: "5" },
    record: { type: "boolean", default: false },
  },
});
const WAIT_MS = 20_000;
const GOAL_MS = 50;

await using world = await startSilentWorld();
await using mesh = await startDevMesh({ allowFetch: [world.siteAddress], env: world.env });
const http = httpClient(mesh);
const samples: Sample[] = [];
const end = performance.now() + Number(flags.minutes) * 60_000;
let begun = 0;
const lane = async () => {
  while (begun < Number(flags.cancels) && performance.now() < end) {
    const number = begun++;
    samples.push(await cancelOne(number, PHASES[number % PHASES.length]!));
  }
};
await Promise.all(Array.from({ length: Number(flags.lanes) }, lane));
const table = renderCancels(samples);
printLine(`${samples.length} cancels, ${flags.lanes} at once\n\n${table}`);
if (flags.record) await recordSection("Cancel", describe());
Deno.exit(samples.length >= Number(flags.cancels) && PHASES.every(isInTime) ? 0 : 1);

/** Each kind by itself: a late one of them is not to hide among the others. */
function isInTime(phase: Phase): boolean {
  const own = samples.filter((each) => each.phase === phase);
  return percentile(own.map((each) => each.afterAnswerMs), 0.99) <= GOAL_MS;
}

async function cancelOne(number: number, phase: Phase): Promise<Sample> {
  const { website, reached, closed } = world.watch(number, phase);
  const body = { name: `Bench ${number}`, email: "b@example.com", website };
  const { body: customer } = await ask(() => http("POST", "/customers", { body }), 201);
  await within(reached, `the ${phase}`);
  const askedAt = performance.now();
  const closing = within(closed(), "the closed socket");
  await ask(() => http("POST", `/customers/${customer.id}/enrichment/cancel`), 200);
  const answeredAt = performance.now();
  const closedAt = await closing;
  return {
    phase,
    afterAnswerMs: Math.max(0, closedAt - answeredAt),
    afterRequestMs: closedAt - askedAt,
    answerMs: answeredAt - askedAt,
  };
}

/** Slower than the team's limit if need be; that is no part of what is measured. */
async function ask(work: () => ReturnType<Http>, status: number) {
  for (let tries = 0; tries < 40; tries++) {
    const answer = await work();
    if (answer.status === status) return answer;
    if (answer.status !== 429) throw new Error(`Unexpected answer: ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("Too many requests, for too long");
}

async function within<Value>(wait: Promise<Value>, what: string): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`Not in time: ${what}`)), WAIT_MS);
  return await Promise.race([wait, promise]).finally(() => clearTimeout(timer));
}

function describe(): string {
  const { hardwareConcurrency } = navigator;
  return `\`deno task bench:cancel --record\`: a mesh of real processes and a world that says no more: names that are
never answered, pages that begin and do not end, a model that thinks for ever; ${flags.lanes} runs at once, each
cancelled over HTTP as soon as it waits. Site and model tell when their sockets closed, the kernel's list when those of a
lookup did. The store waits up to 60 ms for the worker's word before it answers.

- ${
    new Date().toISOString().slice(0, 10)
  }, ${hardwareConcurrency} cores, Deno ${Deno.version.deno}, load average at the end ${
    Deno.loadavg()[0]!.toFixed(1)
  }. ${samples.length} cancels. Goal: p99 of answer → socket closed at most ${GOAL_MS} ms, in each kind.

${table}`;
}
