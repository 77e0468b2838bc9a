/** Random URLs from hostile pieces: whatever is taken is a public address or a full name, on the scheme's own port. */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { isPublicAddress } from "../public_address.ts";
import { parseAllowList } from "./allow_list.ts";
import { FIT_URLS, REFUSED_URLS } from "./test_hostile_urls.ts";
import { vetRedirect, vetUrl } from "./vet_url.ts";

const NOTHING_ALLOWED = parseAllowList([]);
const FROM = vetUrl("http://example.com/a", NOTHING_ALLOWED);

const digitForms = (n: number) => [String(n), `0x${n.toString(16)}`, `0${n.toString(8)}`, `%3${n % 10}`];
const byte = fc.nat(255).chain((n) => fc.constantFrom(...digitForms(n)));
const dot = fc.constantFrom(".", "。", "．", "｡", "%2e", "..", "");
const dotted = fc.tuple(byte, dot, byte, dot, byte, dot, byte).map((parts) => parts.join(""));
const number = fc.nat(2 ** 32 - 1).chain((n) =>
  fc.constantFrom(String(n), `0x${n.toString(16)}`, `0${n.toString(8)}`)
);
const ipv6 = fc.ipV6().map((address) => `[${address}]`);
const word = fc.constantFrom(
  "localhost",
  "LOCALHOST",
  "internal",
  "example",
  "com",
  "①②⑦",
  "１",
  "xn--",
  "ſ",
  "a_b",
  "",
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join("."));
const host = fc.oneof(
  dotted,
  number,
  ipv6,
  name,
  fc.domain(),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const before = fc.constantFrom(
  "",
  "user@",
  "user:pass@",
  "@",
  "127.0.0.1\\@",
  "example.com#@",
  "example.com?@",
  "\t",
);
const after = fc.constantFrom(
  "",
  "/",
  ":80",
  ":443",
  ":22",
  ":",
  "#@127.0.0.1",
  "\\x",
  "%00",
  "/\u200b",
  "?a=b",
  ".",
  " ",
);
const scheme = fc.constantFrom(
  "http://",
  "https://",
  "HTTP://",
  "http:",
  "http:/",
  "http:///",
  "//",
  "file://",
  "http:\\\\",
);
const url = fc.oneof(
  fc.tuple(scheme, before, host, after).map((parts) => parts.join("")),
  fc.tuple(fc.constantFrom(...REFUSED_URLS, ...Object.keys(FIT_URLS)), after).map((parts) => parts.join("")),
);

/** Judged from what would be dialled, not from how it was written. */
function isHarmless({ url, host, port }: ReturnType<typeof vetUrl>): boolean {
  const isOwnPort = (url.protocol === "http:" && port === 80) || (url.protocol === "https:" && port === 443);
  const isAddress = /^[\d.]+$/.test(host);
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && /\.(xn--[a-z0-9-]+|[a-z]+)$/.test(host);
  const isInside = /(^|\.)(local|localhost|internal|test|invalid|arpa|onion|lan|corp|home|private)$/.test(
    host,
  );
  const isBare = url.username === "" && url.password === "" && url.hash === "";
  return isOwnPort && isBare && (isAddress ? isPublicAddress(host) : isName && !isInside);
}

function takenOf(work: () => ReturnType<typeof vetUrl>): ReturnType<typeof vetUrl> | undefined {
  try {
    return work();
  } catch (error) {
    assertEquals((error as Error).name, "FetchFailure");
    return undefined;
  }
}

Deno.test("vetUrl takes nothing but the public web, and throws nothing but its own failure", () => {
  fc.assert(
    fc.property(url, (text) => {
      const taken = takenOf(() => vetUrl(text, NOTHING_ALLOWED));
      return taken === undefined || isHarmless(taken);
    }),
    { numRuns: 20_000 },
  );
});

Deno.test("vetRedirect takes nothing but the public web", () => {
  fc.assert(
    fc.property(url, (location) => {
      const taken = takenOf(() => vetRedirect(location, FROM, NOTHING_ALLOWED));
      return taken === undefined || isHarmless(taken);
    }),
    { numRuns: 20_000 },
  );
});

Deno.test("vetUrl is stable: what it took is taken again, and leads to the same host", () => {
  fc.assert(
    fc.property(url, (text) => {
      const taken = takenOf(() => vetUrl(text, NOTHING_ALLOWED));
      return taken === undefined || vetUrl(taken.url.href, NOTHING_ALLOWED).host === taken.host;
    }),
    { numRuns: 5_000 },
  );
});
