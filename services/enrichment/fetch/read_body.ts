/** Reads an answer's body: at most one encoding, and never more decoded bytes than the cap. */
import type { IncomingMessage } from "node:http";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FetchFailure } from "../outcome.ts";

export interface BodyLimit {
  readonly maxBytes: number;
  /** What happens to the rest: the whole page is refused, or what came so far is enough. */
  readonly onOverflow: "refuse" | "truncate";
}

/** A map: an encoding that calls itself `constructor` is none. */
const DECODERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);
/** Of chunks by the byte a megabyte keeps the thread busy for seconds, and all other connections wait. */
const MAX_PIECES = 50_000;

/** @throws {FetchFailure} `too_large`, or `not_html` for an encoding that we do not read. */
export async function readBody(answer: IncomingMessage, limit: BodyLimit): Promise<Uint8Array<ArrayBuffer>> {
  refuseAnnouncedSize(answer, limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of decode(answer)) {
    size += chunk.length;
    if (size > limit.maxBytes && limit.onOverflow === "refuse") throw tooLarge();
    chunks.push(chunk);
    if (size > limit.maxBytes) break;
  }
  return joinChunks(chunks, Math.min(size, limit.maxBytes));
}

function decode(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  const encodings = (answer.headers["content-encoding"] ?? "").toLowerCase().split(",")
    .map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  const [encoding] = encodings;
  if (encoding === undefined) return refuseCrumbs(answer);
  const createDecoder = DECODERS.get(encoding);
  if (encodings.length > 1 || !createDecoder) throw new FetchFailure("not_html", "the encoding is not known");
  // The reader of the last stream gets the error of either; `pipeline` only insists on a callback.
  return pipeline(refuseCrumbs(answer), createDecoder(), () => {});
}

async function* refuseCrumbs(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  let pieces = 0;
  for await (const piece of answer) {
    if (++pieces > MAX_PIECES) throw new FetchFailure("too_large", "the body comes in too many pieces");
    yield piece;
  }
}

function refuseAnnouncedSize(answer: IncomingMessage, limit: BodyLimit): void {
  const announced = Number(answer.headers["content-length"] ?? 0);
  if (limit.onOverflow === "refuse" && announced > limit.maxBytes) throw tooLarge();
}

function tooLarge(): FetchFailure {
  return new FetchFailure("too_large", "the body is larger than the cap");
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, size - offset);
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
