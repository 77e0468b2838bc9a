/** What is kept of an HTTP answer: plain data, so that it can be handed from one thread to another. */
import type { IncomingMessage } from "node:http";
import { networkFailure } from "../outcome.ts";
import { type BodyLimit, readBody } from "./read_body.ts";

/** Which bodies are read at all, judged by the content type, and how much of them. */
export interface WantedBody {
  readonly contentType: RegExp;
  readonly limit: BodyLimit;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Partial<Record<typeof KEPT_HEADERS[number], string>>>;
  /** Undefined for another status than 2xx, for a content type that is not wanted, and when none is. */
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

const KEPT_HEADERS = ["content-type", "location", "retry-after", "etag", "last-modified"] as const;

/** @throws {FetchFailure} `too_large`, or `not_html` for an encoding that we do not read. */
export async function readAnswer(answer: IncomingMessage, wanted?: WantedBody): Promise<HttpAnswer> {
  refuseUnknownFraming(answer);
  const status = answer.statusCode ?? 0;
  const isGood = status >= 200 && status <= 299;
  const isWanted = isGood && wanted?.contentType.test(answer.headers["content-type"] ?? "");
  const body = wanted && isWanted ? await readBody(answer, wanted.limit) : undefined;
  return { status, headers: keepHeaders(answer), body };
}

/** Else where the body ends would be a matter of taste (RFC 9112, 6.3). */
function refuseUnknownFraming({ headers }: IncomingMessage): void {
  const coding = headers["transfer-encoding"]?.trim().toLowerCase();
  if (coding === undefined || coding === "chunked") return;
  throw networkFailure("the transfer encoding is not known", { isRetryable: false });
}

function keepHeaders({ headers }: IncomingMessage): HttpAnswer["headers"] {
  const kept = KEPT_HEADERS.map((name) => [name, headers[name]] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}
