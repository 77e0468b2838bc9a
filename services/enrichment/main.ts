/** Wires the worker: the bus, the fetcher and the slots. */
import { connectNats } from "shared/bus/mod.ts";
import { runService } from "shared/lifecycle.ts";
import { answerDiscovery } from "./answer_discovery.ts";
import { readEnrichmentConfig } from "./config.ts";
import { enrich } from "./enrich.ts";
import { startDialling } from "./fetch/dialling.ts";
import { createFetcher } from "./fetch/fetch_page.ts";
import { createLookup } from "./fetch/resolve_host.ts";
import { listOwnHosts } from "./own_hosts.ts";
import { createRunStore } from "./run/run_store.ts";
import { startReadingThreads } from "./threads/reading_threads.ts";
import { WebhookSender } from "./webhooks/sender.ts";
import { Worker } from "./worker.ts";

await runService("enrichment", readEnrichmentConfig, async (config, log) => {
  const allowFetch = config.ENRICHMENT_ALLOW_FETCH;
  const lookup = createLookup(config.ENRICHMENT_DNS_SERVERS);
  const dialling = await startDialling({
    giveUp: listOwnHosts(config),
    allowed: allowFetch,
    caCerts: [config.ENRICHMENT_CA_CERTS ?? []].flat(),
  });
  const { exchange } = dialling;
  const fetcher = createFetcher({ lookup, allowFetch, exchange });
  const bus = await connectNats({
    url: config.ENRICHMENT_NATS_URL,
    user: config.ENRICHMENT_NATS_USER,
    password: config.ENRICHMENT_NATS_PASSWORD,
    name: "enrichment",
    inboxPrefix: "_INBOX_enrichment",
    log,
  });
  const reader = startReadingThreads();
  // With their checks they know most of what the readers know, so they are loaded only where there is one.
  const isAnyThere = (config.ENRICHMENT_MODEL_URL ?? config.COMPANYENRICH_API_KEY) !== undefined;
  const secondSource = isAnyThere ? (await import("./ask/open_sources.ts")).openSources(config) : undefined;
  const worker = new Worker({
    bus,
    log,
    store: createRunStore(bus),
    mostSpending: secondSource?.mostSpending,
    enrich: (contact, options) => enrich(contact, { ...options, fetcher, reader, secondSource }),
  });
  const sender = new WebhookSender({ bus, log, net: { lookup, allowList: fetcher.allowList, exchange } });
  answerDiscovery(bus);
  worker.start();
  sender.start();
  return {
    stop: async () => {
      await Promise.all([worker.stop(), sender.stop()]);
      reader.close();
      dialling.close();
      await bus.close();
    },
  };
});
