/** What the PDF of a statement of account says: from the opening balance line by line to the closing one. */
import type { PortalStatement } from "shared/contract/portal_shapes.ts";
import type { Reader } from "../reader.ts";
import type { DocumentOrder } from "./order.ts";
import { printable } from "./printable.ts";
import { describeSheet, isMirrored } from "./sheet.ts";

type Account = PortalStatement["statement"]["currencies"][number];
type Line = Account["lines"][number];

export function describeStatement(
  { seller, customer, statement }: PortalStatement,
  reader: Reader,
): DocumentOrder {
  const { messages, format } = reader;
  const { from, to } = statement;
  const sheet = describeSheet({
    day: to,
    title: `${messages.statement.title}, ${customer.name}, ${format.longDay(to)}`,
    kicker: messages.statement.title,
    heading: customer.name,
    stamp: null,
    seller,
    buyer: { name: customer.name, email: null, addressLines: customer.addressLines, vatNumber: null },
    facts: [
      ...(from === null ? [] : [{ label: messages.statement.from, text: format.longDay(from) }]),
      { label: messages.statement.to, text: format.longDay(to) },
    ],
    footer: `${seller.name} · ${messages.statement.title}`,
  }, reader);
  const { date, document, debit, credit, balance } = messages.statement.columns;
  const data = {
    ...sheet,
    nothing: messages.statement.nothing,
    columns: [date, document, debit, credit, balance],
    accounts: statement.currencies.map((account) => describeAccount(account, from, reader)),
  };
  return { template: "statement", data: JSON.stringify(printable(data, isMirrored(reader))) };
}

function describeAccount(account: Account, from: string | null, reader: Reader) {
  const { messages: { statement }, format } = reader;
  const money = (amount: number) => format.money(amount, account.currency);
  return {
    currency: account.currency,
    opening: from === null ? null : { label: statement.opening, amount: money(account.opening) },
    rows: account.lines.map((line) => describeLine(line, money, reader)),
    sums: [statement.sums, money(account.totalDebit), money(account.totalCredit)],
    closing: {
      label: account.closing < 0 ? statement.inYourFavour : statement.closing,
      amount: money(Math.abs(account.closing)),
    },
  };
}

function describeLine(line: Line, money: (amount: number) => string, { messages, format }: Reader) {
  const { kinds } = messages.statement;
  return {
    cells: [
      format.day(line.date),
      `${kinds[line.kind]} ${line.invoiceNumber}`,
      line.debit === null ? "" : money(line.debit),
      line.credit === null ? "" : money(line.credit),
      money(line.balance),
    ],
    description: line.description,
  };
}
