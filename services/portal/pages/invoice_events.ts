/** What happened to an invoice, newest first. */
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { dayOf } from "../format.ts";
import { html, type Safe } from "../html.ts";
import { siblingLink } from "../links.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { listReceived, titleOfReceived } from "../received.ts";
import { renderMoney, renderTimeline, type TimelineEvent } from "./parts.ts";

export function renderEvents(view: PortalInvoiceView, reader: Reader): Safe {
  return html`
    <div class="card">
      <h2>${reader.messages.whatHappened}</h2>
      <ol class="line">${renderTimeline(listEvents(view, reader), reader)}</ol>
    </div>
  `;
}

const TONES = { payment: "paid", reversal: "void", refund: "refunded" } as const;

function listEvents(view: PortalInvoiceView, reader: Reader): TimelineEvent[] {
  const { invoice, seller } = view;
  const { messages } = reader;
  const received = listReceived(invoice);
  const payments = received.toReversed().map((each): TimelineEvent => ({
    tone: TONES[each.kind],
    title: titleOfReceived(each, messages),
    amount: renderMoney(each.amount, invoice.currency, reader),
    day: dayOf(each.at, seller.timeZone),
    detail: each.method && html`${isolate(each.method)}`,
  }));
  const ended = endOf(invoice);
  const isTold = !ended || received.some(({ kind }) => kind === "refund");
  const end: TimelineEvent[] = isTold ? [] : [{
    tone: ended.state,
    title: messages.states[ended.state],
    day: dayOf(ended.at, seller.timeZone),
  }];
  const issued: TimelineEvent = {
    tone: "open",
    icon: "doc",
    title: invoice.type === "invoice" ? messages.invoiceIssued : messages.creditNoteTitle,
    day: invoice.issueDate,
  };
  // What happened on the day of issue came after it, so the invoice stays last among equals.
  return [...end, ...payments, ...listCredits(view, reader), issued].sort((a, b) =>
    a.day === b.day ? 0 : a.day < b.day ? 1 : -1
  );
}

/** Of a link to one invoice nothing else can be opened. */
function listCredits({ invoice, credits, opensAccount }: PortalInvoiceView, reader: Reader): TimelineEvent[] {
  return credits.toReversed().map(({ id, invoiceNumber, issueDate, amount }): TimelineEvent => {
    const number = isolate(invoiceNumber);
    return {
      tone: "credit",
      title: reader.messages.creditNoteTitle,
      amount: renderMoney(-amount, invoice.currency, reader),
      day: issueDate,
      detail: opensAccount ? html`<a href="${siblingLink(id)}">${number}</a>` : number,
    };
  });
}

function endOf({ status, canceledAt, refundedAt }: PortalInvoiceView["invoice"]) {
  if (status === "canceled" && canceledAt) return { state: "void", at: canceledAt } as const;
  if (status === "refunded" && refundedAt) return { state: "refunded", at: refundedAt } as const;
  return undefined;
}
