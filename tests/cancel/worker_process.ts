/** For tests: the worker as a process of its own, with the shorter times of the room and a site that it may read. */
import { connectNats } from "shared/bus/mod.ts";
import { createLog } from "shared/log.ts";
import { enrich } from "../../services/enrichment/enrich.ts";
import { createFetcher } from "../../services/enrichment/fetch/fetch_page.ts";
import { createRunStore } from "../../services/enrichment/run/run_store.ts";
import { Worker } from "../../services/enrichment/worker.ts";
import { PATIENCE_MS } from "./test_holdable_site.ts";

// A test run that was killed must not leave it behind.
const parent = Deno.ppid;
setInterval(() => Deno.ppid === parent || Deno.exit(1), 500);

const { nats, site, timing } = JSON.parse(Deno.args[0]!);
const log = createLog({ service: "enrichment" });
const bus = await connectNats({ ...nats, name: "enrichment", log });
const fetcher = createFetcher({
  lookup: () => Promise.resolve([]),
  allowFetch: [site],
  politeGapMs: 0,
  pageTimeoutMs: PATIENCE_MS,
});
new Worker({
  bus,
  log,
  timing,
  store: createRunStore(bus),
  enrich: (contact, options) => enrich(contact, { ...options, fetcher, siteTimeoutMs: PATIENCE_MS }),
}).start();
