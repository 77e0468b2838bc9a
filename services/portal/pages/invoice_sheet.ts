/** The invoice as it was issued: parties, lines, sums, note. */
import type { Invoice, Party } from "shared/contract/invoice_shapes.ts";
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { type Standing, titleOf } from "../invoice_standing.ts";
import { hasTax, totalsOf } from "../invoice_totals.ts";
import { fitBesideWords, type LineFigures, writeFigures } from "../line_figures.ts";
import { cleanText, isolate, isolateLines } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { renderBadge, renderDay } from "./parts.ts";

export function renderSheet(view: PortalInvoiceView, standing: Standing, reader: Reader): Safe {
  const { invoice } = view;
  return html`
    <article class="sheet">
      <header>
        <div>
          <p class="eyebrow">${titleOf(invoice, reader)}</p>
          ${renderNumber(invoice)}
        </div>
        ${renderBadge(standing.state, reader)}
      </header>
      ${renderParties(invoice, reader)}
      ${renderLines(invoice, reader)}
      ${renderTotals(view, reader)}
      ${renderNote(invoice, reader)}
    </article>
  `;
}

/** A long one is set smaller, so that it breaks as seldom as can be. */
export function renderNumber({ invoiceNumber }: Pick<Invoice, "invoiceNumber">): Safe {
  return html`<h1 class="${invoiceNumber.length > 20 ? "long" : ""}">${isolate(invoiceNumber)}</h1>`;
}

export function renderParties(invoice: Invoice, reader: Reader): Safe {
  const { messages } = reader;
  return html`
    <div class="who">
      <div>
        <h2>${messages.from}</h2>
        <p>${renderParty(invoice.seller, reader)}</p>
      </div>
      <div>
        <h2>${messages.billedTo}</h2>
        <p>${renderParty(invoice.buyer, reader)}</p>
      </div>
      <dl>
        ${renderFact(messages.issuedOn, renderDay(invoice.issueDate, reader))}
        ${renderSecondFact(invoice, reader)}
      </dl>
    </div>
  `;
}

/** Nobody owes a credit note by a day. */
function renderSecondFact(
  { type, dueDate, creditedInvoiceNumber }: Invoice,
  reader: Reader,
): Renderable {
  const { messages } = reader;
  if (type === "invoice") return renderFact(messages.dueOn, renderDay(dueDate, reader));
  return creditedInvoiceNumber && renderFact(messages.creditedInvoice, isolate(creditedInvoiceNumber));
}

function renderFact(label: string, value: Renderable): Safe {
  return html`
    <div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>
  `;
}

function renderParty(party: Party, reader: Reader): Renderable {
  const taxNumber = party.vatNumber ? [reader.messages.taxNumber(party.vatNumber)] : [];
  const email = party.email ? [party.email] : [];
  return isolateLines([party.name, ...party.addressLines, ...email, ...taxNumber]);
}

/** In characters; what is left of a sheet on a desk is enough for a long word. */
const ROOM_FOR_FIGURES = 38;

/** Explicit roles, because the grid of the phone layout takes a table's own away. */
function renderLines(invoice: Invoice, reader: Reader): Safe {
  const { lineColumns, lineItems } = reader.messages;
  const figures = writeFigures(invoice, reader);
  const isBeside = fitBesideWords(figures, ROOM_FOR_FIGURES);
  const head = (label: string, name: string) =>
    html`<th role="columnheader" scope="col" class="${name}">${label}</th>`;
  return html`
    <table role="table" class="items">
      <caption class="vh">${lineItems}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${head(lineColumns.description, "i-name")}
          ${isBeside && head(lineColumns.quantity, "i-num")}
          ${isBeside && head(lineColumns.price, "i-num")}
          ${isBeside && hasTax(invoice) && head(lineColumns.tax, "i-num")}
          ${head(lineColumns.amount, "i-num")}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${invoice.lines.map(({ name }, index) => renderLine(name, figures[index]!, isBeside))}
      </tbody>
    </table>
  `;
}

function renderLine(words: string, { quantity, price, tax, amount }: LineFigures, isBeside: boolean): Safe {
  const cell = (value: string, name: string) =>
    html`<td role="cell" class="i-num num ${name}"><bdi>${value}</bdi></td>`;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row" class="i-name">
        ${isolate(words)}
        ${!isBeside && html`<small>${writeBelow({ quantity, price, tax })}</small>`}
      </th>
      ${isBeside && cell(quantity, "i-qty")}
      ${isBeside && cell(price, "i-price")}
      ${isBeside && tax !== undefined && cell(tax, "i-tax")}
      ${cell(amount, "i-sum")}
    </tr>
  `;
}

function writeBelow({ quantity, price, tax }: Pick<LineFigures, "quantity" | "price" | "tax">): Renderable {
  const figure = (value: string) => html`<bdi class="num">${value}</bdi>`;
  return [figure(quantity), " × ", figure(price), tax && [" ·\u00a0", figure(tax)]];
}

function renderTotals(view: PortalInvoiceView, reader: Reader): Safe {
  const rows = totalsOf(view.invoice, view.today, reader).map(({ label, amount, isMain }) => {
    const name = isMain ? "big" : "";
    return html`
      <dt class="${name}">${label}</dt>
      <dd class="num ${name}"><bdi>${amount}</bdi></dd>
    `;
  });
  return html`<dl class="tot">${rows}</dl>`;
}

function renderNote(invoice: Invoice, reader: Reader): Renderable {
  if (!invoice.note) return undefined;
  return html`
    <div class="note">
      <h2>${reader.messages.note}</h2>
      <p dir="auto">${cleanText(invoice.note)}</p>
    </div>
  `;
}
