/** What a site learns of its reader, and what it cannot make it do: no memory, no second door, no request of its choice. */
import { assertEquals } from "@std/assert";
import { PUBLIC_IP } from "./test_hostile_answers.ts";
import { startRawServer } from "./test_raw_server.ts";
import { html, redirect, startTestServer } from "./test_server.ts";
import { openWorld } from "./test_world.ts";

const everywhere = (_host: string, type: string) => type === "A" ? [PUBLIC_IP] : [];
const HEADERS = ["accept", "accept-encoding", "accept-language", "connection", "host", "user-agent"];

Deno.test("fetchPage carries nothing from one hop, host or page to the next", async () => {
  const cookies = { "set-cookie": "id=1; Path=/; Domain=.example; SameSite=None" };
  const secret = { ...cookies, "www-authenticate": "Basic", "refresh": "0;url=http://127.0.0.1/" };
  await using site = startTestServer({
    "/robots.txt": () => new Response("", { headers: cookies }),
    "/": (request) =>
      new Response(null, { status: 302, headers: { location: "/next?from=" + request.url, ...cookies } }),
    "/next": redirect("http://other.example/end#fragment"),
    "/end": html("hello", secret),
  });
  const world = openWorld({ address: site.address, answers: everywhere });
  assertEquals((await world.get("http://site.example/")).html, "hello");
  await world.get("http://site.example/");
  const told = site.arrivals.map(({ headers }) => [...headers.keys()].toSorted());
  assertEquals(new Set(told.map(String)), new Set([String(HEADERS)]));
});

Deno.test("fetchPage opens one connection a request, whatever a site offers to keep or to change to", async () => {
  const offers = [
    "connection: keep-alive",
    "keep-alive: timeout=600",
    'alt-svc: h2="127.0.0.1:22", h3=":443"; ma=86400; persist=1',
    'link: <http://127.0.0.1:22/x.css>; rel=preload; as=style, </second>; rel="next"',
    "content-location: http://127.0.0.1/",
    "x-accel-redirect: /internal",
    "upgrade: h2c",
  ].join("\r\n");
  const second = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\nevil";
  const asked: string[] = [];
  await using site = await startRawServer((socket, path) => {
    asked.push(path);
    socket.write(`HTTP/1.1 103 Early Hints\r\nlink: </early>; rel=preload\r\n\r\n`);
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${offers}\r\ncontent-length: 5\r\n\r\nhello`);
    // A second answer to a question that nobody has asked.
    socket.end(second);
  });
  const world = openWorld({ address: site.address, answers: everywhere });
  for (const host of ["one", "two", "one"]) {
    assertEquals((await world.get(`http://${host}.example/`)).html, "hello");
  }
  assertEquals(asked, ["/robots.txt", "/", "/robots.txt", "/", "/robots.txt", "/"]);
  assertEquals([site.connections, world.dialled.length], [6, 6]);
});

Deno.test("fetchPage asks the new address after a change, and never an open connection of the old one", async () => {
  await using site = startTestServer({ "/robots.txt": () => new Response(""), "/": html("hello") });
  let address = PUBLIC_IP;
  const world = openWorld({ address: site.address, answers: (_, type) => type === "A" ? [address] : [] });
  await world.get("http://moving.example/");
  address = "93.184.215.77";
  await world.get("http://moving.example/");
  assertEquals(world.dialled, [PUBLIC_IP, PUBLIC_IP, "93.184.215.77", "93.184.215.77"]);
});

Deno.test("fetchPage follows a robots.txt no further inside than a page", async () => {
  const inside = [
    "http://127.0.0.1/robots.txt",
    "http://169.254.169.254/",
    "//[::1]/",
    "http://db.internal/",
    "file:///etc/passwd",
  ];
  for (const location of inside) {
    await using site = startTestServer({ "/robots.txt": redirect(location), "/": html("hello") });
    const world = openWorld({ address: site.address, answers: everywhere });
    assertEquals([location, await world.outcomeOf("http://site.example/")], [location, "refused_address"]);
    assertEquals(site.arrivals.map(({ path }) => path), ["/robots.txt"]);
  }
});

Deno.test("fetchPage reads a page as text whatever charset it names", async () => {
  const charsets = [
    "utf-7",
    "utf-16le",
    "x-user-defined",
    "replacement",
    "iso-2022-kr",
    "'; drop",
    "a".repeat(5_000),
  ];
  for (const charset of charsets) {
    const page = () =>
      new Response("<p>+ADw-script+AD4-</p>", {
        headers: { "content-type": `text/html; charset=${charset}` },
      });
    await using site = startTestServer({ "/": page });
    const { html: text } = await openWorld({ address: site.address, answers: everywhere }).get(
      "http://site.example/",
    );
    assertEquals([charset, text.includes("<script")], [charset, false]);
  }
});
