/** Every HTTP request passes here: it is named, routed, answered whatever happens, protected and logged. */
import { Hono } from "hono";
import { OperationError } from "shared/errors.ts";
import { type Answer, createRespond, leaveLengthOpen, type Respond, spareStream } from "./answer/answer.ts";
import { admitOrigin } from "./access/cross_origin.ts";
import { type Exchange, openExchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";
import { readParameters, toRouterPath } from "./http_pattern.ts";
import { listFileRoutes } from "./customer_files/routes.ts";
import { answerMetrics } from "./metrics_page.ts";
import { createPages } from "./pages.ts";
import { problemAnswer, toOperationError } from "./answer/problem.ts";
import { isBehindLink, requestLink } from "./portal/request_link.ts";
import { sendToPortal } from "./portal/send_to_portal.ts";
import { answerRoute, isPage, listRoutes, type Route } from "./rest.ts";
import { createTrpcDoor, TRPC_PATH, trpcErrorAnswer } from "./trpc/door.ts";

export interface App {
  /** @param address The other end of the connection. */
  fetch(request: Request, address: string): Promise<Response>;
}

type Router = Hono<{ Bindings: Exchange }>;

/** Requests at the same time; more are refused, since each holds memory while it waits for the bus. */
const MAX_IN_PROGRESS = 2_000;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export function createApp(gateway: Gateway): App {
  const router: Router = new Hono();
  const door = new Door(gateway);
  const routes = [...listRoutes(), ...listFileRoutes()];
  for (const [path, page] of Object.entries(createPages(gateway, routes))) {
    router.get(path, ({ env }) => door.answer(env, path, async () => await page()));
  }
  router.get("/metrics", ({ env }) => door.answer(env, "/metrics", () => answerMetrics(gateway, env)));
  for (const route of sortRoutes(routes)) addRoute(router, gateway, door, route);
  addTrpc(router, gateway, door);
  router.notFound(({ env, req }) => {
    const work = () => refuse(router, req.path, env);
    return /^\/p(\/|$)/.test(req.path)
      ? door.answerReader(env, "none", work)
      : door.answer(env, "none", work);
  });
  return { fetch: (request, address) => handle(router, gateway, openExchange(request, address)) };
}

/** The narrower path is tried first: the one with fewer parameters, and among equals the one with a suffix. */
function sortRoutes(routes: readonly Route[]): Route[] {
  return routes.toSorted(({ pattern: a }, { pattern: b }) =>
    a.parameters.length - b.parameters.length || Number(b.suffix !== "") - Number(a.suffix !== "")
  );
}

function addRoute(router: Router, gateway: Gateway, door: Door, route: Route): void {
  const { pattern, operation } = route;
  const path = toRouterPath(pattern);
  // Compatible clients ask with `/v1` or without; pages have one address only.
  const paths = isPage(operation) ? [path] : [path, `/v1${path}`];
  const add = (each: string, answer: RouteAnswer, method = pattern.method) =>
    router.on(method, each, ({ env, req }) => {
      // The cast: a matched pattern has a text for each of its parameters.
      const parameters = readParameters(pattern, req.param() as Record<string, string>);
      const work = () => answer(gateway, route, env, parameters);
      return isPage(operation)
        ? door.answerReader(env, pattern.path, work)
        : door.answer(env, pattern.path, work);
    });
  for (const each of paths) add(each, answerRoute);
  const bare = path.endsWith("/") ? [path.slice(0, -1)] : [];
  for (const each of bare) add(each, sendToPortal);
  if (!isBehindLink(route)) return;
  for (const each of [...paths, ...bare]) add(each, requestLink, "POST");
}

type RouteAnswer = typeof answerRoute;

function addTrpc(router: Router, gateway: Gateway, door: Door): void {
  const answerTrpc = createTrpcDoor(gateway);
  router.on(
    ["GET", "POST"],
    `${TRPC_PATH}/:path`,
    ({ env }) => door.answer(env, `${TRPC_PATH}/{path}`, () => answerTrpc(env), trpcErrorAnswer),
  );
}

async function handle(router: Router, gateway: Gateway, exchange: Exchange): Promise<Response> {
  const { request, requestId, callId, startedAt } = exchange;
  const preflight = admitOrigin(gateway.origins, exchange);
  const response = preflight ?? leaveLengthOpen(request, await router.fetch(request, exchange));
  const { method } = request;
  const { route } = exchange;
  const { status } = response;
  const ms = performance.now() - startedAt;
  gateway.metrics.count({ method, route, status, seconds: ms / 1_000 });
  // Health checks and collectors come every few seconds and would bury all other lines.
  const level = /^\/(health|metrics)/.test(route) ? "debug" : "info";
  gateway.log[level]("request", {
    method,
    route,
    status,
    ms: Math.round(ms * 10) / 10,
    requestId,
    ...(callId !== requestId && { callId }),
  });
  return response;
}

class Door {
  #gateway: Gateway;
  #respond: Respond;
  #inProgress = 0;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
    this.#respond = createRespond(gateway.publicUrl);
  }

  /** To a browser an error is a page. */
  answerReader(exchange: Exchange, route: string, work: () => Promise<Answer>): Promise<Response> {
    const { plainPages } = this.#gateway;
    plainPages.prepare(exchange);
    return this.answer(exchange, route, work, (error, exchange) => plainPages.describe(error, exchange));
  }

  /** Never throws: an error is an answer too. */
  async answer(
    exchange: Exchange,
    route: string,
    work: () => Promise<Answer>,
    describeError: (error: OperationError, exchange: Exchange) => Answer | Promise<Answer> = problemAnswer,
  ): Promise<Response> {
    exchange.route = route;
    this.#inProgress++;
    let ended: Promise<void> | undefined;
    try {
      if (this.#inProgress > MAX_IN_PROGRESS) {
        throw new OperationError("OVERLOADED", "Too busy at the moment");
      }
      // The address is made of that header: what reads it further in, perhaps after a change, would fail (RFC 9112, 3.2).
      if (!URL.canParse(exchange.request.url)) {
        throw new OperationError("INVALID", "The Host header is no host");
      }
      const answer = await spareStream(await work(), exchange.request);
      ended = answer.ended;
      return this.#respond(answer, exchange);
    } catch (thrown) {
      const error = toOperationError(thrown, exchange, this.#gateway.log);
      return this.#respond(await describeError(error, exchange), exchange);
    } finally {
      if (ended) ended.then(() => this.#inProgress--);
      else this.#inProgress--;
    }
  }
}

/** A known path tells which methods it takes; an unknown one tells nothing. */
// deno-lint-ignore require-await -- a door takes a promise, and a throw must become its rejection
async function refuse(router: Router, path: string, exchange: Exchange): Promise<Answer> {
  const methods = METHODS.filter((method) => router.router.match(method, path)[0].length > 0);
  if (methods.length === 0) throw new OperationError("NOT_FOUND", "There is nothing at this address");
  exchange.headers.allow = methods.flatMap((method) => method === "GET" ? ["GET", "HEAD"] : [method]).join(
    ", ",
  );
  throw new OperationError("METHOD_NOT_ALLOWED", `This address takes ${exchange.headers.allow}`);
}
