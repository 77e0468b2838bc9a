/** Pages come as gzip and go out so; who does not take that gets them as they are written. */
import { gunzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";

/** What is written out here the server may compress in a way that the client does take. */
export function suitEncoding(answer: Answer, { headers }: Request): Answer {
  const { "content-encoding": encoding, ...others } = answer.headers;
  if (encoding !== "gzip" || !(answer.body instanceof Uint8Array)) return answer;
  const accepted = headers.get("accept-encoding") ?? "";
  if (!TAKES_GZIP.test(accepted)) return { ...answer, headers: others, body: gunzipSync(answer.body) };
  return { ...answer, headers: { ...answer.headers, vary: "Accept-Encoding" } };
}

const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;
