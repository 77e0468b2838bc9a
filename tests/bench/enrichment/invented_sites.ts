/**
 * Sites that we made up, one file each: what the pages state, then the pages. A label is a line `field answer`, with
 * further accepted answers behind `|`; a page begins with `--- role path`.
 */
import { fileURLToPath } from "node:url";
import type { Page } from "../../../services/enrichment/fetch/fetch_page.ts";
import { FIELD_NAMES } from "./predict_site.ts";
import type { Labels } from "./score.ts";
import type { SavedSite } from "./site_folder.ts";

/** Each was written, and scored once, when the reader had learned from those before it. */
export const INVENTED_SETS = ["first", "second", "third", "fourth"] as const;
export type InventedSet = typeof INVENTED_SETS[number];
const ENDING = ".site";
const FETCHED_AT = "2026-01-01T00:00:00.000Z";

export interface InventedSite extends SavedSite {
  readonly label: Labels["sites"][number];
}

export async function openInventedSites(set: InventedSet): Promise<InventedSite[]> {
  const folder = fileURLToPath(new URL(`invented/${set}`, import.meta.url));
  const files: string[] = [];
  for await (const { name } of Deno.readDir(folder)) if (name.endsWith(ENDING)) files.push(name);
  return Promise.all(
    files.toSorted().map(async (file) =>
      parseInventedSite(file.slice(0, -ENDING.length), await Deno.readTextFile(`${folder}/${file}`))
    ),
  );
}

export function labelsOf(sites: readonly InventedSite[]): Labels {
  return { fields: [...FIELD_NAMES], sites: sites.map(({ label }) => label) };
}

export function parseInventedSite(id: string, text: string): InventedSite {
  const [head = "", ...parts] = text.split(/^--- /m);
  const stated = new Map(head.trim().split("\n").map(parseLine));
  const baseUrl = stated.get("base") ?? "";
  const pages = parts.map((part) => toPage(part, baseUrl));
  const answers = FIELD_NAMES.map((field) => [field, stated.get(field)?.split(" | ") ?? null]);
  const ignore = stated.get("ignore")?.split(" ") ?? [];
  const label = { id, baseUrl, labels: Object.fromEntries(answers), ignore };
  return { id, pageCount: pages.length, readPages: () => Promise.resolve(pages), label };
}

function parseLine(line: string): [string, string] {
  const gap = line.indexOf(" ");
  return [line.slice(0, gap), line.slice(gap + 1)];
}

function toPage(part: string, baseUrl: string): Page {
  const end = part.indexOf("\n");
  const path = part.slice(0, end).split(" ")[1] ?? "/";
  const html = part.slice(end + 1);
  const url = new URL(path, baseUrl).href;
  return { url, status: 200, bytes: html.length, html, fetchedAt: FETCHED_AT, hasMovedDomain: false };
}
