/** Which part of each credit note settles the invoice that it credits: the first one recorded comes first. */
import type { Standing } from "./invoice_status.ts";

export interface AllocatedCredits {
  readonly ofInvoice: number;
  /** In the order of the notes. */
  readonly ofNotes: readonly number[];
}

/** An invoice out of force gives its credit notes back; what had been used of one that was paid out stays used. */
export function allocateCredits(invoice: Standing, notes: readonly Standing[]): AllocatedCredits {
  const isPaidOut = ({ state }: Standing) => state === "refunded";
  const spentMinor = sum(notes.filter(isPaidOut).map((note) => note.creditedMinor));
  const openMinor = invoice.totalMinor - invoice.paidMinor - spentMinor;
  let leftMinor = invoice.state === "issued" ? Math.max(0, openMinor) : 0;
  const ofNotes = notes.map((note) => {
    if (isPaidOut(note)) return note.creditedMinor;
    const usedMinor = note.state === "issued" ? Math.min(note.totalMinor, leftMinor) : 0;
    leftMinor -= usedMinor;
    return usedMinor;
  });
  return { ofInvoice: sum(ofNotes), ofNotes };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
