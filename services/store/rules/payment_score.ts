/** How punctually a team is paid, in one number and one word. */
import type { Punctuality } from "../queries/invoice_sums.ts";

export function toPaymentScore({ paidInTime, paidLate, overdue }: Punctuality) {
  const count = paidInTime + paidLate + overdue;
  if (count === 0) return { score: 0, paymentStatus: "none" as const };
  const score = Math.round(10 * paidInTime / count);
  return { score, paymentStatus: nameScore(score) };
}

function nameScore(score: number): "good" | "average" | "bad" {
  if (score >= 8) return "good";
  return score >= 5 ? "average" : "bad";
}

/** @param today The seller's calendar day. @returns The same day of the year before; of 29 February the 1st of March. */
export function yearBefore(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day.toISOString().slice(0, 10);
}
