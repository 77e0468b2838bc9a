/** The first screen: what is owed, whether anything is late, how old it is. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { CheckedUrl } from "../checked_url.ts";
import { dayOf } from "../format.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { renderAging } from "./aging.ts";
import { renderAmounts, renderDay, renderMoney } from "./parts.ts";

export type Balance = PortalAccount["balances"][number];

export function renderHero(account: PortalAccount, reader: Reader): Safe {
  const [main, ...others] = account.balances.filter((balance) => balance.outstanding > 0);
  if (!main) return renderNothingToPay(account, reader);
  const { messages, format } = reader;
  const open = messages.openInvoices(account.counts.open, format.number(account.counts.open));
  return html`
    <section class="hero" aria-labelledby="due-h">
      <div>
        <p class="eyebrow">${messages.balanceOn(format.longDay(account.today))}</p>
        <h1 id="due-h" class="num${nameLength(main, reader)}">${renderAmount(main, reader)}</h1>
        <p>${[open, " ", renderLateness(account, reader)]}</p>
        ${renderOthers(others, reader)}
        ${renderFavour(account, reader)}
        ${renderPay(account, reader)}
      </div>
      ${renderAging(main, reader)}
    </section>
  `;
}

function renderNothingToPay(account: PortalAccount, reader: Reader): Safe {
  const { messages, format } = reader;
  return html`
    <section class="hero clear" aria-labelledby="due-h">
      <div>
        <p class="eyebrow">${messages.balanceOn(format.longDay(account.today))}</p>
        <h1 id="due-h">${messages.nothingToPay}</h1>
        ${renderLastPayment(account, reader)}
        ${renderFavour(account, reader)}
      </div>
    </section>
  `;
}

function renderLastPayment({ payments, seller }: PortalAccount, reader: Reader): Renderable {
  const last = payments.find(({ amount }) => amount > 0);
  if (!last) return undefined;
  const day = renderDay(dayOf(last.paidAt, seller.timeZone), reader);
  return html`<p>${reader.messages.lastPayment(renderMoney(last.amount, last.currency, reader), day)}</p>`;
}

/** Set smaller, so that it stays on one line of a phone. */
function nameLength({ outstanding, currency }: Balance, { format }: Reader): string {
  const { length } = format.money(outstanding, currency);
  if (length > 17) return " longer";
  return length > 12 ? " long" : "";
}

/** Sign and decimals are set smaller, in the order that the language puts them. */
function renderAmount(balance: Balance, reader: Reader): Safe {
  const parts = reader.format.moneyParts(balance.outstanding, balance.currency);
  const shown = parts.map(({ kind, text }) =>
    kind === "whole" ? text : html`<span class="${kind}">${text}</span>`
  );
  return html`<bdi>${shown}</bdi>`;
}

/** In any currency: nobody should read that nothing is late above an invoice that is. */
function renderLateness({ balances }: PortalAccount, reader: Reader): Renderable {
  const late = balances.filter(({ overdue }) => overdue > 0);
  const [oldest] = late.flatMap(({ oldestDueDate }) => oldestDueDate ?? []).sort();
  if (oldest === undefined) return reader.messages.nothingPastDue;
  const amounts = renderAmounts(late.map(({ overdue, currency }) => ({ amount: overdue, currency })), reader);
  return reader.messages.pastDue(amounts, renderDay(oldest, reader), late.length);
}

/** Currencies are listed, never added. */
function renderOthers(others: readonly Balance[], reader: Reader): Renderable {
  if (others.length === 0) return undefined;
  const amounts = others.map(({ outstanding, currency }) => ({ amount: outstanding, currency }));
  return html`<p class="also">${reader.messages.alsoOpen} <b>${renderAmounts(amounts, reader)}</b></p>`;
}

/** Paid too much, or an unused credit note. */
function renderFavour({ balances }: PortalAccount, reader: Reader): Renderable {
  const credits = balances.filter(({ credit }) => credit > 0);
  if (credits.length === 0) return undefined;
  const amounts = credits.map(({ credit, currency }) => ({ amount: credit, currency }));
  const listed = html`<b>${renderAmounts(amounts, reader)}</b>`;
  return html`<p class="also">${reader.messages.inYourFavour(listed)}</p>`;
}

/** One button, for what is due first of all that can be paid online; else the way to how it is paid. */
function renderPay({ nextToPay: next, seller }: PortalAccount, reader: Reader): Renderable {
  const url = next && CheckedUrl.web(next.paymentUrl);
  if (!next || !url) return seller.paymentDetails.length > 0 && renderHowToPay(reader);
  const label = reader.messages.payInvoice(
    isolate(next.invoiceNumber),
    renderMoney(next.amountDue, next.currency, reader),
  );
  return html`<p class="cta"><a class="btn" href="${url}" rel="noreferrer"><span>${label}</span></a></p>`;
}

function renderHowToPay({ messages }: Reader): Safe {
  return html`<p class="cta"><a class="btn alt" href="#pay">${messages.howToPay}</a></p>`;
}
