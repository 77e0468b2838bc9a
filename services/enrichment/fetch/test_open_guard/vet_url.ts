/** For the test of the second wall: stands in for the guard and lets everything pass. */
import type { VettedUrl } from "../vet_url.ts";

export type { VettedUrl };

/** Whatever is named, on the port of the canaries. */
export function vetUrl(text: string): VettedUrl {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, "") || "127.0.0.1";
  return { url, host, port: Number(Deno.args[0]), loopback: undefined };
}

export function vetRedirect(location: string, from: VettedUrl): VettedUrl {
  return vetUrl(new URL(location, from.url).href);
}
