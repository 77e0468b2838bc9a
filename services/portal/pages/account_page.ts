/** The account of one customer: balance, age, invoices, payments, how to pay. */
import { html, type Safe } from "../html.ts";
import { renderLive } from "../live.ts";
import { csvLink, statementLink } from "../links.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { accountLook } from "../style.ts";
import { renderHero } from "./hero.ts";
import { icon } from "./icons.ts";
import { renderInvoiceList } from "./invoice_list.ts";
import type { ListView } from "./list_view.ts";
import { renderDocument, renderFoot, renderHead } from "./layout.ts";
import { renderPayAndContact } from "./pay_and_contact.ts";
import { renderPaymentHistory } from "./payment_history.ts";
import { renderTiles } from "./tiles.ts";

export function renderAccountPage(view: ListView): Safe {
  const { account, reader } = view;
  const { messages } = reader;
  const isEmpty = account.counts.all === 0;
  const body = html`
    ${!isEmpty && html`<a class="skip" href="#list">${messages.skip}</a>`}
    ${renderHead(
      account.seller,
      messages.accountOf(isolate(account.customer.name)),
      isEmpty ? undefined : renderTools(reader),
    )}
    <main class="wrap">${isEmpty ? renderEmpty(view) : renderFull(view)}</main>
    ${renderFoot(account.seller, reader)}
    ${renderLive(account.position, reader)}
  `;
  return renderDocument(reader, messages.titleOf(account.seller.name), body, accountLook(account.seller));
}

/** How to pay comes first in the source, so that a phone has it above a long history; wide screens put it beside. */
function renderFull(view: ListView): Safe {
  const { account, reader } = view;
  return html`
    ${renderHero(account, reader)}
    ${renderTiles(account, reader)}
    ${renderInvoiceList(view)}
    <div class="two">
      ${renderPayAndContact(account.seller, reader)}
      ${renderPaymentHistory(account, reader)}
    </div>
  `;
}

/** The account to look at by period, and to keep. */
function renderTools({ messages: { files } }: Reader): Safe {
  return html`
    <nav class="tools" aria-label="${files.label}">
      <a class="ghost" href="${statementLink}">${icon("doc", 16)}<span>${files.account}</span></a>
      <a class="ghost" href="${csvLink}">${icon("down", 16)}<span>${files.table}</span></a>
    </nav>
  `;
}

function renderEmpty({ account, reader }: ListView): Safe {
  const { emptyTitle, emptyText } = reader.messages;
  return html`
    <div class="panel empty">
      ${icon("doc", 36)}
      <h1>${emptyTitle}</h1>
      <p>${emptyText(isolate(account.seller.name))}</p>
    </div>
  `;
}
