/** A print of what the readers make of a page: pages whose markup only carries another token have the same. */
import { createHash } from "node:crypto";
import type { ParsedPage } from "./parse/parsed_page.ts";

/** Raise it when the readers find more in the same page: every site is then read anew. */
export const READER_VERSION = "rules/10";

/** Made anew for each visitor by servers that guard their forms. */
const CHANGING_META = /token|nonce|csrf|generated|request|timestamp/;

export function digestPage(page: ParsedPage): string {
  const { url, language, title, metas, icons, links, images, lines, jsonLd, hiddenEmails } = page;
  const said = [
    [url, language, title],
    metas.filter(({ name }) => !CHANGING_META.test(name)),
    [icons.map(({ href }) => href), links.map(({ href, text }) => [href, text])],
    images.map(({ src, alt }) => [src, alt]),
    [lines.map(({ text }) => text), jsonLd, hiddenEmails.map(({ email }) => email)],
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
