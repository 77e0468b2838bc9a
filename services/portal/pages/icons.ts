/** The few drawings of the pages, coloured by the text around them. */
import { html, type Safe } from "../html.ts";

export type IconName = keyof typeof SHAPES;

/** Drawn anew at each place: a reference to a drawing costs a browser a copy of it and more, and no fewer bytes on the wire. */
export function icon(name: IconName, size = 14): Safe {
  return html`
    <svg class="i" width="${size}" height="${size}" viewBox="0 0 16 16"
      aria-hidden="true">${SHAPES[name]}</svg>
  `;
}

/** Each outline differs, so that no state is told by colour alone. */
const SHAPES = {
  paid: html`
    <path class="f"
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.4 5.4-4 4.3a.8.8 0 0 1-1.2 0L4.4 8.8a.8.8 0 1 1 1.2-1.1l1.2 1.3 3.4-3.7a.8.8 0 0 1 1.2 1.1Z" />
  `,
  credited: html`
    <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.2 8.2l2 2.1 3.6-4.2" />
  `,
  open: html`
    <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.8V8l2.2 1.6" />
  `,
  late: html`
    <path class="f"
      d="M6.8 2.1a1.4 1.4 0 0 1 2.4 0l5.4 9.5a1.4 1.4 0 0 1-1.2 2.1H2.6a1.4 1.4 0 0 1-1.2-2.1ZM8 5.2a.8.8 0 0 0-.8.9l.2 2.8a.6.6 0 0 0 1.2 0l.2-2.8a.8.8 0 0 0-.8-.9Zm0 5.3a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z" />
  `,
  part: html`
    <circle cx="8" cy="8" r="6.2" />
    <path class="f" d="M8 3.4a4.6 4.6 0 0 1 0 9.2Z" />
  `,
  partCredited: html`
    <circle cx="8" cy="8" r="6.2" />
    <path d="M5.2 8h5.6" />
  `,
  credit: html`
    <path d="M8 2.8v10.4M2.8 8h10.4" />
  `,
  refunded: html`
    <path d="M5.5 3 2.6 6l2.9 3M2.8 6h6.7a3.6 3.6 0 0 1 0 7.2H7" />
  `,
  void: html`
    <circle cx="8" cy="8" r="6.2" />
    <path d="m3.8 12.2 8.4-8.4" />
  `,
  down: html`
    <path d="M8 2.2v7.6M4.8 6.9 8 10l3.2-3.1M2.6 13.4h10.8" />
  `,
  find: html`
    <path d="M7 2.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2Zm3.4 8 3.2 3.2" />
  `,
  lock: html`
    <path d="M4.8 7V5a3.2 3.2 0 0 1 6.4 0v2M3 7h10v6.6H3Z" />
  `,
  back: html`
    <path d="M13 8H3.4M7 4.2 3.2 8 7 11.8" />
  `,
  doc: html`
    <path d="M3.6 1.8h5.6l3.2 3.2v9.2H3.6ZM9 2v3.2h3.2" />
  `,
  mail: html`
    <path d="M2 3.6h12v8.8H2ZM2.4 4.2 8 9l5.6-4.8" />
  `,
  wait: html`
    <path d="M4 2h8M4 14h8M5 2v2.6L8 8l3-3.4V2M5 14v-2.6L8 8l3 3.4V14" />
  `,
} as const;
