/** The one style sheet of all pages, and the policy that allows it, our one script, and nothing else. */
import { createHash } from "node:crypto";
import { Safe } from "./html.ts";
import { LIVE_SCRIPT } from "./live.ts";
import account from "./style/account.css" with { type: "text" };
import base from "./style/base.css" with { type: "text" };
import invoice from "./style/invoice.css" with { type: "text" };
import papers from "./style/papers.css" with { type: "text" };
import media from "./style/media.css" with { type: "text" };

/** Later sheets override earlier ones, so the one for phones and paper comes last. */
export const STYLE_SHEET = [base, account, invoice, papers, media].map(compact).join("");

export function styleElement(): Safe {
  return new Safe(`<style>${STYLE_SHEET}</style>`);
}

/** For the header of the same name: a hash covers exactly what stands between the tags. */
export function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(STYLE_SHEET)}'`,
    `script-src '${hashOf(LIVE_SCRIPT)}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Comments and needless blanks are for us, not for the wire. */
function compact(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1").trim();
}
