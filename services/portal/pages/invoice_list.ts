/** The list of invoices: filters, search, table and pager, all of them plain links and forms. */
import type { PortalAccount } from "shared/contract/portal.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { type Listing, listingLink } from "../links.ts";
import { cleanText } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { icon } from "./icons.ts";
import { renderRow } from "./invoice_row.ts";

export interface ListView {
  readonly account: PortalAccount;
  readonly portalId: string;
  readonly listing: Listing;
  readonly reader: Reader;
}

export function renderInvoiceList(view: ListView): Safe {
  const { messages } = view.reader;
  return html`
    <section id="list" aria-labelledby="list-h">
      <div class="sec"><h2 id="list-h">${messages.invoices}</h2>${renderFilters(view)}${renderSearch(
        view,
      )}</div>
      <div class="panel list">${view.account.invoices.length > 0
        ? renderTable(view)
        : renderNothingFound(view)}</div>
    </section>
  `;
}

const FILTERS = ["all", "open", "overdue", "paid"] as const;

function renderFilters({ account, listing, reader }: ListView): Safe {
  const { messages, format } = reader;
  const links = FILTERS.map((status) => {
    const url = listingLink({ status, q: listing.q });
    const current = status === listing.status ? "true" : "false";
    return html`<a href="${url}" aria-current="${current}">${messages.filters[status]} <span class="num">${
      format.number(account.counts[status])
    }</span></a>`;
  });
  return html`<nav class="tabs" aria-label="${messages.filterLabel}">${links}</nav>`;
}

function renderSearch({ listing, reader }: ListView): Safe {
  const { messages } = reader;
  return html`
    <form class="find" role="search"
      method="get"><input type="hidden" name="status" value="${listing
        .status}"><input type="search" name="q" maxlength="100" value="${cleanText(
          listing.q ?? "",
        )}" aria-label="${messages.searchLabel}" placeholder="${messages
        .searchHint}"><button aria-label="${messages.search}">${icon("find", 16)}</button></form>
  `;
}

/** Explicit roles, because the grid of the phone layout takes a table's own away. */
function renderTable(view: ListView): Safe {
  const { columns, download, tableCaption } = view.reader.messages;
  const head = (label: Renderable, name: string) =>
    html`<th role="columnheader" scope="col" class="${name}">${label}</th>`;
  return html`
    <table role="table">
      <caption class="vh">${tableCaption}</caption>
      <thead role="rowgroup">
        <tr role="row">${head(columns.invoice, "c-inv")}${head(columns.issued, "c-iss")}${head(
          columns.due,
          "c-due",
        )}${head(columns.amount, "c-amt")}${head(columns.status, "c-st")}${head(
          html`<span class="vh">${download}</span>`,
          "c-act",
        )}</tr>
      </thead>
      <tbody role="rowgroup">${view.account.invoices.map((invoice) => renderRow(invoice, view))}</tbody>
    </table>${renderPager(view)}
  `;
}

function renderPager({ account, listing, reader }: ListView): Safe {
  const { messages, format } = reader;
  const shown = format.number(account.invoices.length);
  const all = format.number(account.counts[listing.status]);
  const { cursor, hasPreviousPage } = account.page;
  const newest = hasPreviousPage &&
    html`<a class="ghost" href="${listingLink({ ...listing, cursor: null })}">${messages.newest}</a>`;
  const older = cursor &&
    html`<a class="ghost" rel="next" href="${listingLink({ ...listing, cursor })}">${messages.older}</a>`;
  return html`<div class="foot"><span>${
    listing.q ? messages.shown(shown) : messages.shownOf(shown, all)
  }</span>${
    (newest || older) && html`<nav class="pager" aria-label="${messages.pages}">${newest}${older}</nav>`
  }</div>`;
}

function renderNothingFound({ reader }: ListView): Safe {
  const { messages } = reader;
  return html`<div class="empty">${icon("find", 32)}<p>${messages.nothingFound}</p><p><a href="${
    listingLink({ status: "all" })
  }">${messages.showAll}</a></p></div>`;
}
