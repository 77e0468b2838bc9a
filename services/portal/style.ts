/** The one style sheet of all pages, and the policy that allows it and nothing else. */
import { createHash } from "node:crypto";
import { Safe } from "./html.ts";
import account from "./style/account.css" with { type: "text" };
import base from "./style/base.css" with { type: "text" };
import invoice from "./style/invoice.css" with { type: "text" };
import media from "./style/media.css" with { type: "text" };

/** Later sheets override earlier ones, so the one for phones and paper comes last. */
export const STYLE_SHEET = [base, account, invoice, media].map(compact).join("");

export function styleElement(): Safe {
  return new Safe(`<style>${STYLE_SHEET}</style>`);
}

/** For the header of the same name: the hash covers exactly what stands between the style tags. */
export function contentSecurityPolicy(): string {
  const hash = createHash("sha256").update(STYLE_SHEET).digest("base64");
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Comments and needless blanks are for us, not for the wire. */
function compact(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1").trim();
}
