/** A web site of our own on loopback, with a log of every request and of every socket: the witness in end-to-end tests. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { renderLogo } from "../infra/demo_site/logo.ts";

const PICTURE = { "content-type": "image/png" };

export interface TestSite extends AsyncDisposable {
  /** Such as `127.0.0.1:12345`. */
  readonly address: string;
  readonly requests: { readonly at: number; readonly path: string }[];
  readonly openSockets: ReadonlySet<Socket>;
  /** From now on answers below `/slow…` start, and then say no more until this is called again with false. */
  holdSlowPages(isHeld: boolean): void;
  /** Resolves when a request for a path that begins so has come. */
  requested(prefix: string): Promise<void>;
}

export async function startTestSite(): Promise<TestSite> {
  const requests: { at: number; path: string }[] = [];
  const sockets = new Set<Socket>();
  const waiting: { prefix: string; resolve: () => void }[] = [];
  const held = new Set<ServerResponse>();
  let isHeld = false;
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push({ at: performance.now(), path });
    for (const each of waiting) if (path.startsWith(each.prefix)) each.resolve();
    if (path === "/acme/logo.png") {
      return void response.writeHead(200, PICTURE).end(renderLogo([20, 90, 160]));
    }
    const page = findPage(path);
    if (!page) return void response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not here</h1>");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    if (!isHeld || !path.startsWith("/slow")) return void response.end(page);
    response.write(page.slice(0, 40));
    held.add(response);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A worker that is killed resets its sockets; that is what these tests are about.
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server's address is never a text.
  const { port } = server.address() as AddressInfo;
  const site: TestSite = {
    address: `127.0.0.1:${port}`,
    requests,
    openSockets: sockets,
    holdSlowPages: (value) => {
      isHeld = value;
      if (!value) held.forEach((response) => response.end("</body></html>"));
      held.clear();
    },
    requested: (prefix) => {
      if (requests.some(({ path }) => path.startsWith(prefix))) return Promise.resolve();
      return new Promise((resolve) => waiting.push({ prefix, resolve }));
    },
    [Symbol.asyncDispose]: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return site;
}

/** `/acme/…` and `/slow-1/…` are the same company; the second can be held. */
function findPage(path: string): string | undefined {
  const [, site, page = ""] = new URL(path, "http://site").pathname.split("/");
  if (site !== "acme" && !site?.startsWith("slow")) return undefined;
  if (page === "") return homePage;
  if (page === "contact") return contactPage;
  if (page === "imprint") return imprintPage;
  return undefined;
}

const organisation = {
  "@context": "https://schema.org",
  "@type": "Organization",
  name: "Nordlicht Optics",
  logo: "/acme/logo.png",
  sameAs: ["https://www.linkedin.com/company/nordlicht-optics"],
};

const homePage = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Nordlicht Optics – precision lenses</title>
<meta name="description" content="Nordlicht Optics makes precision lenses for microscopes and telescopes, ground by hand in Bremen.">
<script type="application/ld+json">${JSON.stringify(organisation)}</script></head>
<body><header><a href="./"><img src="logo.png" alt="Nordlicht Optics logo"></a>
<nav><a href="contact">Contact</a> <a href="imprint">Imprint</a></nav></header>
<main><h1>Lenses that see further</h1><p>Nordlicht Optics makes precision lenses for microscopes and telescopes. We were
founded in 1987 and manufacture every lens in our own workshop.</p></main>
<footer><a href="https://www.linkedin.com/company/nordlicht-optics">LinkedIn</a></footer></body></html>`;

const contactPage =
  `<!doctype html><html lang="en"><head><title>Contact – Nordlicht Optics</title></head><body>
<h1>Contact</h1><p>Nordlicht Optics GmbH<br>Am Speicher 12<br>28195 Bremen<br>Germany</p>
<p>Phone: <a href="tel:+494213017700">+49 421 3017700</a><br>E-mail: <a href="mailto:info@nordlicht-optics.example">info@nordlicht-optics.example</a></p>
</body></html>`;

const imprintPage =
  `<!doctype html><html lang="en"><head><title>Imprint – Nordlicht Optics</title></head><body>
<h1>Imprint</h1><p>Nordlicht Optics GmbH, Am Speicher 12, 28195 Bremen, Germany</p>
<p>Managing director: Hanna Petersen<br>VAT ID: DE136695976</p></body></html>`;
