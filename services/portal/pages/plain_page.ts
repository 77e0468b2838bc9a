/** Pages without an account: they say nothing about whose link it was, or whether it ever was one. */
import type { PlainPage } from "shared/contract/portal_shapes.ts";
import { CheckedUrl } from "../checked_url.ts";
import { html, type Safe } from "../html.ts";
import type { Reader } from "../reader.ts";
import { icon } from "./icons.ts";
import { renderDocument } from "./layout.ts";

const ICONS = { gone: "lock", sent: "mail", missing: "find", busy: "wait", unavailable: "wait" } as const;

export function renderPlainPage(page: PlainPage, reader: Reader): Safe {
  const { title, text } = reader.messages[page];
  const body = html`
    <main class="wrap plain">
      ${icon(ICONS[page], 40)}
      <h1>${title}</h1>
      <p>${text}</p>
      ${page === "gone" && renderRequest(reader)}
      ${(page === "busy" || page === "unavailable") && renderRetry(reader)}
    </main>
  `;
  return renderDocument(reader, title, body);
}

/** Without an action it goes to the address of the page itself, so that the link need not stand here. */
function renderRequest({ messages: { resend } }: Reader): Safe {
  return html`
    <form class="ask" method="post">
      <label for="email">${resend.email}</label>
      <input id="email" type="email" name="email" required maxlength="254" autocomplete="email" dir="ltr">
      <button class="btn">${resend.send}</button>
    </form>
  `;
}

function renderRetry({ messages: { again } }: Reader): Safe {
  return html`<p class="cta"><a class="btn alt" href="${CheckedUrl.path("")}">${again}</a></p>`;
}
