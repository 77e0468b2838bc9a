/** A statement of account: what was charged and credited in a period, line by line, in each currency. */
import type { PortalStatement } from "shared/contract/portal_shapes.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { invoiceLink, statementAccountLink, statementLink, statementPdfLink } from "../links.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { paperLook } from "../style.ts";
import { icon } from "./icons.ts";
import { renderCrumb, renderDocument, renderFoot, renderHead } from "./layout.ts";
import { renderDay, renderMoney } from "./parts.ts";

type Account = PortalStatement["statement"]["currencies"][number];
type Line = Account["lines"][number];

export interface StatementView {
  readonly found: PortalStatement;
  /** Too much happened in the period that was asked for. */
  readonly isTooLong: boolean;
  readonly reader: Reader;
}

export function renderStatementPage(view: StatementView): Safe {
  const { found: { seller, customer }, reader } = view;
  const { messages } = reader;
  const body = html`
    ${renderHead(seller, messages.accountOf(isolate(customer.name)))}
    <main class="wrap paper">
      ${renderCrumb(statementAccountLink, messages.allInvoices)}
      <article class="sheet">
        ${renderTop(view)}
        ${renderPeriod(view)}
        ${renderAccounts(view)}
      </article>
    </main>
    ${renderFoot(seller, reader)}
  `;
  return renderDocument(reader, `${messages.statement.title} · ${seller.name}`, body, paperLook(seller));
}

function renderTop({ found: { customer, statement }, isTooLong, reader }: StatementView): Safe {
  const { messages, format } = reader;
  const { from, to } = statement;
  const pdf = html`<a class="btn alt" href="${statementPdfLink(from, to)}">${
    icon("down", 16)
  }${messages.pdf}</a>`;
  return html`
    <header>
      <div>
        <p class="eyebrow">${isolate(customer.name)}</p>
        <h1>${messages.statement.title}</h1>
        <p class="muted">${from !== null && `${format.longDay(from)} – `}${format.longDay(to)}</p>
      </div>
      ${!isTooLong && pdf}
    </header>
  `;
}

/** Any period, or one of the last years at a touch. */
function renderPeriod({ found: { statement }, reader }: StatementView): Safe {
  const { messages, format } = reader;
  const { from, to } = statement;
  const thisYear = Number(to.slice(0, 4));
  const links = [thisYear, thisYear - 1, thisYear - 2].map((year) => {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const url = statementLink.with({ from: first, to: last });
    const current = from === first && to === last ? "true" : "false";
    return html`<a href="${url}" aria-current="${current}">${format.year(first)}</a>`;
  });
  return html`
    <div class="sec period">
      <nav class="tabs num" aria-label="${messages.statement.years}">${links}</nav>
      <form class="find opts" method="get">
        <div>
          <label>${messages.statement.from} <input type="date" name="from" value="${from ?? ""}"></label>
          <label>${messages.statement.to} <input type="date" name="to" value="${to}"></label>
          <button class="ghost">${messages.apply}</button>
        </div>
      </form>
    </div>
  `;
}

function renderAccounts({ found: { statement }, isTooLong, reader }: StatementView): Renderable {
  const { tooLong, nothing } = reader.messages.statement;
  if (isTooLong) return html`<p class="empty">${tooLong}</p>`;
  if (statement.currencies.length === 0) return html`<p class="empty">${nothing}</p>`;
  const isOneOfMany = statement.currencies.length > 1;
  return statement.currencies.map((account) => renderAccount(account, isOneOfMany, reader));
}

/** Explicit roles, because the grid of the phone layout takes a table's own away. */
function renderAccount(account: Account, isOneOfMany: boolean, reader: Reader): Safe {
  const { columns, title } = reader.messages.statement;
  const head = (label: string, name: string) =>
    html`<th role="columnheader" scope="col" class="${name}">${label}</th>`;
  const look = `items ledger${isOneOfMany ? " many" : ""}${hasLongSums(account, reader) ? " small" : ""}`;
  return html`
    <table role="table" class="${look}">
      <caption class="${isOneOfMany ? "" : "vh"}"><span class="vh">${title}, </span>${account
        .currency}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${head(columns.date, "l-day")}
          ${head(columns.document, "i-name")}
          ${head(columns.debit, "i-num")}
          ${head(columns.credit, "i-num")}
          ${head(columns.balance, "i-num")}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${account.opening !== 0 && renderOpening(account, reader)}
        ${account.lines.map((line) => renderLine(line, account.currency, reader))}
        ${renderSums(account, reader)}
      </tbody>
    </table>
    ${renderClosing(account, reader)}
  `;
}

/** Sums in billions, in each of three columns, leave no room for words at their full size. */
function hasLongSums({ currency, lines, totalDebit, totalCredit }: Account, { format }: Reader): boolean {
  const largest = lines.reduce((most, { balance }) => Math.max(most, Math.abs(balance)), 0);
  return format.money(Math.max(largest, totalDebit, totalCredit), currency).length > 17;
}

function renderLine(line: Line, currency: string, reader: Reader): Safe {
  const { kinds } = reader.messages.statement;
  const document = html`<a href="${invoiceLink(line.invoiceId)}">${isolate(line.invoiceNumber)}</a>`;
  return renderCells({
    day: renderDay(line.date, reader),
    name: [kinds[line.kind], " ", document, renderDescription(line)],
    amounts: [line.debit, line.credit, line.balance],
    currency,
  }, reader);
}

function renderDescription({ description }: Line): Renderable {
  return description && html`<small>${isolate(description)}</small>`;
}

function renderOpening({ currency, opening }: Account, reader: Reader): Safe {
  const name = reader.messages.statement.opening;
  return renderCells({ day: "", name, amounts: [null, null, opening], currency }, reader);
}

function renderSums({ currency, totalDebit, totalCredit }: Account, reader: Reader): Safe {
  const name = reader.messages.statement.sums;
  const amounts = [totalDebit, totalCredit, null];
  return renderCells({ day: "", name, amounts, currency, kind: "sums" }, reader);
}

interface Row {
  readonly day: Renderable;
  readonly name: Renderable;
  /** Charged, credited, and what is owed then. */
  readonly amounts: readonly (number | null)[];
  readonly currency: string;
  readonly kind?: "sums";
}

/** The column's name stands beside an amount where the head of the table has no room: on a phone. */
function renderCells({ day, name, amounts, currency, kind }: Row, reader: Reader): Safe {
  const { columns } = reader.messages.statement;
  const labels = [columns.debit, columns.credit, columns.balance];
  const cells = amounts.map((amount, index) => {
    const shown = amount !== null &&
      html`<span class="l">${labels[index]} </span>${renderMoney(amount, currency, reader)}`;
    return html`<td role="cell" class="i-num">${shown}</td>`;
  });
  return html`
    <tr role="row" class="${kind ?? ""}">
      <td role="cell" class="l-day num">${day}</td>
      <th role="rowheader" scope="row" class="i-name">${name}</th>
      ${cells}
    </tr>
  `;
}

function renderClosing({ currency, closing }: Account, reader: Reader): Safe {
  const { statement } = reader.messages;
  return html`
    <dl class="tot">
      <dt class="big">${closing < 0 ? statement.inYourFavour : statement.closing}</dt>
      <dd class="num big">${renderMoney(Math.abs(closing), currency, reader)}</dd>
    </dl>
  `;
}
