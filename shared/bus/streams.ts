/** The four streams and their durable readers; the store creates them at start and after the broker lost them. */
import type { Bus, ConsumerSettings, StreamSettings } from "./bus.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 1024 * 1024;

const duplicateWindowMs = 10 * MINUTE;

/** Of a command that is published, with its headers. */
export const MAX_INGEST_BYTES = 256 * 1024;

export interface StreamRoom {
  /** Disk to reserve for all streams together, on each server that keeps a copy: the broker reserves it when they are made. */
  readonly totalMib: number;
  /** Copies that a cluster keeps; a single server keeps one. */
  readonly replicas?: number;
}

function streams({ totalMib, replicas = 1 }: StreamRoom): readonly StreamSettings[] {
  const share = (part: number) => Math.floor(totalMib * MIB * part);
  return [
    {
      name: "INGEST",
      subjects: ["ingest.>"],
      maxAgeMs: 3 * DAY,
      maxBytes: share(1 / 4),
      maxMessageBytes: MAX_INGEST_BYTES,
      discard: "new",
      duplicateWindowMs,
      replicas,
    },
    {
      name: "EVENTS",
      subjects: ["event.>"],
      maxAgeMs: 7 * DAY,
      maxBytes: share(1 / 2),
      // As the bus itself: a change of a large customer tells what was before and what is after.
      maxMessageBytes: MIB,
      discard: "old",
      duplicateWindowMs,
      replicas,
    },
    {
      name: "JOBS",
      subjects: ["job.>"],
      maxAgeMs: DAY,
      maxBytes: share(1 / 8),
      maxMessageBytes: 64 * 1024,
      // What is thrown out the store offers again; a stream that is full would take no more before a day is over.
      discard: "old",
      duplicateWindowMs,
      replicas,
    },
    {
      name: "DLQ",
      subjects: ["dlq.>"],
      maxAgeMs: 30 * DAY,
      maxBytes: share(1 / 8),
      maxMessageBytes: 512 * 1024,
      discard: "old",
      duplicateWindowMs,
      replicas,
    },
  ];
}

/** How long a consumer waits for an acknowledgement before it delivers again: twice the lease of a run. */
export const ACK_WAIT_MS = 30_000;

/** How long a message waits whose store has died with it; a live store says from time to time that it still works on it. */
const INGEST_ACK_WAIT_MS = 10_000;

const CONSUMERS: readonly ConsumerSettings[] = [
  // With those that wait for what they refer to, a minute each, while the others have to go on.
  { stream: "INGEST", durable: "store", ackWaitMs: INGEST_ACK_WAIT_MS, maxDeliver: 10, maxAckPending: 8_192 },
  // Attempts are counted in Postgres; this limit is only a backstop.
  { stream: "JOBS", durable: "enrichment", ackWaitMs: ACK_WAIT_MS, maxDeliver: 50, maxAckPending: 256 },
];

export async function ensureStreams(bus: Bus, room: StreamRoom): Promise<void> {
  for (const stream of streams(room)) await bus.ensureStream(stream);
  for (const consumer of CONSUMERS) await bus.ensureConsumer(consumer);
}
