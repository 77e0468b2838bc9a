/** Decides by its spelling alone whether a URL may be fetched; the address behind the name is vetted afterwards. */
import type { AllowList } from "./allow_list.ts";
import { refuse } from "../outcome.ts";
import { isPublicAddress } from "../public_address.ts";

export interface VettedUrl {
  readonly url: URL;
  /** Lower case ASCII without a trailing dot: what goes into the lookup, the Host header and the certificate check. */
  readonly host: string;
  readonly port: number;
  /** Set for a URL on the allow-list of development and tests: dialled as it is, without a lookup. */
  readonly loopback: string | undefined;
}

const MAX_URL_CHARS = 2_048;
const MAX_HOST_CHARS = 253;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

// White space, controls, backslash, and what cannot be seen (zero width, bidirectional, tags, selectors, fillers).
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}\\\u115f\u1160\u3164\ufe00-\ufe0f]/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** RFC 1123, 2.1: letters only, so that no address is taken for a name; an international one is encoded. */
const TOP_LEVEL = /^([a-z]{2,63}|xn--[a-z0-9-]+)$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/** Names that never lead to the public web (RFC 6761, RFC 8375, RFC 9476, and what intranets use). */
const SPECIAL_SUFFIXES = [
  "localhost",
  "local",
  "internal",
  "localdomain",
  "home.arpa",
  "arpa",
  "test",
  "invalid",
  "onion",
  "lan",
  "corp",
  "home",
  "intranet",
  "private",
  "alt",
];

/** @throws {FetchFailure} `refused_address` */
export function vetUrl(text: string, allowList: AllowList): VettedUrl {
  const url = parseUrl(text);
  const host = url.hostname.replace(/\.$/, "");
  const port = url.port === "" ? DEFAULT_PORTS[url.protocol] ?? 0 : Number(url.port);
  const loopback = allowList.findLoopback(host, port);
  if (loopback === undefined) refuseUnfitHost(url, host, port);
  url.hash = "";
  return { url, host, port, loopback };
}

/** A redirect's target, vetted like any other URL. @throws {FetchFailure} `refused_address` */
export function vetRedirect(location: string, from: VettedUrl, allowList: AllowList): VettedUrl {
  if (location === "") throw refuse("the redirect names no target");
  if (INVISIBLE.test(location)) throw refuse("the redirect holds characters that cannot be seen");
  // An empty user disappears in parsing.
  if (/^(https?:)?\/\/[^/?#]*@/i.test(location)) throw refuse("the redirect holds credentials");
  if (!URL.canParse(location, from.url)) throw refuse("the redirect cannot be parsed");
  const target = vetUrl(new URL(location, from.url).href, allowList);
  const isDowngrade = from.url.protocol === "https:" && target.url.protocol === "http:";
  if (isDowngrade) throw refuse("the redirect leaves https");
  return target;
}

function parseUrl(text: string): URL {
  if (text.length === 0 || text.length > MAX_URL_CHARS) throw refuse("the length is out of bounds");
  if (INVISIBLE.test(text)) throw refuse("there are characters that cannot be seen");
  const [, authority] = /^https?:\/\/([^/?#]+)/i.exec(text) ?? [];
  if (authority === undefined) throw refuse("the scheme is not http or https");
  if (authority.includes("@")) throw refuse("there are credentials");
  if (!URL.canParse(text)) throw refuse("the URL cannot be parsed");
  const url = new URL(text);
  // Encoding lets a URL grow, and with it the request's first line.
  if (url.href.length > MAX_URL_CHARS) throw refuse("the length is out of bounds");
  return url;
}

function refuseUnfitHost(url: URL, host: string, port: number): void {
  if (port !== DEFAULT_PORTS[url.protocol]) throw refuse("the port is not the scheme's own");
  if (host.startsWith("[")) throw refuse("the host is an IPv6 literal");
  if (IPV4.test(host)) return refusePrivate(host);
  if (host.length > MAX_HOST_CHARS) throw refuse("the host is too long");
  const labels = host.split(".");
  if (!labels.every((label) => LABEL.test(label))) throw refuse("the host is not a domain name");
  if (labels.length < 2) throw refuse("the host has a single label");
  if (!TOP_LEVEL.test(labels.at(-1) ?? "")) throw refuse("the host ends in no top-level domain");
  const isSpecial = SPECIAL_SUFFIXES.some((suffix) => `.${host}`.endsWith(`.${suffix}`));
  if (isSpecial) throw refuse("the host has a special-use suffix");
}

function refusePrivate(ip: string): void {
  if (!isPublicAddress(ip)) throw refuse("the address is not public");
}
