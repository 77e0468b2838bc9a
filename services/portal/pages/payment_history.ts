/** What was paid, newest first, with what it was for. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { dayOf } from "../format.ts";
import { html, type Safe } from "../html.ts";
import { receiptLink } from "../links.ts";
import { cleanText, isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { renderMoney, renderTimeline, type TimelineEvent } from "./parts.ts";

type Payment = PortalAccount["payments"][number];

export function renderPaymentHistory(account: PortalAccount, reader: Reader): Safe {
  const events = account.payments.map((payment) => toEvent(payment, account.seller.timeZone, reader));
  const list = events.length > 0
    ? html`<ol class="panel line">${renderTimeline(events, reader)}</ol>`
    : html`<p class="panel nothing">${reader.messages.noPayments}</p>`;
  return html`
    <section aria-labelledby="hist-h">
      <h2 id="hist-h">${reader.messages.history}</h2>
      ${list}
    </section>
  `;
}

function toEvent(payment: Payment, timeZone: string, reader: Reader): TimelineEvent {
  const { messages } = reader;
  const isReturned = payment.amount < 0;
  const towards = messages.towards(isolate(payment.invoiceNumber));
  return {
    tone: isReturned ? "refunded" : "paid",
    title: isReturned ? messages.paymentReturned : messages.paymentReceived,
    amount: renderMoney(payment.amount, payment.currency, reader),
    day: dayOf(payment.paidAt, timeZone),
    detail: [
      towards,
      payment.method && [" · ", isolate(payment.method)],
      !isReturned && [" · ", renderReceiptLink(payment, reader)],
    ],
  };
}

function renderReceiptLink({ invoiceId, invoiceNumber }: Payment, { messages: { receipt } }: Reader): Safe {
  const name = `${receipt}, ${cleanText(invoiceNumber)}`;
  return html`<a href="${receiptLink(invoiceId)}" aria-label="${name}">${receipt}</a>`;
}
