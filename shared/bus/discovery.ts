/** Discovery after NATS ADR-32 (ping, info, stats), so that any NATS tool lists the mesh and its operations. */
import type { Operation, ServiceName } from "shared/operation.ts";
import { rpcPattern } from "./subjects.ts";

export interface EndpointStats {
  readonly operation: Operation;
  requests: number;
  errors: number;
  lastError: string;
  processingMs: number;
}

export interface ServiceIdentity {
  readonly service: ServiceName;
  readonly id: string;
  readonly started: Date;
}

const VERSION = "0.1.0";

export function newStats(operation: Operation): EndpointStats {
  return { operation, requests: 0, errors: 0, lastError: "", processingMs: 0 };
}

/** The body for `$SRV.<PING|INFO|STATS>[.<name>[.<id>]]`, or undefined when the question is not for us. */
export function answerDiscovery(
  subject: string,
  who: ServiceIdentity,
  endpoints: readonly EndpointStats[],
): Record<string, unknown> | undefined {
  const [, verb, name, id] = subject.split(".");
  if ((name && name !== who.service) || (id && id !== who.id)) return undefined;
  const base = { name: who.service, id: who.id, version: VERSION, metadata: {} };
  if (verb === "PING") return { type: "io.nats.micro.v1.ping_response", ...base };
  if (verb === "INFO") {
    const description = `Customer Mesh ${who.service}`;
    return {
      type: "io.nats.micro.v1.info_response",
      ...base,
      description,
      endpoints: endpoints.map(describe),
    };
  }
  if (verb === "STATS") {
    const started = who.started.toISOString();
    return { type: "io.nats.micro.v1.stats_response", ...base, started, endpoints: endpoints.map(count) };
  }
  return undefined;
}

function describe({ operation }: EndpointStats) {
  return {
    // ADR-32 endpoint names have no dots.
    name: operation.name.replace(".", "-"),
    subject: rpcPattern(operation),
    queue_group: operation.service,
    metadata: { summary: operation.summary },
  };
}

function count(stats: EndpointStats) {
  const nanoseconds = Math.round(stats.processingMs * 1e6);
  return {
    ...describe(stats),
    num_requests: stats.requests,
    num_errors: stats.errors,
    last_error: stats.lastError,
    processing_time: nanoseconds,
    average_processing_time: stats.requests === 0 ? 0 : Math.round(nanoseconds / stats.requests),
  };
}
