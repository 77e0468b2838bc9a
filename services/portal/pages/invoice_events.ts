/** What happened to an invoice, newest first. */
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { dayOf } from "../format.ts";
import { html, type Safe } from "../html.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { listReceived } from "../received.ts";
import { renderMoney, renderTimeline, type TimelineEvent } from "./parts.ts";

export function renderEvents(view: PortalInvoiceView, reader: Reader): Safe {
  return html`
    <div class="card">
      <h2>${reader.messages.whatHappened}</h2>
      <ol class="line">${renderTimeline(listEvents(view, reader), reader)}</ol>
    </div>
  `;
}

function listEvents({ invoice, seller }: PortalInvoiceView, reader: Reader): TimelineEvent[] {
  const { messages } = reader;
  const payments = listReceived(invoice).toReversed().map((
    { amount, at, method, isReversal },
  ): TimelineEvent => ({
    tone: isReversal ? "void" : "paid",
    title: isReversal ? messages.paymentReversed : messages.paymentReceived,
    amount: renderMoney(amount, invoice.currency, reader),
    day: dayOf(at, seller.timeZone),
    detail: method && html`${isolate(method)}`,
  }));
  const issued: TimelineEvent = {
    tone: "open",
    icon: "doc",
    title: invoice.type === "invoice" ? messages.invoiceIssued : messages.creditNoteTitle,
    day: invoice.issueDate,
  };
  // A payment on the day of issue came after it, so the invoice stays last among equals.
  return [...payments, issued].sort((a, b) => a.day === b.day ? 0 : a.day < b.day ? 1 : -1);
}
