/** Web sites of fictitious companies on loopback, so that enrichment has something to read without the internet. */
import { DEMO_COMPANIES, type DemoCompany } from "./demo_site/companies.ts";
import { renderLogo } from "./demo_site/logo.ts";
import { type PageName, renderPage } from "./demo_site/pages.ts";

export interface DemoSite extends AsyncDisposable {
  /** Ends in a slash; the site of a company is below it, at its slug. */
  readonly url: string;
  /** `host:port` for the allow-list of enrichment. */
  readonly address: string;
}

export function startDemoSite(port: number): DemoSite {
  const server = Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, answer);
  const address = `127.0.0.1:${server.addr.port}`;
  return { url: `http://${address}/`, address, [Symbol.asyncDispose]: () => server.shutdown() };
}

function answer(request: Request): Response {
  const url = new URL(request.url);
  const [, slug = "", page = "", ...rest] = url.pathname.split("/");
  if (slug === "") return html(renderIndex());
  const company = DEMO_COMPANIES.find((company) => company.slug === slug);
  if (!company || rest.length > 0) return notFound();
  if (url.pathname === `/${slug}`) return Response.redirect(`${url.origin}/${slug}/`, 301);
  return answerPage(company, page, `${url.origin}/${slug}/`);
}

function answerPage(company: DemoCompany, page: string, origin: string): Response {
  if (page === "logo.png") {
    return new Response(renderLogo(company.color), { headers: { "content-type": "image/png" } });
  }
  return isPage(page) ? html(renderPage(company, page, origin)) : notFound();
}

function isPage(name: string): name is PageName {
  return ["", "about", "contact", "imprint"].includes(name);
}

function renderIndex(): string {
  const items = DEMO_COMPANIES.map(({ slug, name }) =>
    `<li><a href="${slug}/">${name.replace("&", "&amp;")}</a></li>`
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Demo sites</title><ul>${
    items.join("")
  }</ul></html>`;
}

function html(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function notFound(): Response {
  return new Response("not here", { status: 404 });
}
