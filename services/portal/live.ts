/** The one script of all pages: it keeps an open page fresh, and a page is whole without it. */
import { html, Safe } from "./html.ts";
import source from "./live.js" with { type: "text" };
import type { Reader } from "./reader.ts";

/** Comments and indentation are for us, not for the wire. */
export const LIVE_SCRIPT = source.replace(/^\s*(\/\/.*)?\n?/gm, "").trim();

/** `position` is that of the feed when the page was drawn: what comes after it changes the page. */
export function renderLive(position: number, { messages }: Reader): Safe {
  const script = new Safe(`<script>${LIVE_SCRIPT}</script>`);
  return html`
    <p id="live" class="vh" role="status" data-after="${position}" data-text="${messages.updated}"></p>
    ${script}
  `;
}
