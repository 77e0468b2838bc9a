/** What the lines of an invoice add up to: discount before tax, tax by rate, every step from a line's amount on in whole minor units. */
import type { RecordInvoiceInput } from "shared/contract/invoice_shapes.ts";
import { type FieldError, invalidField, OperationError } from "shared/errors.ts";
import {
  type Exact,
  multiply,
  percentOf,
  requireBounded,
  shareOf,
  toExact,
  toMinor,
  toPriceMinor,
} from "./money.ts";

export interface LineAmounts {
  readonly name: string;
  readonly quantity: string;
  /** Exact, since a price may have parts of a minor unit. */
  readonly priceMinor: Exact;
  readonly taxRate: string | null;
  readonly amountMinor: number;
}

export interface InvoiceAmounts {
  readonly lines: readonly LineAmounts[];
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

/** @throws {OperationError} INVALID that names every wrong line, and the discount. */
export function computeInvoiceAmounts(
  input: Pick<RecordInvoiceInput, "lines" | "discount">,
  exponent: number,
): InvoiceAmounts {
  const { lines, discountMinor } = readAmounts(input, exponent);
  const subtotalMinor = requireBounded(sum(lines.map((line) => line.amountMinor)), "/lines");
  if (discountMinor > Math.max(0, subtotalMinor)) {
    throw invalidField("/discount", "too_large", "Must not be more than the sum of the lines");
  }
  const taxMinor = computeTax(lines, subtotalMinor, discountMinor);
  const totalMinor = requireBounded(subtotalMinor - discountMinor + taxMinor, "/lines");
  if (totalMinor < 0) throw invalidField("/lines", "negative", "Must not add up to less than nothing");
  return { lines, subtotalMinor, discountMinor, taxMinor, totalMinor };
}

/** Each by itself, so that all that are wrong are named at once. */
function readAmounts({ lines, discount }: Pick<RecordInvoiceInput, "lines" | "discount">, exponent: number) {
  const errors: FieldError[] = [];
  const read = <Value>(work: () => Value): Value[] => {
    try {
      return [work()];
    } catch (error) {
      if (!(error instanceof OperationError) || !error.details.errors) throw error;
      errors.push(...error.details.errors);
      return [];
    }
  };
  const computed = lines.flatMap((line, index) => read(() => computeLine(line, index, exponent)));
  const [discountMinor = 0] = read(() => readDiscount(discount, exponent));
  if (errors.length === 0) return { lines: computed, discountMinor };
  const pointers = errors.map(({ pointer }) => pointer).join(", ");
  throw new OperationError("INVALID", `Not valid: ${pointers}`, { details: { errors } });
}

function readDiscount(discount: string | undefined, exponent: number): number {
  const minor = discount === undefined ? 0 : toMinor(discount, exponent, "/discount");
  if (minor < 0) throw invalidField("/discount", "negative", "Must not be negative");
  return minor;
}

function computeLine(
  line: RecordInvoiceInput["lines"][number],
  index: number,
  exponent: number,
): LineAmounts {
  const priceMinor = toPriceMinor(line.price, exponent, `/lines/${index}/price`);
  const amountMinor = requireBounded(multiply(line.quantity, priceMinor), `/lines/${index}`);
  return { name: line.name, quantity: line.quantity, priceMinor, taxRate: line.taxRate ?? null, amountMinor };
}

/** The discount lowers each rate's base in proportion; tax is rounded once for each rate, as EN 16931 asks. */
function computeTax(lines: readonly LineAmounts[], subtotalMinor: number, discountMinor: number): number {
  // "25" and "25.00" are one rate.
  const byRate = Map.groupBy(lines, ({ taxRate }) => toExact(taxRate ?? "0", 0));
  return sum([...byRate].map(([rate, ofRate]) => {
    const base = requireBounded(sum(ofRate.map((line) => line.amountMinor)), "/lines");
    const discounted = base - shareOf(discountMinor, base, subtotalMinor);
    return percentOf(discounted, rate);
  }));
}

/** Exact, although on the way it may be more than a number holds exactly: lines may be negative. */
function sum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + BigInt(value), 0n));
}
