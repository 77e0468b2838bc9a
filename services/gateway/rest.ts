/** The REST door: a loop over the contract that makes each operation's routes. */
import { isStreamed } from "shared/bus/mod.ts";
import { OPERATIONS } from "shared/contract/mod.ts";
import { type FieldError, OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import { admit, type Asker } from "./access/admit.ts";
import type { Answer } from "./answer/answer.ts";
import { ask } from "./ask.ts";
import { answerUnlessKnown } from "./answer/conditional.ts";
import { DRY_RUN_PARAMETER } from "./dry_run.ts";
import { meantOperation, suitClient } from "./midday_sdks.ts";
import { findStream } from "./events/event_streams.ts";
import type { Exchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";
import { type HttpPattern, parsePattern } from "./http_pattern.ts";
import { describeInput } from "./request/input_schema.ts";
import { locationOf } from "./answer/location.ts";
import type { Link } from "./portal/locate_portal.ts";
import { answerVisitor } from "./portal/portal_limits.ts";
import { readJsonBody } from "./request/read_body.ts";
import type { BodyLimits } from "./request/read_bytes.ts";
import { planQuery, type QueryPlan, readQuery } from "./request/read_query.ts";
import { isPicture, toAnswer } from "./answer/reply_answer.ts";
import { streamAnswer } from "./answer/stream_answer.ts";
import { suitEncoding } from "./answer/suit_encoding.ts";

export interface Route {
  readonly operation: Operation;
  readonly pattern: HttpPattern;
  /** 0 for the operation's canonical route. */
  readonly index: number;
  /**
   * Reads and deletions take their input from the query (a DELETE's body has no meaning, RFC 9110 9.3.5), other changes
   * from the body; a query parameter in the wrong place is refused.
   */
  readonly query: QueryPlan;
  readonly takesBody: boolean;
  readonly takesLanguage: boolean;
  readonly fileDoor?: FileDoor;
}

/** A route whose body or answer is a file: the gateway splits or builds it with several questions on the bus. */
export interface FileDoor {
  /** Content type of the body; the input is then in the query. */
  readonly takes?: string;
  /** Content types of the answer, when it is not JSON. */
  readonly gives?: readonly string[];
  answer(gateway: Gateway, admitted: Admitted, input: unknown): Promise<Answer>;
}

/** Builds schemas, so it is done once, when the gateway is put together. */
export function listRoutes(): readonly Route[] {
  return OPERATIONS.flatMap(describeRoutes);
}

export type PathParameters = Readonly<Record<string, string>>;

/** @throws {OperationError} whatever is wrong with the request, or what the operation raised. */
export async function answerRoute(
  gateway: Gateway,
  route: Route,
  exchange: Exchange,
  parameters: PathParameters,
): Promise<Answer> {
  const { operation } = route;
  const caller = await admit(gateway, operation, exchange);
  const work = () => answerOperation(gateway, { route, exchange, parameters, caller });
  // Pictures are public, and their addresses no secrets: no limit on wrong guesses is needed.
  if (caller.teamId !== "public" || isPicture(operation)) return await work();
  const { address } = exchange;
  const link = readLink(exchange.request, parameters);
  return await answerVisitor(gateway, { operation, address, ...link, work, isMiss, endOf });
}

/** The portal link in a request: in the path, or for compatible clients in the query, where a file key may stand for it. */
export function readLink({ url }: Request, { portalId }: PathParameters): Link {
  if (portalId !== undefined) return { portalId };
  const query = new URL(url).searchParams;
  const invoiceId = query.get("id");
  if (invoiceId === null) return { portalId: query.get("token") ?? "" };
  return { portalId: query.get("fk") ?? "", invoiceId };
}

function endOf({ ended }: Answer): Promise<void> | undefined {
  return ended;
}

function isMiss({ status }: Answer): boolean {
  return status === 404 || status === 410;
}

function describeRoutes(operation: Operation): Route[] {
  const texts = [operation.http ?? []].flat();
  return texts.map((text, index) => describeRoute(operation, parsePattern(text), { index }));
}

export function describeRoute(
  operation: Operation,
  pattern: HttpPattern,
  { index, fileDoor }: { index: number; fileDoor?: FileDoor },
): Route {
  const schema = describeInput(operation);
  const except = [...pattern.parameters, "language"];
  const ignoresUnknown = isPage(operation);
  const takesBody = pattern.method !== "GET" && pattern.method !== "DELETE" && !fileDoor;
  const inQuery = {
    ...(!takesBody && schema.properties),
    ...(operation.kind === "command" && DRY_RUN_PARAMETER),
  };
  return {
    operation,
    pattern,
    index,
    query: planQuery({ ...schema, properties: inQuery }, { except, ignoresUnknown }),
    takesBody,
    takesLanguage: Object.hasOwn(schema.properties, "language"),
    fileDoor,
  };
}

/** What a person opens by a link. */
export function isPage(operation: Operation): boolean {
  const { kind, scope } = operation;
  return kind === "document" && scope === "public" && !isPicture(operation);
}

/** A request whose sender may do what it asks for. */
export interface Admitted {
  readonly route: Route;
  readonly exchange: Exchange;
  readonly parameters: PathParameters;
  readonly caller: Asker;
}

async function answerOperation(gateway: Gateway, admitted: Admitted): Promise<Answer> {
  const { exchange, caller } = admitted;
  const { operation, input } = await readInput(admitted);
  const { fileDoor } = admitted.route;
  if (fileDoor) return await fileDoor.answer(gateway, admitted, input);
  const openStream = findStream(operation);
  if (openStream) {
    const admitAgain = () => admit(gateway, operation, exchange);
    return await openStream(gateway, { input, caller, admitAgain }, exchange);
  }
  const reply = await ask(gateway, { operation, input, caller }, exchange);
  const answer = suitClient(operation, toAnswer(operation, reply), exchange);
  if (isStreamed(reply)) return streamAnswer(gateway, { answer, reply }, exchange);
  const location = locationOf(operation, exchange.request.url, reply);
  if (location) return { ...answer, headers: { ...answer.headers, location } };
  return answerUnlessKnown(suitEncoding(answer, exchange.request), exchange.request);
}

/** The operation to ask for and its input. It needs no further permission than the route itself. */
interface Meant {
  readonly operation: Operation;
  readonly input: unknown;
}

async function readInput({ route, exchange, parameters }: Admitted): Promise<Meant> {
  const { request } = exchange;
  const { values: inQuery, unknown } = readQuery(request.url, route.query);
  const values = {
    // A change takes its input from the body; its query holds only `dryRun` and the like.
    ...(route.takesBody ? await readJsonBody(request, limitsOf(route.operation)) : inQuery),
    ...(route.takesLanguage && { language: request.headers.get("accept-language")?.slice(0, 200) }),
    ...parameters,
  };
  const operation = meantOperation(route.operation, values);
  return { operation, input: parseRouteInput({ ...route, operation }, values, unknown) };
}

function limitsOf({ maxInputBytes }: Operation): Partial<BodyLimits> {
  return maxInputBytes === undefined ? {} : { maxBytes: maxInputBytes };
}

/** A text in the path that cannot be an id is NOT_FOUND, like the id of something that does not exist. */
function parseRouteInput(
  { operation, pattern }: Route,
  values: object,
  unknown: readonly FieldError[],
): unknown {
  try {
    return parseInput(operation.input, values, unknown);
  } catch (error) {
    const fields = error instanceof OperationError ? error.details.errors ?? [] : [];
    const isPathWrong = fields.some((field) =>
      !unknown.includes(field) && pattern.parameters.includes(field.pointer.split("/")[1] ?? "")
    );
    if (isPathWrong) throw new OperationError("NOT_FOUND", "Not found", { cause: error });
    throw error;
  }
}
