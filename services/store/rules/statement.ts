/** A statement of account: by currency, from the opening balance line by line to the closing one. */
import type { Statement } from "shared/contract/customer_account.ts";
import type { StatementRow } from "../queries/statements.ts";
import { toMajor } from "./money.ts";

type Account = Statement["currencies"][number];

/** @param rows Openings first, then lines by day. */
export function toStatementAccounts(rows: readonly StatementRow[]): Account[] {
  const byCurrency = Map.groupBy(rows, ({ currency }) => currency);
  return [...byCurrency.values()].map(toAccount).filter(hasSomething).sort(byCode);
}

function toAccount(rows: readonly StatementRow[]): Account {
  const { currency, exponent } = rows[0]!;
  const major = (minor: number) => toMajor(minor, exponent);
  const openingMinor = sum(rows.filter(({ kind }) => kind === null));
  const entries = rows.filter(({ kind }) => kind !== null);
  let balanceMinor = openingMinor;
  const lines = entries.map((row) => toLine(row, balanceMinor += row.minor));
  return {
    currency,
    opening: major(openingMinor),
    lines,
    totalDebit: major(sum(entries.filter(({ minor }) => minor >= 0))),
    totalCredit: major(-sum(entries.filter(({ minor }) => minor < 0))),
    closing: major(balanceMinor),
  };
}

function toLine(row: StatementRow, balanceMinor: number): Account["lines"][number] {
  const { minor, exponent, description } = row;
  return {
    // Only openings lack these.
    date: row.date!,
    kind: row.kind!,
    invoiceId: row.invoiceId!,
    invoiceNumber: row.invoiceNumber!,
    description,
    debit: minor >= 0 ? toMajor(minor, exponent) : null,
    credit: minor < 0 ? toMajor(-minor, exponent) : null,
    balance: toMajor(balanceMinor, exponent),
  };
}

function sum(rows: readonly StatementRow[]): number {
  return rows.reduce((total, { minor }) => total + minor, 0);
}

function hasSomething({ opening, lines }: Account): boolean {
  return opening !== 0 || lines.length > 0;
}

function byCode(a: Account, b: Account): number {
  return a.currency < b.currency ? -1 : 1;
}
