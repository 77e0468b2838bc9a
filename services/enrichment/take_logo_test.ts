import { assertEquals, assertRejects } from "@std/assert";
import { createFetcher } from "./fetch/fetch_page.ts";
import { hang, html, picture, redirect, startTestServer, type TestServer } from "./fetch/test_server.ts";
import { readHere } from "./read/reader.ts";
import { anSvg, aPng, aPngBomb } from "shared/pictures/test_pictures.ts";
import { until } from "shared/test_until.ts";
import { aPage } from "./read/test_site.ts";
import { takeLogo } from "./take_logo.ts";

const NEVER = new AbortController().signal;
const HEAD = `<link rel="icon" href="/icon.png"><link rel="apple-touch-icon" href="/touch.png">`;
const IMAGE = `<header><a href="/"><img class="logo" src="/logo.png" alt="Acme logo"></a></header>`;
const SECOND = `<footer><a href="/"><img class="logo" src="/small.png" alt="Acme logo"></a></footer>`;

async function take(server: TestServer, markup: string, signal = NEVER) {
  const page = { ...aPage(`<title>Acme</title>${markup}`), url: `${server.origin}/` };
  const { logos } = await readHere.readSite(
    {
      pages: [page],
      subject: { name: "Acme", website: server.origin, email: null },
      heard: "en",
      isParsedWanted: false,
    },
    signal,
  );
  const fetcher = createFetcher({ lookup: () => Promise.resolve([]), allowFetch: [server.address] });
  return await takeLogo(logos, { visit: fetcher.startVisit(), reader: readHere, signal });
}

function pathsOf(server: TestServer): string[] {
  return server.arrivals.map(({ path }) => path).filter((path) => path !== "/robots.txt");
}

Deno.test("takeLogo draws the picture and says where it was and what names it", async () => {
  await using server = startTestServer({ "/logo.png": picture(aPng()) });
  const { found, picture: drawn } = (await take(server, HEAD + IMAGE))!;
  assertEquals([found.field, found.value], ["logoUrl", `${server.origin}/logo.png`]);
  assertEquals([found.url, found.quote, found.source], [`${server.origin}/`, "/logo.png", "image"]);
  assertEquals([drawn.width, drawn.height, pathsOf(server)], [64, 32, ["/logo.png"]]);
});

Deno.test("takeLogo goes on to the next when one is gone, a lie, a bomb or leads inside", async () => {
  const wrong = {
    gone: () => new Response("not here", { status: 404 }),
    page: html("<html>"),
    "a page as a picture": picture(new TextEncoder().encode("<html><script>alert(1)</script>")),
    bomb: picture(aPngBomb(60_000, 60_000)),
    endless: picture(new Uint8Array(600_000)),
    inside: redirect("http://169.254.169.254/latest/meta-data/"),
    "another port": redirect("http://127.0.0.1:22/"),
  };
  for (const [name, answer] of Object.entries(wrong)) {
    await using server = startTestServer({ "/logo.png": answer, "/small.png": picture(aPng()) });
    const logo = await take(server, IMAGE + SECOND);
    assertEquals([name, logo?.found.value], [name, `${server.origin}/small.png`]);
  }
});

Deno.test("takeLogo takes the icon when nothing else is a picture, and is not sure of it", async () => {
  await using server = startTestServer({ "/touch.png": picture(aPng({ width: 180, height: 180 })) });
  const { found } = (await take(server, HEAD + IMAGE))!;
  assertEquals([found.field, found.value], ["logoUrl", `${server.origin}/touch.png`]);
  assertEquals(found.confidence < 0.85, true);
});

Deno.test("takeLogo takes none rather than ask often, or for what robots may not read", async () => {
  const many = Array.from({ length: 9 }, (_, n) => IMAGE.replace("/logo.png", `/logo${n}.png`)).join("");
  await using server = startTestServer({});
  assertEquals(await take(server, many), undefined);
  assertEquals(pathsOf(server).length, 3);
  const robots = () => new Response("User-agent: *\nDisallow: /logo");
  await using shy = startTestServer({ "/robots.txt": robots, "/logo.png": picture(aPng()) });
  assertEquals([await take(shy, IMAGE), pathsOf(shy)], [undefined, []]);
});

Deno.test("takeLogo finds a drawing in JSON-LD, and takes no data from a page itself", async () => {
  const ld = (logo: string) =>
    `<script type="application/ld+json">${
      JSON.stringify({ "@type": "Organization", name: "Acme", logo })
    }</script>`;
  await using server = startTestServer({ "/mark": picture(anSvg(), "image/svg+xml; charset=utf-8") });
  assertEquals((await take(server, ld("/mark")))?.found.source, "jsonld");
  const inside = "data:image/svg+xml;base64,PHN2Zy8+";
  assertEquals(
    await take(server, ld(inside) + `<header><img class="logo" src="${inside}"></header>`),
    undefined,
  );
});

Deno.test("takeLogo stops with its run, and its connection is closed", async () => {
  await using server = startTestServer({ "/logo.png": hang() });
  const controller = new AbortController();
  const arrived = server.arrival("/logo.png");
  const taking = take(server, IMAGE, controller.signal);
  const { closed } = await arrived;
  controller.abort(new Error("stopped"));
  await assertRejects(() => taking, Error, "stopped");
  let isClosed = false;
  void closed.then(() => isClosed = true);
  await until("the socket is closed", () => isClosed);
  assertEquals(isClosed, true);
});
