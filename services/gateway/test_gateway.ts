/** For tests: a gateway on a port of its own, on the real bus, with stand-ins for the services behind it. */
import { createHash } from "node:crypto";
import { assertEquals } from "@std/assert";
import {
  type Bus,
  connectNats,
  type HandlerContext,
  type Handlers,
  type Message,
  Server,
} from "shared/bus/mod.ts";
import { DOMAINS } from "shared/contract/mod.ts";
import { createLog } from "shared/log.ts";
import type { Domain, ServiceName } from "shared/operation.ts";
import { takeTestMesh, type TestMesh } from "../../infra/test_mesh.ts";
import type { Session } from "./access/authenticate.ts";
import type { FeedSettings } from "./events/event_feed.ts";
import type { RateLimits } from "./access/rate_limit.ts";
import { startGateway } from "./start.ts";

export type StandIn = (input: Record<string, unknown>, context: HandlerContext) => unknown;

/** What each stand-in answers, by operation name; to any other question it answers INTERNAL. */
export type StandIns = Readonly<Record<string, StandIn>>;

export interface TestGateway extends AsyncDisposable {
  readonly url: string;
  readonly mesh: TestMesh;
  /** Connected as the operator, who hears everything. */
  readonly operator: Bus;
  /** Lines of the gateway's log, parsed. */
  readonly log: Record<string, unknown>[];
  readonly keys: TestKeys;
  fetch(path: string, options?: RequestInit & { key?: string }): Promise<Response>;
  startService(name: ServiceName, standIns?: StandIns): Promise<Server>;
  connect(user: keyof TestMesh["nats"]["users"]): Promise<Bus>;
  /** May be called more than once. */
  stop(): Promise<void>;
}

export interface TestGatewayOptions {
  readonly standIns?: StandIns;
  readonly limits?: RateLimits;
  readonly feed?: Partial<FeedSettings>;
  readonly withoutStore?: boolean;
  readonly trustedProxies?: readonly string[];
  readonly allowedOrigins?: readonly string[];
  readonly metricsToken?: string;
}

export async function takeTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const stack = new AsyncDisposableStack();
  const mesh = stack.use(await takeTestMesh());
  const quiet = createLog({ service: "test", level: "error", write: () => {} });
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ service: "gateway", write: (line) => lines.push(JSON.parse(line)) });
  const connect = (user: keyof TestMesh["nats"]["users"]) => {
    const { url, users } = mesh.nats;
    return connectNats({ url, ...users[user], name: `test ${user}`, log: quiet });
  };
  const operator = await connect("operator");
  stack.defer(() => operator.close());
  const keys = makeKeys(mesh);
  const startService = async (service: ServiceName, standIns: StandIns = {}) => {
    const bus = await connect(service as "store" | "portal" | "enrichment");
    const server = new Server(bus, { service, log: quiet, limits: { running: 64, waiting: 64 } });
    serveStandIns(server, service, {
      "apiKeys.authenticate": ({ keyHash }) => keys.findSession(String(keyHash)),
      ...standIns,
    });
    await bus.flush();
    stack.defer(async () => {
      await server.stop(1_000);
      await bus.close();
    });
    return server;
  };
  if (!options.withoutStore) await startService("store", options.standIns);
  const gateway = startGateway({
    bus: await connect("gateway"),
    log,
    hostname: "127.0.0.1",
    port: 0,
    publicUrl: "https://mesh.example",
    trustedProxies: options.trustedProxies,
    allowedOrigins: options.allowedOrigins,
    metricsToken: options.metricsToken,
    limits: options.limits,
    feed: options.feed,
  });
  let stopped: Promise<void> | undefined;
  const stop = () => stopped ??= gateway.stop();
  stack.defer(stop);
  return {
    url: gateway.url,
    mesh,
    operator,
    log: lines,
    keys,
    startService,
    connect,
    stop,
    fetch: (path, { key = keys.all, headers, ...init } = {}) =>
      fetch(gateway.url + path, {
        ...init,
        headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
      }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function serveStandIns(server: Server, service: ServiceName, standIns: StandIns): void {
  for (const domain of Object.values<Domain>(DOMAINS)) {
    const [first] = Object.values(domain);
    if (first?.service !== service) continue;
    const handlers = Object.entries(domain).map(([verb, { name }]) => [verb, toHandler(standIns[name])]);
    // The cast: one handler for each operation of the domain, as the type asks.
    server.serve(domain, Object.fromEntries(handlers) as Handlers<Domain>);
  }
}

// deno-lint-ignore require-await -- a handler answers with a promise, and a throw must become its rejection
const toHandler = (standIn: StandIn = notExpected) => async (input: unknown, context: HandlerContext) =>
  standIn(input as Record<string, unknown>, context);

function notExpected(): never {
  throw new Error("No stand-in was given for this operation");
}

interface TestKeys {
  readonly all: string;
  readonly readOnly: string;
  readonly expired: string;
  readonly otherTeam: string;
  readonly strict: string;
  withScopes(...scopes: string[]): string;
  /** Good for so long. */
  expiring(afterMs: number): string;
  findSession(keyHash: string): Session | null;
}

function makeKeys({ teamId, otherTeam }: TestMesh): TestKeys {
  const sessions = new Map<string, Session>();
  const make = (session: Partial<Session>) => {
    const key = `mid_${crypto.getRandomValues(new Uint8Array(32)).toHex()}`;
    const hash = createHash("sha256").update(key).digest("hex");
    sessions.set(hash, {
      keyId: KEY_ID,
      teamId,
      scopes: ["apis.all"],
      expiresAt: null,
      isStrict: false,
      ...session,
    });
    return key;
  };
  return {
    all: make({}),
    readOnly: make({ scopes: ["customers.read"] }),
    expired: make({ expiresAt: "2020-01-01T00:00:00.000Z" }),
    otherTeam: make({ teamId: otherTeam.teamId }),
    strict: make({ isStrict: true }),
    withScopes: (...scopes) => make({ scopes }),
    expiring: (afterMs) => make({ expiresAt: new Date(Date.now() + afterMs).toISOString() }),
    findSession: (keyHash) => sessions.get(keyHash) ?? null,
  };
}

export const KEY_ID = "1b671a64-40d5-491e-99b0-da01ff1f3341";

/** The problem document of an answer, after checking what holds for all of them. */
export async function readProblem(response: Response) {
  assertEquals(response.headers.get("content-type"), "application/problem+json");
  const problem = await response.json();
  assertEquals([problem.status, problem.code], [response.status, response.status]);
  assertEquals([problem.error, problem.message], [problem.detail, problem.detail]);
  assertEquals(problem.instance, response.headers.get("x-request-id"));
  return problem;
}

/** Collects what is published on a subject from now on. */
export async function listen(bus: Bus, subject: string): Promise<Message[]> {
  const messages: Message[] = [];
  bus.subscribe(subject, (message) => messages.push(message));
  await bus.flush();
  return messages;
}
