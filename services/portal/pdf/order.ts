/** What the typesetter is handed: a template, and the data that fill it. */

export type Template = "invoice" | "statement";

export interface DocumentOrder {
  readonly template: Template;
  /** Of the template, as JSON: it stays data and never becomes source. */
  readonly data: string;
  /** The same invoice for a machine, to be embedded. */
  readonly eInvoice?: string;
  /** Of the seller, `#rrggbb`, readable on white; else ours. */
  readonly color?: string;
  /** The seller's picture, a PNG. */
  readonly logo?: Uint8Array;
}
