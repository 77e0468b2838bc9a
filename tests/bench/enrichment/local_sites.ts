/** Saved sites as web sites on loopback, each under a port of its own, and as many copies of them as are wanted. */
import { aPng } from "shared/pictures/test_pictures.ts";
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
  const servers = Array.from(
    { length: count },
    (_, index) => serveSite(loaded[index % loaded.length]!, index),
  );
  return {
    urls: servers.map(({ url }) => url),
    addresses: servers.map(({ url }) => new URL(url).host),
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map(({ server }) => server.shutdown()));
    },
  };
}

/** Wherever a page finds its pictures: here they are the site's own. */
const PICTURE_ORIGIN = /https?:\/\/[^\s"'()<>/]+(?=\/[^\s"'()<>?#]+\.(?:png|jpe?g|webp|gif|svg)\b)/gi;
const PICTURE_PATH = /\.(png|jpe?g|webp|gif|svg)$/i;

/** Pictures are not saved: some are small, some are larger than a logo has to be, one in four is a drawing. */
const PICTURES = [
  aPng({ width: 240, height: 80, pixels: (x, y) => [x, y, 128] }),
  aPng({ width: 600, height: 200, pixels: (x, y) => [x >> 2, y, 64] }),
  aPng({ width: 1_200, height: 630, pixels: (x, y) => [x >> 3, y >> 2, 0] }),
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><path d="M0 0h200v60H0z" fill="teal"/><circle cx="30" cy="30" r="20" fill="white"/></svg>`,
  ),
].map((bytes) => new Uint8Array(bytes));

/** Links to the site's own address lead to its copy; what is not saved is not there. */
function serveSite(pages: readonly Page[], index: number): { server: Deno.HttpServer; url: string } {
  const [home] = pages;
  const { origin, pathname, search } = new URL(home!.url);
  const bodies = new Map(pages.map(({ url, html }) => [pathOf(url), html]));
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const { origin: here, pathname } = new URL(request.url);
    if (PICTURE_PATH.test(pathname)) return new Response(PICTURES[index % PICTURES.length]);
    const body = bodies.get(pathOf(request.url))?.replaceAll(origin, here).replaceAll(PICTURE_ORIGIN, here);
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
