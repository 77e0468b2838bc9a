/** The first screen: what is owed, whether anything is late, how old it is. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { CheckedUrl } from "../checked_url.ts";
import { dayOf } from "../format.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { renderAging } from "./aging.ts";
import { renderDay, renderMoney } from "./parts.ts";

export type Balance = PortalAccount["balances"][number];

export function renderHero(account: PortalAccount, reader: Reader): Safe {
  const [main, ...others] = account.balances.filter((balance) => balance.outstanding > 0);
  if (!main) return renderNothingToPay(account, reader);
  const { messages, format } = reader;
  const open = messages.openInvoices(main.openCount, format.number(main.openCount));
  return html`
    <section class="hero" aria-labelledby="due-h">
      <div>
        <p class="eyebrow">${messages.balanceOn(format.longDay(account.today))}</p>
        <h1 id="due-h" class="num${isLong(main, reader) ? " long" : ""}">${renderAmount(main, reader)}</h1>
        <p>${[open, " ", renderLateness(main, reader)]}</p>
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
function isLong({ outstanding, currency }: Balance, { format }: Reader): boolean {
  return format.money(outstanding, currency).length > 12;
}

/** Sign and decimals are set smaller, in the order that the language puts them. */
function renderAmount(balance: Balance, reader: Reader): Safe {
  const parts = reader.format.moneyParts(balance.outstanding, balance.currency);
  const shown = parts.map(({ kind, text }) =>
    kind === "whole" ? text : html`<span class="${kind}">${text}</span>`
  );
  return html`<bdi>${shown}</bdi>`;
}

function renderLateness(balance: Balance, reader: Reader): Renderable {
  if (balance.overdue <= 0 || balance.oldestDueDate === null) return reader.messages.nothingPastDue;
  const amount = renderMoney(balance.overdue, balance.currency, reader);
  return reader.messages.pastDue(amount, renderDay(balance.oldestDueDate, reader));
}

/** Currencies are listed, never added. */
function renderOthers(others: readonly Balance[], reader: Reader): Renderable {
  if (others.length === 0) return undefined;
  const amounts = others.map(({ outstanding, currency }, index) =>
    html`${index > 0 && ", "}<b>${renderMoney(outstanding, currency, reader)}</b>`
  );
  return html`<p class="also">${[reader.messages.alsoOpen, " ", amounts]}</p>`;
}

/** Paid too much, or an unused credit note. */
function renderFavour({ balances }: PortalAccount, reader: Reader): Renderable {
  const credits = balances.filter(({ credit }) => credit > 0);
  if (credits.length === 0) return undefined;
  const amounts = credits.map(({ credit, currency }, index) =>
    html`${index > 0 && ", "}<b>${renderMoney(credit, currency, reader)}</b>`
  );
  return html`<p class="also">${reader.messages.inYourFavour(amounts)}</p>`;
}

/** One button, for what is due first of all that can be paid online. */
function renderPay({ nextToPay: next }: PortalAccount, reader: Reader): Renderable {
  const url = next && CheckedUrl.web(next.paymentUrl);
  if (!next || !url) return undefined;
  const label = reader.messages.payInvoice(
    isolate(next.invoiceNumber),
    renderMoney(next.amountDue, next.currency, reader),
  );
  return html`<p class="cta"><a class="btn" href="${url}" rel="noreferrer"><span>${label}</span></a></p>`;
}
