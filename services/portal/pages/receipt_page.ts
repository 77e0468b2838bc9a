/** What was received for an invoice: how much, when, by what means, and what is left. */
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { dayOf } from "../format.ts";
import { html, type Safe } from "../html.ts";
import { standingOf, titleOf } from "../invoice_standing.ts";
import { renderLive } from "../live.ts";
import { ownPdfLink, receiptInvoiceLink } from "../links.ts";
import { hasReceipt } from "../pdf/receipt_document.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { keptOf, listReceived, titleOfReceived } from "../received.ts";
import { paperLook } from "../style.ts";
import { icon } from "./icons.ts";
import { renderNumber, renderParties } from "./invoice_sheet.ts";
import { renderCrumb, renderDocument, renderFoot, renderHead } from "./layout.ts";
import { renderBadge, renderDay, renderMoney } from "./parts.ts";

/** Also for a part of the sum, and for what was taken back; the file is there when all is paid. */
export function hasReceiptPage(view: PortalInvoiceView): boolean {
  const { type, amountPaid, voidedPayments } = view.invoice;
  return hasReceipt(view) || (type === "invoice" && (amountPaid > 0 || voidedPayments.length > 0));
}

export function renderReceiptPage(view: PortalInvoiceView, reader: Reader): Safe {
  const { invoice, seller } = view;
  const { messages } = reader;
  const crumb = [titleOf(invoice, reader), " ", isolate(invoice.invoiceNumber)];
  const body = html`
    ${renderHead(seller, messages.accountOf(isolate(invoice.customerName)))}
    <main class="wrap">
      ${renderCrumb(receiptInvoiceLink(invoice.id), crumb)}
      <div class="inv">
        <div class="pay">${renderPaidCard(view, reader)}</div>
        <article class="sheet">
          ${renderTop(view, reader)}
          ${renderParties(invoice, reader)}
          ${renderPayments(view, reader)}
          ${renderSums(view, reader)}
        </article>
      </div>
    </main>
    ${renderFoot(seller, reader)}
    ${renderLive(view.position, reader)}
  `;
  return renderDocument(
    reader,
    `${messages.receipt} ${invoice.invoiceNumber} · ${seller.name}`,
    body,
    paperLook(seller),
  );
}

function renderTop({ invoice, today }: PortalInvoiceView, reader: Reader): Safe {
  const { messages } = reader;
  return html`
    <header>
      <div>
        <p class="eyebrow">${messages.receipt}</p>
        ${renderNumber(invoice)}
      </div>
      ${renderBadge(standingOf(invoice, today).state, reader)}
    </header>
  `;
}

/** Explicit roles, because the grid of the phone layout takes a table's own away. */
function renderPayments({ invoice, seller }: PortalInvoiceView, reader: Reader): Safe | undefined {
  const { messages } = reader;
  const received = listReceived(invoice);
  if (received.length === 0) return undefined;
  const rows = received.map((each) =>
    html`
      <tr role="row">
        <th role="rowheader" scope="row" class="num">${renderDay(
          dayOf(each.at, seller.timeZone),
          reader,
        )}</th>
        <td role="cell" class="i-name">${isolate(
          each.kind === "payment"
            ? [each.method, each.reference].filter(Boolean).join(" · ")
            : titleOfReceived(each, messages),
        )}</td>
        <td role="cell" class="i-num">${renderMoney(each.amount, invoice.currency, reader)}</td>
      </tr>
    `
  );
  return html`
    <table role="table" class="items got">
      <caption class="vh">${messages.history}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${messages.statement.columns.date}</th>
          <th role="columnheader" scope="col" class="i-name">${messages.means}</th>
          <th role="columnheader" scope="col" class="i-num">${messages.columns.amount}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">${rows}</tbody>
    </table>
  `;
}

function renderSums({ invoice }: PortalInvoiceView, reader: Reader): Safe {
  const { messages } = reader;
  const row = (label: string, amount: number, name = "") =>
    html`
      <dt class="${name}">${label}</dt>
      <dd class="num ${name}">${renderMoney(amount, invoice.currency, reader)}</dd>
    `;
  return html`
    <dl class="tot">
      ${row(messages.total, invoice.amount)}
      ${invoice.amountCredited > 0 && row(messages.credited, -invoice.amountCredited)}
      ${invoice.amountDue > 0 && row(messages.leftToPay, invoice.amountDue)}
      ${row(messages.amountPaid, keptOf(invoice), "big")}
    </dl>
  `;
}

function renderPaidCard(view: PortalInvoiceView, reader: Reader): Safe {
  const { invoice } = view;
  const { messages } = reader;
  const money = (amount: number) => renderMoney(amount, invoice.currency, reader);
  const pdf = html`<p class="cta"><a class="btn" href="${ownPdfLink(invoice.id)}">${
    icon("down", 16)
  }${messages.pdf}</a></p>`;
  return html`
    <div class="card">
      <p class="eyebrow">${messages.amountPaid}</p>
      <p class="sum">${money(keptOf(invoice))}</p>
      <p class="small muted">
        ${keptOf(invoice) > 0 && messages.received} ${invoice.amountDue > 0 &&
          messages.left(money(invoice.amountDue))}
      </p>
      ${hasReceipt(view) && pdf}
    </div>
  `;
}
