/** The one style sheet of all pages, and the policy that allows it, our one script, and nothing else. */
import { createHash } from "node:crypto";
import { deriveAccent } from "./brand_colors.ts";
import { Safe } from "./html.ts";
import { LIVE_SCRIPT } from "./live.ts";
import account from "./style/account.css" with { type: "text" };
import base from "./style/base.css" with { type: "text" };
import invoice from "./style/invoice.css" with { type: "text" };
import papers from "./style/papers.css" with { type: "text" };
import media from "./style/media.css" with { type: "text" };

/** Later sheets override earlier ones, so the one for phones and paper comes last. */
export const STYLE_SHEET = [base, account, invoice, papers, media].map(compact).join("");

/** @param color The seller's. */
export function styleElements(color: string | null): Safe {
  const own = color === null ? "" : `<style>${brandSheet(color).css}</style>`;
  return new Safe(`<style>${STYLE_SHEET}</style>${own}`);
}

/** For the header of the same name: a hash covers exactly what stands between the tags. */
export function contentSecurityPolicy(color: string | null): string {
  return color === null ? POLICY : brandSheet(color).policy;
}

interface BrandSheet {
  readonly css: string;
  readonly policy: string;
}

const MAX_SHEETS = 1_000;
const sheets = new Map<string, BrandSheet>();

/** Worked out once for each colour. */
function brandSheet(color: string): BrandSheet {
  const known = sheets.get(color);
  if (known) return known;
  const write = (scheme: "light" | "dark") => {
    const { brand, ink } = deriveAccent(color, scheme);
    return `:root{--brand:${brand};--brand-ink:${ink}}`;
  };
  const css = `${write("light")}@media screen and (prefers-color-scheme:dark){${write("dark")}}`;
  const sheet = { css, policy: writePolicy([STYLE_SHEET, css]) };
  if (sheets.size >= MAX_SHEETS) sheets.clear();
  sheets.set(color, sheet);
  return sheet;
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

const POLICY = writePolicy([STYLE_SHEET]);

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Comments and needless blanks are for us, not for the wire. */
function compact(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,>]) ?/g, "$1").replace(
    /: /g,
    ":",
  )
    .replaceAll(";}", "}").trim();
}
