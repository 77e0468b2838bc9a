/** Pages for browsers that take gzip only, as all do without TLS: the server's own gzip is its quickest and half as long again. */
import { gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";

/** Whoever takes brotli gets it from the server. HEAD has no body to compress. */
export function compressPage(answer: Answer, { method, headers }: Request): Answer {
  const accepted = headers.get("accept-encoding") ?? "";
  const isPage = answer.headers["content-type"]?.startsWith("text/html") && answer.body instanceof Uint8Array;
  if (!isPage || method === "HEAD" || !/\bgzip\b(?!\s*;\s*q=0)/.test(accepted) || /\bbr\b/.test(accepted)) {
    return answer;
  }
  return {
    ...answer,
    headers: { ...answer.headers, "content-encoding": "gzip", vary: "Accept-Encoding" },
    body: gzipSync(answer.body),
  };
}
