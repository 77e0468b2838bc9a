/** What every document has in common: whose it is, when it was made, in which language it speaks. */
import type { Party } from "shared/contract/invoice_shapes.ts";
import type { Reader } from "../reader.ts";

export interface Sheet {
  readonly lang: string;
  readonly isMirrored: boolean;
  /** Of the document, not of its making: the same file comes out each time. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly title: string;
  readonly kicker: string;
  readonly heading: string;
  readonly stamp: { readonly tone: string; readonly text: string } | null;
  readonly seller: readonly string[];
  readonly buyer: readonly string[];
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly footer: string;
  readonly pageOf: string;
  /** From zero to nine. */
  readonly digits: readonly string[];
  readonly billedTo: string;
}

export type SheetContent = Pick<Sheet, "title" | "kicker" | "heading" | "stamp" | "facts" | "footer"> & {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly seller: Party;
  readonly buyer: Party;
};

export function describeSheet({ day, seller, buyer, ...content }: SheetContent, reader: Reader): Sheet {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  return {
    ...content,
    footer: shorten(content.footer),
    lang: reader.locale.tag.slice(0, 2),
    isMirrored: isMirrored(reader),
    date: { year, month, day: dayOfMonth },
    seller: describeParty(seller, reader),
    buyer: describeParty(buyer, reader),
    pageOf: reader.messages.pageOf,
    digits: DIGITS.map(reader.format.number),
    billedTo: reader.messages.billedTo,
  };
}

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** There is one line for it on each page. */
const MAX_FOOTER = 90;

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > MAX_FOOTER ? `${letters.slice(0, MAX_FOOTER).join("")}…` : text;
}

export function isMirrored({ locale }: Reader): boolean {
  return locale.direction === "rtl";
}

function describeParty(party: Party, { messages }: Reader): string[] {
  const taxNumber = party.vatNumber ? [messages.taxNumber(party.vatNumber)] : [];
  const email = party.email ? [party.email] : [];
  return [party.name, ...party.addressLines, ...email, ...taxNumber];
}
