/** One invoice: what is left to pay, the sheet itself, what happened to it. */
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { CheckedUrl } from "../checked_url.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { isPart, type Standing, standingOf, titleOf } from "../invoice_standing.ts";
import { renderLive } from "../live.ts";
import { accountLink, ownPdfLink, ownReceiptLink } from "../links.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { paperLook } from "../style.ts";
import { icon } from "./icons.ts";
import { renderEvents } from "./invoice_events.ts";
import { renderSheet } from "./invoice_sheet.ts";
import { renderCrumb, renderDocument, renderFoot, renderHead } from "./layout.ts";
import { renderMoney } from "./parts.ts";
import { renderContact, renderPaymentDetails } from "./pay_and_contact.ts";
import { hasReceiptPage } from "./receipt_page.ts";

export function renderInvoicePage(view: PortalInvoiceView, reader: Reader): Safe {
  const { invoice, seller } = view;
  const { messages } = reader;
  const standing = standingOf(invoice, view.today);
  // The card to pay comes first in the source, so that it stands on top of a phone; wide screens put it beside.
  const body = html`
    ${renderHead(seller, messages.accountOf(isolate(invoice.customerName)))}
    <main class="wrap">
      ${view.opensAccount && renderCrumb(accountLink(), messages.allInvoices)}
      <div class="inv">
        <div class="pay">${renderPayCard(view, standing, reader)}</div>
        ${renderSheet(view, standing, reader)}
        <div class="more">
          ${renderEvents(view, reader)}
          ${standing.isOpen && renderPaymentDetails(seller, reader)}
          ${renderContact(seller, reader)}
        </div>
      </div>
    </main>
    ${renderFoot(seller, reader)}
    ${renderLive(view.position, reader)}
  `;
  return renderDocument(
    reader,
    `${titleOf(invoice, reader)} ${invoice.invoiceNumber} · ${seller.name}`,
    body,
    paperLook(seller),
  );
}

function renderPayCard(view: PortalInvoiceView, standing: Standing, reader: Reader): Safe {
  const { invoice } = view;
  const { messages } = reader;
  const url = standing.isOpen ? CheckedUrl.web(invoice.paymentUrl) : undefined;
  return html`
    <div class="card">
      <p class="eyebrow">${nameSum(standing, reader)}</p>
      ${renderSum(view, standing, reader)}
      <p class="small ${standing.isLate ? "late" : "muted"}">${renderSituation(view, standing, reader)}</p>
      <p class="cta">
        ${url && html`<a class="btn" href="${url}" rel="noreferrer">${messages.payNow}</a>`}
        <a class="btn alt" href="${ownPdfLink(invoice.id)}">${icon("down", 16)}${messages.pdf}</a>
        ${hasReceiptPage(view) && renderReceiptLink(view, reader)}
      </p>
    </div>
  `;
}

function nameSum({ isOpen, state }: Standing, { messages }: Reader): string {
  return isOpen ? messages.leftToPay : messages.states[state];
}

function renderReceiptLink({ invoice }: PortalInvoiceView, { messages }: Reader): Safe {
  return html`<a class="btn alt" href="${ownReceiptLink(invoice.id)}">${
    icon("paid", 16)
  }${messages.receipt}</a>`;
}

function renderSum({ invoice }: PortalInvoiceView, standing: Standing, reader: Reader): Safe {
  const money = (amount: number) => renderMoney(amount, invoice.currency, reader);
  if (!standing.isOpen) return html`<p class="sum">${money(invoice.amount)}</p>`;
  if (!isPart(standing.state)) return html`<p class="sum">${money(invoice.amountDue)}</p>`;
  const left = html`<b class="sum">${money(invoice.amountDue)}</b>`;
  return html`<p>${reader.messages.ofTotal(left, money(invoice.amount))}</p>`;
}

/** One sentence that says where things stand. */
function renderSituation({ invoice }: PortalInvoiceView, standing: Standing, reader: Reader): Renderable {
  const { messages, format } = reader;
  const { state } = standing;
  if (state === "credit") return renderUse(invoice, reader);
  const sentence = closingOf(state, reader);
  if (sentence) return [sentence, invoice.creditAmount > 0 && [" ", renderFavour(invoice, reader)]];
  const due = format.longDay(invoice.dueDate);
  if (!standing.isLate) {
    return `${messages.isDue(due)}${messages.comma} ${format.daysAhead(standing.daysLeft)}`;
  }
  return messages.wasDue(due, messages.daysLate(-standing.daysLeft, format.number(-standing.daysLeft)));
}

/** Undefined while something is to be paid. */
function closingOf(state: Standing["state"], { messages }: Reader): string | undefined {
  const { settled, byCreditNote, voided, refunded } = messages;
  const closings: Partial<Record<Standing["state"], string>> = {
    paid: settled,
    credited: `${byCreditNote}.`,
    void: voided,
    refunded,
  };
  return closings[state];
}

/** Of a credit note: what of it is still the reader's. */
function renderUse(invoice: PortalInvoiceView["invoice"], reader: Reader): Renderable {
  const { messages } = reader;
  const { amount, creditAmount, creditedInvoiceNumber } = invoice;
  if (creditAmount > 0 && creditAmount < amount) return renderFavour(invoice, reader);
  const isUsed = creditAmount <= 0 && creditedInvoiceNumber !== null;
  return isUsed ? [messages.creditedInvoice, " ", isolate(creditedInvoiceNumber)] : messages.creditNote;
}

/** Paid too much, paid for what was withdrawn, or not yet set off. */
function renderFavour(
  { creditAmount, currency }: PortalInvoiceView["invoice"],
  reader: Reader,
): Renderable {
  return reader.messages.inYourFavour(renderMoney(creditAmount, currency, reader));
}
