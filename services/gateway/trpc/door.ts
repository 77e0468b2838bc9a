/** The tRPC door, `/trpc/<procedures>`: the wire is @trpc/server's, everything else is as in REST. */
import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { OperationError } from "shared/errors.ts";
import { type Answer, jsonAnswer } from "../answer/answer.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { errorHeaders } from "../answer/problem.ts";
import { readJsonBytes, requireJson } from "../request/read_body.ts";
import { MAX_BATCH, openBatch } from "./answer_call.ts";
import { shapeError, toMeshError } from "./error_shape.ts";
import { createRouter } from "./router.ts";
import { watchEnd } from "../answer/watch_end.ts";

export const TRPC_PATH = "/trpc";

export function createTrpcDoor(gateway: Gateway): (exchange: Exchange) => Promise<Answer> {
  const router = createRouter();
  return async (exchange) => {
    const response = await fetchRequestHandler({
      endpoint: TRPC_PATH,
      req: limitBody(exchange.request),
      router,
      maxBatchSize: MAX_BATCH,
      createContext: ({ info }) => {
        const paths = info.calls.map(({ path }) => path);
        exchange.route = nameRoute(paths, router._def.procedures);
        return openBatch(gateway, paths, exchange);
      },
      responseMeta: ({ errors }) => ({ headers: headersOf(errors) }),
      onError: ({ error, path }) => logUnforeseen(gateway, { error, path, exchange }),
    });
    return await toAnswer(response);
  };
}

/** For what goes wrong before the library has seen the request. */
export function trpcErrorAnswer(error: OperationError): Answer {
  const shape = shapeError(error);
  const { status, headers, body } = jsonAnswer(shape.data.httpStatus, { error: { json: shape } });
  return { status, headers: { ...headers, ...errorHeaders(error) }, body };
}

/** The library reads a body when the first input is wanted; it gets ours, within its limits. */
function limitBody(request: Request): Request {
  const { body, url, method, headers, signal } = request;
  if (body === null) return request;
  // The library would hand over a form or a file as it came.
  if (headers.has("content-type")) requireJson(request);
  const limited = new ReadableStream({
    pull: async (controller) => {
      controller.enqueue(await readJsonBytes(request));
      controller.close();
    },
  }, { highWaterMark: 0 });
  return new Request(url, { method, headers, signal, body: limited });
}

/** For the log: the known procedures, each once; the rest of the path may be any text that a stranger has sent. */
function nameRoute(paths: readonly string[], procedures: object): string {
  const names = paths.map((path) => Object.hasOwn(procedures, path) ? path : "none");
  return `${TRPC_PATH}/${[...new Set(names)].join(",")}`;
}

function headersOf(errors: readonly TRPCError[]): Headers {
  const entries = errors.flatMap((error) => Object.entries(errorHeaders(toMeshError(error))));
  return new Headers(Object.fromEntries(entries));
}

/** What a procedure threw is in the log already. */
function logUnforeseen(
  { log }: Gateway,
  { error, path, exchange }: { error: TRPCError; path: string | undefined; exchange: Exchange },
): void {
  if (error.cause instanceof OperationError || toMeshError(error).code !== "INTERNAL") return;
  log.error("request failed", { requestId: exchange.callId, route: exchange.route, path, error });
}

async function toAnswer(response: Response): Promise<Answer> {
  // Framing is the server's business; here the header only says that more will come.
  const { "transfer-encoding": framing, ...told } = Object.fromEntries(response.headers);
  const { status, body } = response;
  // Without this header the runtime would declare JSON to be plain text.
  const isUntold = told["content-type"]?.startsWith("text/plain");
  const headers = isUntold ? { ...told, "content-type": "application/json" } : told;
  if (framing === undefined || body === null) {
    return { status, headers, body: body && new Uint8Array(await response.arrayBuffer()) };
  }
  const { stream, ended } = watchEnd(body);
  return { status, headers, body: stream, ended };
}
