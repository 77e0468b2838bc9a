/** Pages come as gzip and go out so; who does not take that gets them as they are written. */
import { gunzipSync } from "node:zlib";
import { acceptsEncodings } from "@std/http";
import type { Answer } from "./answer.ts";

/** What is written out here the server may compress in a way that the client does take. */
export function suitEncoding(answer: Answer, request: Request): Answer {
  const { "content-encoding": encoding, ...others } = answer.headers;
  if (encoding !== "gzip" || !(answer.body instanceof Uint8Array)) return answer;
  if (takesGzip(request)) return { ...answer, headers: { ...answer.headers, vary: "Accept-Encoding" } };
  return { ...answer, headers: others, body: gunzipSync(answer.body) };
}

/** Whoever names no encoding may not know any. */
function takesGzip(request: Request): boolean {
  return request.headers.has("accept-encoding") && acceptsEncodings(request, "gzip") === "gzip";
}
