/** Pages come from the portal as gzip and go out so; a client that does not take gzip gets them decompressed. */
import { gunzipSync } from "node:zlib";
import { acceptsEncodings } from "@std/http";
import type { Answer } from "./answer.ts";

/** Decompressed here, the server may compress it again in a way that the client takes. */
export function suitEncoding(answer: Answer, request: Request): Answer {
  const { "content-encoding": encoding, ...others } = answer.headers;
  if (encoding !== "gzip" || !(answer.body instanceof Uint8Array)) return answer;
  if (takesGzip(request)) return { ...answer, headers: { ...answer.headers, vary: "Accept-Encoding" } };
  return { ...answer, headers: others, body: gunzipSync(answer.body) };
}

/** A client that names no encoding may not know any. */
function takesGzip(request: Request): boolean {
  return request.headers.has("accept-encoding") && acceptsEncodings(request, "gzip") === "gzip";
}
