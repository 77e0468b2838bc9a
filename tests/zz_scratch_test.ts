import { customers } from "shared/contract/mod.ts";
import { aCustomer, takeTestStore } from "../services/store/test_store.ts";
import { queueBatches } from "../services/store/steps/queue_batches.ts";
import { connectDatabase } from "../services/store/database/connect.ts";
import { SharedTransactions } from "../services/store/command/shared_transactions.ts";

Deno.test({ name: "stress batches", sanitizeOps: false, sanitizeResources: false }, async () => {
  await using store = await takeTestStore({ sweepMs: 600_000 });
  const { ask, sql } = store;
  const pools = [0, 1].map(() =>
    connectDatabase(store.mesh.databaseUrl, {
      maxConnections: 4,
      statementTimeoutMs: 10_000,
      applicationName: "s",
    })
  );
  const stores = pools.map((pool) =>
    ({
      sql: pool,
      shared: new SharedTransactions(pool),
      log: store.log,
      publisher: store.bus,
      keys: undefined,
      publicUrl: "",
      wakeRelay: () => {},
      stopConfirmations: undefined,
      visits: undefined,
    }) as any
  );
  const items = Array.from({ length: 3 }, () => aCustomer({ website: "a.example", industry: "X1" }));
  const { results } = await ask(customers.upsertMany, { items });
  for (const r of results) await ask(customers.cancelEnrichment, { id: r.customer!.id });
  let early = 0, n = 0;
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    n++;
    const { batch } = await ask(customers.enrichMany, { filter: { industry: "X1" } });
    const delay = Math.random() * 4;
    await Promise.all([
      queueBatches(stores[0]),
      (async () => {
        const until = performance.now() + 12;
        await new Promise((r) => setTimeout(r, delay));
        while (performance.now() < until) await queueBatches(stores[1]);
      })(),
    ]);
    const now = (await ask(customers.getEnrichmentBatch, { batchId: batch.id })).batch;
    if (now.status === "ended") {
      early++;
      console.log(n, now.status, now.runs);
      const [a] =
        await sql`select count(*)::int as n from enrichment_runs where batch_id=${batch.id} and status='queued'`;
      console.log(a);
      for (const r of results) await ask(customers.cancelEnrichment, { id: r.customer!.id });
    } else await ask(customers.cancelEnrichmentBatch, { batchId: batch.id });
  }
  console.log({ early, n });
  for (const p of pools) await p.end();
});
