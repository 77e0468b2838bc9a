/** Saved sites as web sites on loopback, each under a port of its own, and as many copies of them as are wanted. */
import type { Page } from "../../../services/enrichment/fetch/fetch_page.ts";
import type { SavedSite } from "./site_folder.ts";

export interface LocalSites extends AsyncDisposable {
  /** Of the home pages. */
  readonly urls: readonly string[];
  /** `host:port` of each. */
  readonly addresses: readonly string[];
}

export async function serveSites(sites: readonly SavedSite[], count: number): Promise<LocalSites> {
  const loaded = await Promise.all(sites.map(({ readPages }) => readPages()));
  const servers = Array.from({ length: count }, (_, index) => serveSite(loaded[index % loaded.length]!));
  return {
    urls: servers.map(({ url }) => url),
    addresses: servers.map(({ url }) => new URL(url).host),
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map(({ server }) => server.shutdown()));
    },
  };
}

/** Links to the site's own address lead to its copy; what is not saved is not there. */
function serveSite(pages: readonly Page[]): { server: Deno.HttpServer; url: string } {
  const [home] = pages;
  const { origin, pathname, search } = new URL(home!.url);
  const bodies = new Map(pages.map(({ url, html }) => [pathOf(url), html]));
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const body = bodies.get(pathOf(request.url))?.replaceAll(origin, new URL(request.url).origin);
    return new Response(body ?? "not here", {
      status: body === undefined ? 404 : 200,
      headers: { "content-type": body === undefined ? "text/plain" : "text/html; charset=utf-8" },
    });
  });
  return { server, url: `http://127.0.0.1:${server.addr.port}${pathname}${search}` };
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
