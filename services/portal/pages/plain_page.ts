/** Pages without an account: they say nothing about whose link it was, or whether it ever was one. */
import { html, type Safe } from "../html.ts";
import type { Reader } from "../reader.ts";
import { icon } from "./icons.ts";
import { renderDocument } from "./layout.ts";

export type PlainPage = "gone" | "missing" | "unavailable";

const ICONS = { gone: "lock", missing: "find", unavailable: "wait" } as const;

export function renderPlainPage(page: PlainPage, reader: Reader): Safe {
  const { title, text } = reader.messages[page];
  const body = html`
    <main class="wrap plain">
      ${icon(ICONS[page], 40)}
      <h1>${title}</h1>
      <p>${text}</p>
    </main>
  `;
  return renderDocument(reader, title, body);
}
