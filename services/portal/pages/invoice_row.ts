/** One invoice in the list: a row on wide screens, a card on narrow ones. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { dayOf } from "../format.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { isPart, type Standing, standingOf } from "../invoice_standing.ts";
import { invoiceLink, invoicePdfLink } from "../links.ts";
import { cleanText, isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { icon } from "./icons.ts";
import type { ListView } from "./list_view.ts";
import { renderBadge, renderDay, renderMoney } from "./parts.ts";

type Row = PortalAccount["invoices"][number];

export function renderRow(invoice: Row, { account, reader }: ListView): Safe {
  const standing = standingOf(invoice, account.today);
  const download = reader.messages.downloadPdf(cleanText(invoice.invoiceNumber));
  const pick = reader.messages.pick(cleanText(invoice.invoiceNumber));
  return html`
    <tr role="row">
      <th role="rowheader" scope="row" class="c-inv">
        <input class="pick" type="checkbox" name="ids" value="${invoice.id}" aria-label="${pick}">
        <a href="${invoiceLink(invoice.id)}">${isolate(invoice.invoiceNumber)}</a>
        ${renderFirstLine(invoice)}
      </th>
      <td role="cell" class="c-iss num">${renderDay(invoice.issueDate, reader)}</td>
      ${renderDue(invoice, standing, account, reader)}
      <td role="cell" class="c-amt"><b>${renderMoney(
        signedAmount(invoice),
        invoice.currency,
        reader,
      )}</b></td>
      <td role="cell" class="c-st">${renderBadge(standing.state, reader)}</td>
      <td role="cell" class="c-act">
        <a class="pdf" href="${invoicePdfLink(invoice.id)}" aria-label="${download}">${icon(
          "down",
          15,
        )}PDF</a>
      </td>
    </tr>
  `;
}

/** In a column of what was billed, a credit note takes something off. */
function signedAmount({ type, amount }: Row): number {
  return type === "credit_note" ? -amount : amount;
}

/** Of a line there is room for at least as much, on the narrowest phone too. */
const ALWAYS_FITS = 20;

/** Cut with an ellipsis where there is no room; the whole text is on the invoice's own page. */
function renderFirstLine({ firstLine }: Row): Renderable {
  if (!firstLine) return undefined;
  const text = cleanText(firstLine);
  return text.length <= ALWAYS_FITS
    ? html`<small dir="auto">${text}</small>`
    : html`<small dir="auto" title="${text}">${text}</small>`;
}

function renderDue(invoice: Row, standing: Standing, account: PortalAccount, reader: Reader): Safe {
  if (["void", "refunded", "credit"].includes(standing.state)) {
    return html`<td role="cell" class="c-due none"><span aria-hidden="true">—</span></td>`;
  }
  const note = renderDueNote(invoice, standing, account, reader);
  const small = note &&
    (standing.isLate ? html`<small class="late">${note}</small>` : html`<small>${note}</small>`);
  return html`
    <td role="cell" class="c-due num">
      <span class="l">${reader.messages.columns.due} </span>
      ${renderDay(invoice.dueDate, reader)}
      ${small}
    </td>
  `;
}

/** What the date means today: how late, how much is left, when it was paid. */
function renderDueNote(invoice: Row, standing: Standing, account: PortalAccount, reader: Reader): Renderable {
  const { messages, format } = reader;
  if (standing.state === "credited") return messages.byCreditNote;
  if (standing.state === "paid") {
    return invoice.paidAt && messages.paidOn(format.day(dayOf(invoice.paidAt, account.seller.timeZone)));
  }
  const late = messages.daysLate(-standing.daysLeft, format.number(-standing.daysLeft));
  const when = standing.isLate ? late : format.daysAhead(standing.daysLeft);
  if (!isPart(standing.state)) return when;
  const left = messages.left(renderMoney(invoice.amountDue, invoice.currency, reader));
  return html`${left}${standing.isLate && `${messages.comma} ${late}`}`;
}
