/** A folder of saved sites: `index.json` names each site's pages, which lie beside it. */
import { z } from "zod";
import { decodeText } from "../../../services/enrichment/fetch/decode_text.ts";
import type { Page } from "../../../services/enrichment/fetch/fetch_page.ts";

const indexFile = z.record(
  z.string(),
  z.object({
    baseUrl: z.string(),
    pages: z.array(z.object({ file: z.string(), url: z.string(), role: z.string() })).min(1),
  }),
);

export interface SavedSite {
  readonly id: string;
  readonly pageCount: number;
  /** Home first, as if just fetched. Read when asked for, so that a thousand sites need no memory. */
  readonly readPages: () => Promise<readonly Page[]>;
}

export async function openSiteFolder(folder: string): Promise<SavedSite[]> {
  const index = indexFile.parse(JSON.parse(await Deno.readTextFile(`${folder}/index.json`)));
  return Object.entries(index).map(([id, { pages }]) => {
    const homeFirst = pages.toSorted((a, b) => Number(b.role === "home") - Number(a.role === "home"));
    const readPages = () => Promise.all(homeFirst.map(({ file, url }) => readPage(`${folder}/${file}`, url)));
    return { id, pageCount: pages.length, readPages };
  });
}

async function readPage(file: string, url: string): Promise<Page> {
  const bytes = await Deno.readFile(file);
  const html = decodeText(bytes, "text/html");
  const fetchedAt = new Date().toISOString();
  return { url, status: 200, bytes: bytes.length, html, fetchedAt, hasMovedDomain: false };
}
