/** For tests: a store of its own on a real database and a real broker, and a client that asks it over the bus. */
import {
  type Bus,
  call,
  type Caller,
  callRaw,
  connectNats,
  type Headers,
  type Message,
} from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { createLog, type Log } from "shared/log.ts";
import type { InputOf, Operation, OutputOf } from "shared/operation.ts";
import { takeTestMesh, type TestMesh } from "../../infra/test_mesh.ts";
import { connectDatabase, type Sql } from "./database/connect.ts";
import { upsertTeam } from "./queries/teams.ts";
import { startStore } from "./start.ts";

export interface TestStore extends AsyncDisposable {
  readonly mesh: TestMesh;
  readonly sql: Sql;
  /** Connected as the operator, who may ask everything. */
  readonly bus: Bus;
  readonly log: Log;
  readonly caller: Caller;
  readonly otherCaller: Caller;
  ask<Op extends Operation>(op: Op, input: InputOf<Op>, options?: AskOptions): Promise<OutputOf<Op>>;
  askRaw(op: Operation, input: unknown, options?: AskOptions): Promise<Message>;
  /** Another store process in all but name: same database, same broker. */
  startAnother(): Promise<{ stop(): Promise<void> }>;
}

export interface AskOptions {
  readonly caller?: Caller;
  readonly headers?: Headers;
  readonly signal?: AbortSignal;
  readonly requestId?: string;
}

export interface TestStoreOptions {
  /** The mesh to stand on, when it is a special one. */
  readonly mesh?: TestMesh;
  /** Changes the database, or the streams, before anything uses them. */
  readonly prepare?: (sql: Sql, mesh: TestMesh) => Promise<void>;
  /** For tests that wait for the sweeper. */
  readonly sweepMs?: number;
}

export async function takeTestStore(options: TestStoreOptions = {}): Promise<TestStore> {
  const mesh = options.mesh ?? await takeTestMesh();
  const log = createLog({ service: "store", level: "error" });
  const sql = connectDatabase(mesh.databaseUrl, {
    maxConnections: 2,
    statementTimeoutMs: 20_000,
    applicationName: "test",
  });
  await options.prepare?.(sql, mesh);
  await upsertTeam(sql, {
    id: mesh.teamId,
    name: "Halden Studio",
    baseCurrency: "EUR",
    timeZone: "Europe/Oslo",
  });
  await upsertTeam(sql, { id: mesh.otherTeam.teamId, name: "Other", baseCurrency: "USD" });
  const bus = await connect(mesh, "operator", log);
  const start = () => startOn(mesh, log, options.sweepMs);
  const store = await start();
  const caller = { teamId: mesh.teamId, actor: "key:test", door: "http" };
  const optionsOf = (options: AskOptions = {}) => ({ caller, requestId: crypto.randomUUID(), ...options });
  return {
    mesh,
    sql,
    bus,
    log,
    caller,
    otherCaller: { ...caller, teamId: mesh.otherTeam.teamId },
    ask: (op, input, options) => call(bus, op, input, optionsOf(options)),
    askRaw: (op, input, options) => callRaw(bus, op, input, optionsOf(options)),
    startAnother: start,
    async [Symbol.asyncDispose]() {
      await store.stop();
      await bus.close();
      await sql.end();
      await mesh[Symbol.asyncDispose]();
    },
  };
}

export function connect(mesh: TestMesh, user: keyof TestMesh["nats"]["users"], log: Log): Promise<Bus> {
  const { url, users } = mesh.nats;
  return connectNats({ url, ...users[user], name: `test ${user}`, log });
}

async function startOn(mesh: TestMesh, log: Log, sweepMs?: number) {
  return await startStore({
    connect: (maxConnections) =>
      connectDatabase(mesh.databaseUrl, {
        maxConnections,
        statementTimeoutMs: 10_000,
        applicationName: "mesh store",
      }),
    bus: await connect(mesh, "store", log),
    publisher: await connect(mesh, "store_publisher", log),
    log,
    secret: "the secret of the tests",
    publicUrl: "https://portal.example",
    streams: { totalMib: 64 },
    maxConnections: 10,
    notFoundRetriesMs: [500, 2_000],
    sweepMs,
  });
}

/** The error that a promise rejects with; fails the test when it does not. */
export async function refusal(promise: Promise<unknown>): Promise<OperationError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof OperationError) return error;
    throw error;
  }
  throw new Error("Expected an OperationError, but it was answered");
}

/** Of all that are asked at once: each is waited for from the start, so that none is refused while nobody listens. */
export function refusals(...promises: Promise<unknown>[]): Promise<OperationError[]> {
  return Promise.all(promises.map(refusal));
}

let counter = 0;

/** Builders: what a test does not say is of no importance to it. */
export function aCustomer<T extends object>(changes: T = {} as T) {
  counter++;
  return { name: `Customer ${counter}`, email: `c${counter}@example.com`, ...changes };
}

export function anInvoice<T extends object>(changes: T = {} as T) {
  counter++;
  return {
    invoiceNumber: `INV-${counter}`,
    currency: "EUR",
    issueDate: "2026-01-10",
    dueDate: "2999-01-01",
    lines: [{ name: "Work", quantity: 1, price: "100.00" }],
    ...changes,
  };
}
