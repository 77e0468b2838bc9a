/** What the readers see of a page: plain data, no parser and no document. */

/**
 * Of a title, what is said in a meta tag, the text of a link or a picture, and an address. What is worth reading is
 * shorter, and patterns that are quick with a line take minutes for a megabyte.
 */
export const MOST_CHARS = { title: 1_000, meta: 2_000, text: 500, address: 2_048 } as const;

export type Place = "header" | "footer" | "main";

export interface PageLink {
  /** Absolute; `mailto:` and `tel:` as written. */
  readonly href: string;
  /** As it stands in the source. */
  readonly raw: string;
  /** Visible text, else its label. */
  readonly text: string;
  readonly place: Place;
  /** Index of the line that it stands on, or of the one above where it is a picture. */
  readonly line: number;
  /** Hardly seen by visitors. */
  readonly isConcealed?: true;
}

export interface PageImage {
  readonly src: string;
  readonly raw: string;
  readonly alt: string;
  /** Ids and classes of the image and its nearest ancestors, lower case. */
  readonly context: string;
  readonly place: Place;
  /** Where a click on it leads. */
  readonly linksTo: string | undefined;
}

/** What stands on one line when the page is drawn without styles. */
export interface PageLine {
  readonly text: string;
  readonly place: Place;
  /** The innermost block element, such as `h1`, `p`, `td`. */
  readonly tag: string;
  /** In part at least hardly seen by visitors. */
  readonly isConcealed?: true;
  /** Within comments or what customers say. */
  readonly isOfOthers?: true;
}

export interface PageMeta {
  /** `name`, `property` or `itemprop`, lower case. */
  readonly name: string;
  readonly content: string;
}

export interface PageIcon {
  readonly rel: string;
  readonly href: string;
  readonly raw: string;
  readonly sizes: string;
}

export interface ParsedPage {
  readonly url: string;
  readonly fetchedAt: string;
  readonly hasMovedDomain: boolean;
  readonly language: string;
  readonly title: string;
  readonly metas: readonly PageMeta[];
  readonly icons: readonly PageIcon[];
  readonly links: readonly PageLink[];
  readonly images: readonly PageImage[];
  readonly lines: readonly PageLine[];
  /** The raw text of each JSON-LD block, and the page's microdata in the same form. */
  readonly jsonLd: readonly string[];
  /** Addresses that a script would put together in a browser, with the code that stands for them. */
  readonly hiddenEmails: readonly { readonly email: string; readonly code: string }[];
  /** Somebody tried to talk to a machine here; what was said has been left out. */
  readonly isInstructed: boolean;
  /** The source, in which quotes are looked up. */
  readonly html: string;
}

/** What a site says about itself stands at the top and at the bottom; the middle of a huge page can be spared. */
export function keepEnds<Item>(items: readonly Item[], max: number): readonly Item[] {
  if (items.length <= max) return items;
  const half = Math.floor(max / 2);
  return [...items.slice(0, half), ...items.slice(-half)];
}

export function metaOf(page: ParsedPage, name: string): string {
  return page.metas.find((meta) => meta.name === name)?.content ?? "";
}
