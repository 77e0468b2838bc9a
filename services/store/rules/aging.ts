/** How late an open amount is: five buckets, drawn by the SQL of summaries and balances. */

const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90Days"] as const;

type Buckets = Readonly<Record<typeof BUCKETS[number], number>>;

export function toBuckets(amounts: readonly number[]): Buckets {
  const entries = BUCKETS.map((name, index) => [name, amounts[index] ?? 0]);
  // One entry for each name of the list.
  return Object.fromEntries(entries) as Buckets;
}

/** Rounded so that the parts add up to the rounded sum: each gets what rounding the running sum adds. */
export function roundParts<Amount>(
  amounts: readonly Amount[],
  add: (amounts: readonly Amount[]) => Amount,
  round: (amount: Amount) => number,
): number[] {
  const running = amounts.map((_, index) => round(add(amounts.slice(0, index + 1))));
  return running.map((sum, index) => sum - (running[index - 1] ?? 0));
}
