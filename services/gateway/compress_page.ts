/** Pages as gzip, made at once: the server's own is quicker and half as long again. */
import { gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";

/**
 * Whoever takes brotli as well gets gzip too: that would save a twelfth of the bytes, but its tables are asked of the system
 * anew for every page, which takes longer than all the rest of the answer. HEAD has no body to compress.
 */
export function compressPage(answer: Answer, { method, headers }: Request): Answer {
  const accepted = headers.get("accept-encoding") ?? "";
  const isPage = answer.headers["content-type"]?.startsWith("text/html") && answer.body instanceof Uint8Array;
  if (!isPage || method === "HEAD" || !TAKES_GZIP.test(accepted)) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, "content-encoding": "gzip", vary: "Accept-Encoding" },
    body: gzipSync(answer.body),
  };
}

const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;
