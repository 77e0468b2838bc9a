/** Pages for browsers: the server's own brotli takes a page several times as long, and its gzip is half as long again. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";

/** A better quality works with tables of several megabytes: to get and to clear them takes longer than to compress. */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 18,
  },
};

/** The best first; without TLS browsers take gzip only. */
const ENCODINGS: readonly (readonly [name: string, compress: (page: Uint8Array) => Uint8Array])[] = [
  ["br", (page) => brotliCompressSync(page, BROTLI)],
  ["gzip", (page) => gzipSync(page)],
];

/** HEAD has no body to compress. */
export function compressPage(answer: Answer, { method, headers }: Request): Answer {
  const accepted = headers.get("accept-encoding") ?? "";
  const { body } = answer;
  const isPage = answer.headers["content-type"]?.startsWith("text/html");
  if (!isPage || method === "HEAD" || !(body instanceof Uint8Array)) return answer;
  const encoding = ENCODINGS.find(([name]) => takes(accepted, name));
  if (!encoding) return answer;
  const [name, compress] = encoding;
  return {
    ...answer,
    headers: { ...answer.headers, "content-encoding": name, vary: "Accept-Encoding" },
    body: compress(body),
  };
}

function takes(accepted: string, encoding: string): boolean {
  return new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?![.\\d]*[1-9]))`).test(accepted);
}
