/** The style sheets of the pages, and the policy that allows a page its own, our one script, and nothing else. */
import { createHash } from "node:crypto";
import { deriveAccent } from "./brand_colors.ts";
import { Safe } from "./html.ts";
import { LIVE_SCRIPT } from "./live.ts";
import account from "./style/account.css" with { type: "text" };
import base from "./style/base.css" with { type: "text" };
import invoice from "./style/invoice.css" with { type: "text" };
import papers from "./style/papers.css" with { type: "text" };
import media from "./style/media.css" with { type: "text" };

/** Later parts override earlier ones, so the one for phones and paper comes last. */
export const STYLE_SHEETS = {
  account: assemble([base, account, media]),
  papers: assemble([base, account, invoice, papers, media]),
} as const;

/** What a page is drawn with. */
export interface Look {
  readonly sheet: keyof typeof STYLE_SHEETS;
  /** The seller's, when it is a seller's page. */
  readonly color: string | null;
}

type Colored = Pick<Look, "color">;

export function accountLook({ color }: Colored): Look {
  return { sheet: "account", color };
}

/** Of invoice, receipt and statement. */
export function paperLook({ color }: Colored): Look {
  return { sheet: "papers", color };
}

/** Of a page that says nothing about whose it is. */
export const PLAIN_LOOK = accountLook({ color: null });

export function styleElements({ sheet, color }: Look): Safe {
  const own = color === null ? "" : `<style>${brandSheet(color).css}</style>`;
  return new Safe(`<style>${STYLE_SHEETS[sheet]}</style>${own}`);
}

/** For the header of the same name: a hash covers exactly what stands between the tags. */
export function contentSecurityPolicy({ sheet, color }: Look): string {
  return color === null ? POLICIES[sheet] : brandSheet(color).policies[sheet];
}

type Policies = Readonly<Record<Look["sheet"], string>>;

interface BrandSheet {
  readonly css: string;
  readonly policies: Policies;
}

const MAX_SHEETS = 1_000;
const sheets = new Map<string, BrandSheet>();

/** Worked out once for each colour. */
function brandSheet(color: string): BrandSheet {
  const known = sheets.get(color);
  if (known) return known;
  const write = (scheme: "light" | "dark") => {
    const { brand, ink, edge } = deriveAccent(color, scheme);
    return `:root{--brand:${brand};--brand-ink:${ink};--brand-edge:${edge}}`;
  };
  const css = `${write("light")}@media screen and (prefers-color-scheme:dark){${write("dark")}}`;
  const sheet = { css, policies: writePolicies(css) };
  if (sheets.size >= MAX_SHEETS) sheets.clear();
  sheets.set(color, sheet);
  return sheet;
}

/** @param own The style element of a page beside its sheet. */
function writePolicies(own?: string): Policies {
  const allow = (sheet: string) => writePolicy(own === undefined ? [sheet] : [sheet, own]);
  return { account: allow(STYLE_SHEETS.account), papers: allow(STYLE_SHEETS.papers) };
}

function writePolicy(allowed: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src ${allowed.map((css) => `'${hashOf(css)}'`).join(" ")}`,
    `script-src '${hashOf(LIVE_SCRIPT)}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const POLICIES = writePolicies();

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function assemble(parts: readonly string[]): string {
  return parts.map(compact).join("");
}

/** Comments and needless blanks are for us, not for the wire. */
function compact(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,>]) ?/g, "$1").replace(
    /: /g,
    ":",
  )
    .replaceAll(";}", "}").trim();
}
