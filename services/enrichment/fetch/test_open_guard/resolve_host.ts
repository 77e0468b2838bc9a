/** For the test of the second wall: stands in for the vetting of addresses and dials whatever a name stands for. */
import type { VettedUrl } from "../vet_url.ts";

export type RecordType = "A" | "AAAA";
export type Lookup = (host: string, type: RecordType, signal: AbortSignal) => Promise<readonly string[]>;

export async function resolveHost({ host }: VettedUrl, lookup: Lookup, signal: AbortSignal): Promise<string> {
  const answers = [...await lookup(host, "AAAA", signal), ...await lookup(host, "A", signal)];
  return answers[0] ?? host;
}
