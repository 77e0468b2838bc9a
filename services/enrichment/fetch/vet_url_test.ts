import { assertEquals, assertThrows } from "@std/assert";
import { FetchFailure } from "../outcome.ts";
import { parseAllowList } from "./allow_list.ts";
import { FIT_URLS, REFUSED_URLS } from "./test_hostile_urls.ts";
import { vetRedirect, vetUrl } from "./vet_url.ts";

const NOTHING_ALLOWED = parseAllowList([]);

function outcomeOf(work: () => unknown): string {
  try {
    work();
    return "taken";
  } catch (error) {
    return error instanceof FetchFailure ? error.outcome : String(error);
  }
}

Deno.test("vetUrl refuses every hostile spelling with its own outcome", () => {
  const taken = REFUSED_URLS.filter((url) =>
    outcomeOf(() => vetUrl(url, NOTHING_ALLOWED)) !== "refused_address"
  );
  assertEquals(taken, []);
});

Deno.test("vetUrl takes public names and addresses, without trailing dot and fragment", () => {
  const hosts = Object.keys(FIT_URLS).map((url) => vetUrl(url, NOTHING_ALLOWED).host);
  assertEquals(hosts, Object.values(FIT_URLS));
  assertEquals(vetUrl("https://example.com/a#b", NOTHING_ALLOWED).url.href, "https://example.com/a");
});

Deno.test("vetUrl takes exactly the host and port of the allow-list, and dials loopback only", () => {
  const allowed = parseAllowList(["127.0.0.1:9000", "shop.localhost:9001"]);
  assertEquals(vetUrl("http://127.0.0.1:9000/acme/", allowed).loopback, "127.0.0.1");
  assertEquals(vetUrl("http://shop.localhost:9001/", allowed).loopback, "127.0.0.1");
  assertEquals(vetUrl("https://example.com/", allowed).loopback, undefined);
  const refused = [
    "http://127.0.0.1:9001/",
    "http://127.0.0.2:9000/",
    "http://localhost:9000/",
    "http://shop.localhost:9000/",
    "http://127.0.0.1/",
    "http://user@127.0.0.1:9000/",
    "ftp://127.0.0.1:9000/",
  ];
  const outcomes = refused.map((url) => outcomeOf(() => vetUrl(url, allowed)));
  assertEquals(outcomes, refused.map(() => "refused_address"));
});

Deno.test("parseAllowList refuses anything that is not host:port on loopback", () => {
  const wrong = [
    "127.0.0.1",
    "10.0.0.1:80",
    "example.com:80",
    "128.0.0.1:80",
    "[::1]:80",
    "localhost:0",
    "*:80",
  ];
  for (const entry of wrong) assertThrows(() => parseAllowList([entry]), TypeError, "must be host:port");
});

Deno.test("vetRedirect vets the target anew and never leaves https", () => {
  const allowed = parseAllowList(["127.0.0.1:9000"]);
  const from = vetUrl("https://example.com/a/b", allowed);
  const follow = (location: string) => vetRedirect(location, from, allowed).url.href;
  assertEquals(follow("../c?d"), "https://example.com/c?d");
  assertEquals(follow("//www.example.com/"), "https://www.example.com/");
  const refused = [
    "",
    "http://example.com/",
    "http://127.0.0.1/",
    "//127.0.0.1/",
    "https://[::1]/",
    "\\\\127.0.0.1\\",
    "https://user@example.com/",
    "https://example.com:8443/",
    "file:///etc/passwd",
    "data:text/html,x",
    "https://exa\u200bmple.com/",
    "http://[",
  ];
  const outcomes = refused.map((location) => outcomeOf(() => follow(location)));
  assertEquals(outcomes, refused.map(() => "refused_address"));
});

Deno.test("vetRedirect refuses another private port, also from an allow-listed server", () => {
  const allowed = parseAllowList(["127.0.0.1:9000"]);
  const from = vetUrl("http://127.0.0.1:9000/", allowed);
  assertEquals(vetRedirect("/next", from, allowed).port, 9000);
  assertEquals(outcomeOf(() => vetRedirect("http://127.0.0.1:9001/", from, allowed)), "refused_address");
  assertEquals(outcomeOf(() => vetRedirect("http://169.254.169.254/", from, allowed)), "refused_address");
});
