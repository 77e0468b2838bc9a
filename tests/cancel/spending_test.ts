/** Caps on what models may cost hold for runs at the same moment, for cancelled ones and for those of lost workers. */
import { assert, assertEquals } from "@std/assert";
import { customers } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { type Caps, createModel } from "../../services/enrichment/ask/ask_model.ts";
import type { SecondSource } from "../../services/enrichment/ask/source.ts";
import {
  type Behaviour,
  hangs,
  type ModelServer,
  startModelServer,
} from "../../services/enrichment/ask/test_model_server.ts";
import { NO_HEARTBEAT, openRoom, stopConfirmed, type TestRun } from "./test_room.ts";

const ignore = !hasTestServers();
const RUNS = 8;
const PLENTY = { tokens: 1_000_000, costUsd: 100 };
const RUN = { tokens: 6_000, costUsd: 1 };
/** What the endpoint counts for a request, and takes money for. */
const USED = 3_000;

const answersNothing: Behaviour = () =>
  Response.json({
    choices: [{ message: { content: '{"fields":{}}' }, finish_reason: "stop" }],
    usage: { prompt_tokens: USED - 100, completion_tokens: 100 },
  });

function openModel(server: ModelServer, caps: Partial<Caps>): SecondSource {
  return createModel({
    endpoint: { url: server.url, model: "test", apiKey: undefined },
    prices: { inputUsdPerMillion: 1, outputUsdPerMillion: 1 },
    caps: { run: RUN, customerDay: PLENTY, teamDay: PLENTY, ...caps },
  });
}

/** Nobody asks before all have been claimed: each then goes by what it was told at that moment. */
function together(source: SecondSource, count: number): SecondSource {
  const all = Promise.withResolvers<void>();
  let waiting = 0;
  return {
    ...source,
    ask: async (question, signal) => {
      if (++waiting === count) all.resolve();
      await all.promise;
      return await source.ask(question, signal);
    },
  };
}

async function spendTogether(caps: Partial<Caps>, mayKnow = true) {
  await using server = startModelServer(answersNothing);
  await using room = await openRoom();
  const source = together(openModel(server, caps), RUNS);
  const secondSource = mayKnow ? source : { ...source, mostSpending: { tokens: 0, costUsd: 0 } };
  // A busy machine must not make a run begin anew.
  await room.startWorker({ secondSource, slots: RUNS, timing: NO_HEARTBEAT });
  const runs = await Promise.all(Array.from({ length: RUNS }, () => room.addRun("/page")));
  for (const run of runs) {
    await until("its end", async () => await room.statusOf(run) === "succeeded", 20_000);
  }
  return { requests: server.asked.length, tokens: server.asked.length * USED };
}

Deno.test({ name: "a team's day: eight runs at once do not spend more than it has", ignore }, async () => {
  const teamDay = { tokens: 15_000, costUsd: 100 };
  const { requests, tokens } = await spendTogether({ teamDay });
  assert(tokens <= teamDay.tokens, `${requests} requests, ${tokens} tokens`);
  assert(requests > 1, "hardly anybody has asked");
  const dollars = await spendTogether({ teamDay: { tokens: 1_000_000, costUsd: 2.5 } });
  assert(dollars.requests <= 3 && dollars.requests > 1, String(dollars.requests));
});

Deno.test(
  { name: "a team's day would be overspent if runs did not know of each other", ignore },
  async () => {
    const { requests } = await spendTogether({ teamDay: { tokens: 15_000, costUsd: 100 } }, false);
    assertEquals(requests, RUNS);
  },
);

Deno.test({ name: "a customer's day: what cancelled runs have asked counts", ignore }, async () => {
  await using server = startModelServer(hangs);
  await using room = await openRoom();
  const secondSource = openModel(server, { customerDay: { tokens: 12_000, costUsd: 100 } });
  const worker = await room.startWorker({ secondSource, slots: 1, timing: NO_HEARTBEAT });
  let run: TestRun = await room.addRun("/page");
  for (let n = 0, before = 0; n < 8; n++) {
    const isOver = async () => server.asked.length > before || await room.statusOf(run) === "succeeded";
    await until("a question or an end", isOver, 10_000);
    const { cancelled } = await room.cancel(run);
    if (cancelled) await stopConfirmed(room, run);
    before = server.asked.length;
    const next = await room.store.ask(customers.enrich, { id: run.customerId });
    run = { customerId: run.customerId, runId: next.run.id };
  }
  await until("the end", async () => await room.statusOf(run) === "succeeded", 10_000);
  await worker.stop();
  const { length } = server.asked;
  assert(length >= 2 && length * USED <= 12_000, `${length} questions`);
});

Deno.test(
  { name: "a run's own cap holds over its attempts, also when a worker was lost", ignore },
  async () => {
    await using server = startModelServer(hangs);
    await using room = await openRoom();
    const secondSource = openModel(server, {});
    const setUp = { secondSource, slots: 1, timing: NO_HEARTBEAT };
    await room.startWorker({ ...setUp, control: "lost" });
    const run = await room.addRun("/page");
    await server.firstAsked;
    // A step under way would hold the lease once more.
    await until("the last step", async () => await room.stepOf(run) === "verifying");
    // Nobody hears of the first worker any more.
    await room.expireLease(run);
    await room.startWorker(setUp);
    await room.announce(run);
    await until("the end", async () => await room.statusOf(run) === "succeeded", 10_000);
    assertEquals(server.asked.length, 1);
  },
);
