/** What the mesh has counted, in Prometheus' text format: the gateway's requests, and what each service has answered. */
import { Counter, Histogram, Registry } from "prom-client";
import { type Bus, decodeJson } from "shared/bus/mod.ts";

/** Seconds: from an answer out of memory to an archive. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** A client may make up any other, and each would be a line of its own. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** How long the services have to say what they counted. */
const STATS_MS = 300;

const OPERATION_LABELS = ["service", "instance", "operation"] as const;

export interface ServedRequest {
  readonly method: string;
  /** The pattern, never the path: that may hold a secret link, and there is no end of paths. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What a service says when asked for `$SRV.STATS` (ADR-32). */
interface ServiceStats {
  readonly name: string;
  readonly id: string;
  readonly endpoints: readonly {
    readonly name: string;
    readonly num_requests: number;
    readonly num_errors: number;
    /** Nanoseconds. */
    readonly processing_time: number;
  }[];
}

export class Metrics {
  #registry = new Registry();
  #requests = new Counter({
    name: "mesh_http_requests_total",
    help: "HTTP requests that were answered",
    labelNames: ["method", "route", "status"],
    registers: [this.#registry],
  });
  #seconds = new Histogram({
    name: "mesh_http_request_seconds",
    help: "Time from a request's arrival to the first byte of its answer",
    labelNames: ["method", "route"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  #operations = this.#countOfOperations("mesh_operation_requests_total", "Operations answered by a service");
  #failures = this.#countOfOperations("mesh_operation_errors_total", "Those of them answered with an error");
  #working = this.#countOfOperations("mesh_operation_seconds_total", "Time spent on them");

  get contentType(): string {
    return this.#registry.contentType;
  }

  count({ method: stated, route, status, seconds }: ServedRequest): void {
    const method = METHODS.includes(stated) ? stated : "other";
    this.#requests.inc({ method, route, status });
    this.#seconds.observe({ method, route }, seconds);
  }

  /** Services that do not answer in time are left out, as a collector expects of a process that is gone. */
  async render(bus: Bus): Promise<string> {
    const answers = await bus.requestMany("$SRV.STATS", STATS_MS);
    for (const counter of [this.#operations, this.#failures, this.#working]) counter.reset();
    // The cast: only services of the mesh may answer here.
    for (const { body } of answers) this.#take(decodeJson(body) as ServiceStats);
    return await this.#registry.metrics();
  }

  #take({ name: service, id: instance, endpoints }: ServiceStats): void {
    for (const { name, num_requests, num_errors, processing_time } of endpoints) {
      const labels = { service, instance, operation: name.replace("-", ".") };
      this.#operations.inc(labels, num_requests);
      this.#failures.inc(labels, num_errors);
      this.#working.inc(labels, processing_time / 1e9);
    }
  }

  #countOfOperations(name: string, help: string): Counter<typeof OPERATION_LABELS[number]> {
    return new Counter({ name, help, labelNames: OPERATION_LABELS, registers: [this.#registry] });
  }
}
