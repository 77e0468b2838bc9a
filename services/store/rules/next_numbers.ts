/** Numbers for an invoice that came without one. */

const TRIES = 50;

/**
 * The first numbers after the highest among the newest ones: they count on in the way in which the newest one does.
 * @param recent Newest first.
 */
export function nextNumbers(recent: readonly string[]): string[] {
  const parts = recent.flatMap((number) => splitNumber(number) ?? []);
  const [newest] = parts;
  const prefix = newest?.prefix ?? "INV-";
  const digits = newest?.digits.length ?? 4;
  const used = parts.filter((part) => part.prefix === prefix).map((part) => BigInt(part.digits));
  const highest = used.reduce((highest, each) => each > highest ? each : highest, 0n);
  return Array.from(
    { length: TRIES },
    (_, index) => prefix + String(highest + BigInt(index + 1)).padStart(digits, "0"),
  );
}

/** `INV-0012` is `INV-` and `0012`; undefined for one that does not end in digits. */
function splitNumber(number: string): { prefix: string; digits: string } | undefined {
  const [, prefix, digits] = /^(.*?)(\d+)$/s.exec(number) ?? [];
  return prefix === undefined || digits === undefined ? undefined : { prefix, digits };
}
