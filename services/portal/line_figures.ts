/** The figures of an invoice's lines as they are written, and whether they leave room for words beside them. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import { hasTax } from "./invoice_totals.ts";
import type { Reader } from "./reader.ts";

export interface LineFigures {
  readonly quantity: string;
  readonly price: string;
  /** Undefined where no line of the invoice has a rate, empty where this one has none. */
  readonly tax: string | undefined;
  readonly amount: string;
}

export function writeFigures(invoice: Invoice, { format }: Pick<Reader, "format">): LineFigures[] {
  const showsTax = hasTax(invoice);
  return invoice.lines.map(({ quantity, price, taxRate, amount }) => ({
    quantity: format.number(quantity),
    price: format.price(price, invoice.currency),
    tax: showsTax ? (taxRate === null ? "" : format.percent(taxRate)) : undefined,
    amount: format.money(amount, invoice.currency),
  }));
}

/**
 * A million pieces at eight decimals do not: then all but the amount stands below the words.
 * @param room Of all their columns together, in characters.
 */
export function fitBesideWords(figures: readonly LineFigures[], room: number): boolean {
  const widest = (column: keyof LineFigures) =>
    figures.reduce((width, each) => Math.max(width, each[column]?.length ?? 0), 0);
  return widest("quantity") + widest("price") + widest("tax") + widest("amount") <= room;
}
