import { assertEquals, assertThrows } from "@std/assert";
import { FetchFailure } from "../outcome.ts";
import { parseAllowList } from "./allow_list.ts";
import { vetRedirect, vetUrl } from "./vet_url.ts";

const NOTHING_ALLOWED = parseAllowList([]);

const HOSTILE = [
  // loopback and this-network in every spelling that the URL parser understands
  "http://127.0.0.1/",
  "http://127.1/",
  "http://127.0.1/",
  "http://127.255.255.254/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://0/",
  "http://0.0.0.0/",
  "http://127.0.0.1./",
  "http://127。0。0。1/",
  "http://１２７.0.0.1/",
  "http://①②⑦.⓪.⓪.①/",
  "http://%31%32%37.0.0.1/",
  "http://localhost/",
  "http://LocalHost/",
  "http://localhost./",
  "http://foo.localhost/",
  "http://ip6-loopback/",
  // IPv6 literals, mapped and tunnelled ones included
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[fe80::1]/",
  "http://[fd00::1]/",
  "http://[2606:4700:4700::1111]/",
  "http://[::1",
  // private and reserved blocks, cloud metadata
  "http://10.1.2.3/",
  "http://172.16.0.1/",
  "http://172.31.255.255/",
  "http://192.168.0.1/",
  "http://100.64.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://0xa9fea9fe/",
  "http://168.63.129.16/",
  "http://198.18.0.1/",
  "http://192.0.2.1/",
  "http://203.0.113.1/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
  // names that never leave the house
  "http://metadata.google.internal/",
  "http://printer.local/",
  "http://router.home.arpa/",
  "http://db.corp/",
  "http://nas.lan/",
  "http://thing.test/",
  "http://thing.invalid/",
  "http://hidden.onion/",
  "http://postgres/",
  "http://4.3.2.1.in-addr.arpa/",
  // schemes
  "file:///etc/passwd",
  "ftp://example.com/",
  "gopher://example.com/",
  "javascript:alert(1)",
  "data:text/html,x",
  "about:blank",
  "ws://example.com/",
  "unix:/run/x.sock",
  "//example.com/",
  "http:example.com",
  "http:/example.com",
  // ports
  "http://example.com:22/",
  "http://example.com:8080/",
  "http://example.com:443/",
  "https://example.com:80/",
  "https://example.com:5432/",
  "http://example.com:0/",
  "http://example.com:99999/",
  // credentials and confusing authorities
  "http://user:pass@example.com/",
  "http://user@example.com/",
  "http://@example.com/",
  "http://example.com@127.0.0.1/",
  "http://127.0.0.1\\@example.com/",
  "http:\\\\example.com/",
  "http://example.com\\.evil.example/",
  "http://example.com%00.evil.example/",
  // characters that cannot be seen
  "http://exa mple.com/",
  " http://example.com/",
  "http://example.com/\n",
  "http://example.com\r\nHost: x/",
  "http://exa\tmple.com/",
  "http://\u202eexample.com/",
  "http://exam\u200bple.com/",
  "http://example.com/\u{e0041}",
  "http://example\u00ad.com/",
  // not a name at all
  "",
  "http://",
  "http:///",
  "http://./",
  "http://example..com/",
  "http://-example.com/",
  "http://exa_mple.com/",
  "http://1.2.3.4.5/",
  "http://256.256.256.256/",
  "http://example.1/",
  `http://${"a".repeat(64)}.example/`,
  `http://${"a.".repeat(130)}example/`,
  `http://example.com/${"a".repeat(2_048)}`,
];

const FIT: Readonly<Record<string, string>> = {
  "http://example.com/": "example.com",
  "https://EXAMPLE.com": "example.com",
  "https://example.com:443/a?b=c#d": "example.com",
  "https://sub.domain.example.co.uk/": "sub.domain.example.co.uk",
  "https://bücher.example/": "xn--bcher-kva.example",
  "https://example.com./": "example.com",
  "http://1.1.1.1/": "1.1.1.1",
  "http://172.15.255.255/": "172.15.255.255",
  "http://100.128.0.1/": "100.128.0.1",
  "https://notlocalhost.example/": "notlocalhost.example",
  "https://my-corp.example/": "my-corp.example",
};

function outcomeOf(work: () => unknown): string {
  try {
    work();
    return "taken";
  } catch (error) {
    return error instanceof FetchFailure ? error.outcome : String(error);
  }
}

Deno.test("vetUrl refuses every hostile spelling with its own outcome", () => {
  const taken = HOSTILE.filter((url) => outcomeOf(() => vetUrl(url, NOTHING_ALLOWED)) !== "refused_address");
  assertEquals(taken, []);
});

Deno.test("vetUrl takes public names and addresses, without trailing dot and fragment", () => {
  const hosts = Object.keys(FIT).map((url) => vetUrl(url, NOTHING_ALLOWED).host);
  assertEquals(hosts, Object.values(FIT));
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
