/** What every page shares: the document around it, the seller's head and the foot. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { CheckedUrl } from "../checked_url.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { logoLink } from "../links.ts";
import { cleanText, isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { type Look, PLAIN_LOOK, styleElements } from "../style.ts";
import { icon } from "./icons.ts";

export type Seller = PortalAccount["seller"];

/** No preview data: chat programs fetch links and would show a customer's sums to everybody. */
export function renderDocument(
  reader: Reader,
  title: string,
  body: Safe,
  look: Look = PLAIN_LOOK,
): Safe {
  return html`
    <!doctype html>
    <html lang="${reader.locale.tag}" dir="${reader.locale.direction}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>${cleanText(title)}</title>
        <meta name="robots" content="noindex,nofollow,noarchive,nosnippet">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        ${styleElements(look)}
        <link rel="icon" href="data:,">
      </head>
      <body>
        ${body}
      </body>
    </html>
  `;
}

/** @param tools Links to files, at the far end. */
export function renderHead(seller: Seller, subtitle: Renderable, tools?: Safe): Safe {
  return html`
    <header class="wrap top">
      ${renderMark(seller)}
      <div>
        <b>${isolate(seller.name)}</b>
        <span class="muted small">${subtitle}</span>
      </div>
      ${tools}
    </header>
  `;
}

/** The way back, above what a page is about. */
export function renderCrumb(url: CheckedUrl, label: Renderable): Safe {
  return html`<a class="crumb" href="${url}">${icon("back", 16)}<span>${label}</span></a>`;
}

function renderLogo({ hash, width, height }: NonNullable<Seller["logo"]>): Safe {
  return html`<img class="logo" src="${logoLink(hash)}" width="${width}" height="${height}" alt="">`;
}

/** Who has no logo has an initial. */
function renderMark(seller: Seller): Safe {
  if (seller.logo) return renderLogo(seller.logo);
  const initial = [...cleanText(seller.name).trim()][0] ?? "";
  return html`
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="11" />
      <text x="20" y="27" text-anchor="middle">${initial.toUpperCase()}</text>
    </svg>
  `;
}

export function renderFoot(seller: Seller, reader: Reader): Safe {
  const { messages } = reader;
  return html`
    <footer class="wrap site">
      <span>${[icon("lock", 13), " ", messages.privateLink(isolate(seller.name))]}</span>
      <span>${messages.timeZone(seller.timeZone)} · ${messages.language}</span>
    </footer>
  `;
}
