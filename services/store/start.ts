/** Puts the store together: database, two connections to the bus, handlers, relay, ingest, sweeper. */
import { setTimeout as pause } from "node:timers/promises";
import {
  type Bus,
  ensureStreams,
  type Handler,
  type Handlers,
  isTeamId,
  parseSubject,
  Server,
  type StreamRoom,
} from "shared/bus/mod.ts";
import {
  apiKeys,
  branding,
  customers,
  customFields,
  deadLetters,
  enrichmentRuns,
  events,
  files,
  invoices,
  logos,
  payments,
  portalAccounts,
  portalDocuments,
  portalLinks,
  rates,
  tags,
  webhookDeliveries,
  webhooks,
} from "shared/contract/mod.ts";
import type { RunningService } from "shared/lifecycle.ts";
import type { Log } from "shared/log.ts";
import type { Domain, Operation } from "shared/operation.ts";
import type { Sql } from "./database/connect.ts";
import { untilAnswered } from "./database/backoff.ts";
import { startErasing } from "./steps/erase_remains.ts";
import { startFilling } from "./fill_derived_forms.ts";
import { apiKeyHandlers } from "./handlers/api_keys.ts";
import { customFieldHandlers } from "./handlers/custom_fields.ts";
import { brandingHandlers } from "./handlers/branding.ts";
import { customerHandlers } from "./handlers/customers.ts";
import { deadLetterHandlers } from "./handlers/dead_letters.ts";
import { enrichmentRunHandlers } from "./handlers/enrichment_runs.ts";
import { eventHandlers } from "./handlers/events.ts";
import { fileHandlers } from "./handlers/files.ts";
import { invoiceHandlers } from "./handlers/invoices.ts";
import { logoHandlers } from "./handlers/logos.ts";
import { paymentHandlers } from "./handlers/payments.ts";
import { portalAccountHandlers } from "./handlers/portal_accounts.ts";
import { portalDocumentHandlers } from "./handlers/portal_documents.ts";
import { portalLinkHandlers } from "./handlers/portal_links.ts";
import { rateHandlers } from "./handlers/rates.ts";
import { tagHandlers } from "./handlers/tags.ts";
import { webhookDeliveryHandlers } from "./handlers/webhook_deliveries.ts";
import { webhookHandlers } from "./handlers/webhooks.ts";
import { Ingest, messageIdOf, type Rejected } from "./ingest.ts";
import { OutboxRelay } from "./outbox_relay.ts";
import { enqueueEvent } from "./queries/outbox.ts";
import { SecretKeys } from "./rules/secret_keys.ts";
import { AT_ONCE, SharedTransactions } from "./command/shared_transactions.ts";
import { StopConfirmations } from "./stop_confirmations.ts";
import type { Store } from "./store.ts";
import { startSweeper } from "./sweeper.ts";
import { watchDeliveries } from "./undeliverable.ts";
import { VisitLog } from "./visit_log.ts";
import { createWaitingLine } from "./waiting_line.ts";

export interface StoreParts {
  /** To Postgres. */
  readonly connect: (maxConnections: number) => Sql;
  /** Answers requests. */
  readonly bus: Bus;
  /** Publishes events, jobs and control messages. */
  readonly publisher: Bus;
  readonly log: Log;
  readonly secret: string;
  readonly publicUrl: string;
  readonly streams: StreamRoom;
  readonly maxConnections: number;
  readonly notFoundRetriesMs?: readonly number[];
  /** How often the sweeper looks for what is due. */
  readonly sweepMs?: number | undefined;
}

export async function startStore(parts: StoreParts): Promise<RunningService> {
  const { connect, bus, publisher, log } = parts;
  const forShared = Math.min(AT_ONCE, Math.floor(parts.maxConnections / 2));
  const [sql, shared] = [connect(parts.maxConnections - forShared), connect(forShared)];
  await untilAnswered(() => sql`select 1`);
  await ensureStreams(publisher, parts.streams);
  publisher.onReconnect(() => restoreStreams(parts));
  const relay = new OutboxRelay(sql, publisher, log);
  const store: Store = {
    sql,
    shared: new SharedTransactions(shared),
    log,
    publisher,
    keys: new SecretKeys(parts.secret),
    publicUrl: parts.publicUrl,
    wakeRelay: () => relay.wake(),
    stopConfirmations: new StopConfirmations(),
    visits: new VisitLog(sql, log),
  };
  const server = new Server(bus, {
    service: "store",
    log,
    limits: { running: parts.maxConnections * 2, waiting: 512 },
  });
  const ingest = serveEverything(server, store, parts);
  // From here on the broker knows that somebody answers.
  await bus.flush();
  relay.start();
  ingest.start();
  const sweeper = startSweeper(store, parts.sweepMs);
  const filling = startFilling(store);
  const erasing = startErasing(store);
  return {
    stop: async () => {
      await Promise.all([ingest.stop(), sweeper.stop(), filling.stop(), erasing.stop(), server.stop(8_000)]);
      await Promise.all([relay.stop(), store.visits.stop()]);
      await Promise.all([bus.close(), publisher.close()]);
      await Promise.all([sql.end({ timeout: 2 }), shared.end({ timeout: 2 })]);
    },
  };
}

/** The same handlers answer requests and take what was published. */
function serveEverything(server: Server, store: Store, { notFoundRetriesMs }: StoreParts): Ingest {
  const operations = new Map<string, { operation: Operation; handler: Handler<Operation> }>();
  const serve = <D extends Domain>(domain: D, handlers: Handlers<D>) => {
    server.serve(domain, handlers);
    for (const [verb, operation] of Object.entries(domain)) {
      // The type of `handlers` says that each verb has a handler for exactly this operation.
      if (operation.isDurable) {
        operations.set(operation.name, { operation, handler: handlers[verb] as never });
      }
    }
  };
  serve(customers, customerHandlers(store));
  serve(customFields, customFieldHandlers(store));
  serve(tags, tagHandlers(store));
  serve(invoices, invoiceHandlers(store));
  serve(payments, paymentHandlers(store));
  serve(rates, rateHandlers(store));
  serve(events, eventHandlers(store));
  serve(enrichmentRuns, enrichmentRunHandlers(store));
  serve(logos, logoHandlers(store));
  serve(portalAccounts, portalAccountHandlers(store));
  serve(portalDocuments, portalDocumentHandlers(store));
  serve(portalLinks, portalLinkHandlers(store));
  serve(deadLetters, deadLetterHandlers(store));
  serve(files, fileHandlers(store));
  serve(branding, brandingHandlers(store));
  serve(apiKeys, apiKeyHandlers(store));
  serve(webhooks, webhookHandlers(store));
  serve(webhookDeliveries, webhookDeliveryHandlers(store));
  const { log, publisher } = store;
  const tell = (rejected: Rejected) => tellRejected(store, rejected);
  watchDeliveries(store, tell);
  const line = createWaitingLine(store.sql);
  return new Ingest({ bus: publisher, log, operations, line, tellRejected: tell, notFoundRetriesMs });
}

async function tellRejected(store: Store, { message, code, reason, errors }: Rejected): Promise<void> {
  const { subject } = message;
  const teamId = parseSubject(subject)?.team;
  // A subject of no team (or of none that exists) has nobody to be told.
  if (!teamId || !isTeamId(teamId)) return;
  await store.sql.begin((sql) =>
    enqueueEvent(sql, {
      name: "ingest.rejected",
      teamId,
      customerId: null,
      actor: `publisher:${teamId}`,
      door: "ingest",
      requestId: null,
      data: toStorable({
        subject,
        messageId: messageIdOf(message),
        code,
        message: reason,
        errors: errors ?? [],
      }),
    })
  );
  store.wakeRelay();
}

/** What somebody else has written may hold what the database does not take. */
function toStorable<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(
    value,
    (_name, each) => typeof each === "string" ? each.replaceAll("\0", "\ufffd").toWellFormed() : each,
  ));
}

/** After a restart of a broker that lost its files. */
async function restoreStreams({ publisher, log, streams }: StoreParts): Promise<void> {
  for (let tries = 1; tries <= 20; tries++) {
    try {
      return await ensureStreams(publisher, streams);
    } catch (error) {
      log.warn("streams are not ready", { tries, error });
      await pause(1_000);
    }
  }
}
