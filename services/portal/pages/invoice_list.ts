/** The list of invoices: filters, search, table and pager, all of them plain links and forms. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { archiveLink, listedArchiveLink, type Listing, listingLink } from "../links.ts";
import { cleanText } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import { icon } from "./icons.ts";
import { renderRow } from "./invoice_row.ts";
import type { ListView } from "./list_view.ts";

export function renderInvoiceList(view: ListView): Safe {
  const list = view.account.invoices.length > 0 ? renderTable(view) : renderNothingFound(view);
  return html`
    <section id="list" aria-labelledby="list-h">
      <div class="sec">
        <h2 id="list-h">${view.reader.messages.invoices}</h2>
        ${renderFilters(view)}
        ${renderSearch(view)}
      </div>
      <div class="panel list">${list}</div>
    </section>
  `;
}

const FILTERS = ["all", "open", "overdue", "paid"] as const;

function renderFilters({ account, listing, reader }: ListView): Safe {
  const { messages, format } = reader;
  const links = FILTERS.map((status) => {
    const url = listingLink({ ...listing, status, cursor: null });
    const current = status === listing.status ? "true" : "false";
    const count = html`<span class="num">${format.number(account.counts[status])}</span>`;
    return html`<a href="${url}" aria-current="${current}">${[messages.filters[status], " ", count]}</a>`;
  });
  return html`<nav class="tabs" aria-label="${messages.filterLabel}">${links}</nav>`;
}

function renderSearch(view: ListView): Safe {
  const { listing, reader } = view;
  const { searchLabel, searchHint, search } = reader.messages;
  const words = cleanText(listing.q ?? "");
  return html`
    <form class="find" role="search" method="get">
      <input type="hidden" name="status" value="${listing.status}">
      <input
        type="search"
        name="q"
        maxlength="100"
        value="${words}"
        aria-label="${searchLabel}"
        placeholder="${searchHint}"
      >
      <button class="go" aria-label="${search}">${icon("find", 16)}</button>
      ${renderChoices(view)}
    </form>
  `;
}

const SORTS = ["newest", "oldest", "due", "amount"] as const;

/** Folded away until somebody wants it, or has used it. */
function renderChoices({ listing, reader }: ListView): Safe {
  const { messages } = reader;
  const { from, to, sort = "newest" } = listing;
  const isUsed = Boolean(from || to || sort !== "newest");
  const fields = html`
    <label>${messages.issuedFrom} <input type="date" name="from" value="${from ?? ""}"></label>
    <label>${messages.issuedTo} <input type="date" name="to" value="${to ?? ""}"></label>
    <label>${messages.order} <select name="sort">${SORTS.map((each) =>
      renderOption(each, messages.orders[each], each === sort)
    )}</select></label>
    <button class="ghost">${messages.apply}</button>
  `;
  const label = html`<summary>${messages.datesAndOrder}</summary>`;
  return isUsed
    ? html`<details class="opts" open>${label}<div>${fields}</div></details>`
    : html`<details class="opts">${label}<div>${fields}</div></details>`;
}

function renderOption(value: string, label: string, isChosen: boolean): Safe {
  return isChosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}

/** Explicit roles, because the grid of the phone layout takes a table's own away. */
function renderTable(view: ListView): Safe {
  const { columns, download, invoices, orders } = view.reader.messages;
  const head = (label: Renderable, name: string) =>
    html`<th role="columnheader" scope="col" class="${name}">${label}</th>`;
  return html`
    <form method="get" action="${archiveLink}">
      <table role="table">
        <caption class="vh">${invoices}: ${orders[view.listing.sort ?? "newest"]}</caption>
        <thead role="rowgroup">
          <tr role="row">
          ${head(columns.invoice, "c-inv")}
          ${head(columns.issued, "c-iss")}
          ${head(columns.due, "c-due")}
          ${head(columns.amount, "c-amt")}
          ${head(columns.status, "c-st")}
          ${head(html`<span class="vh">${download}</span>`, "c-act")}
        </tr>
        </thead>
        <tbody role="rowgroup">
        ${view.account.invoices.map((invoice) => renderRow(invoice, view))}
      </tbody>
      </table>
      ${renderBulk(view)}
    </form>
    ${renderPager(view)}
  `;
}

/** All at once, or what is picked: the style sheet counts, and lets the bar float while there is something to count. */
function renderBulk({ listing, reader: { messages: { files } } }: ListView): Safe {
  const ofThese = listedArchiveLink(listing);
  const label = ofThese ? files.archiveOfThese : files.archive;
  return html`
    <p class="foot bulk">
      <span class="hint">${files.hint}</span>
      <span class="count">${files.count}</span>
      <a class="btn alt all" href="${ofThese ?? archiveLink}">${icon("down", 16)}${label}</a>
      <button class="btn picked">${icon("down", 16)}${files.picked}</button>
    </p>
  `;
}

function renderPager({ account, listing, reader }: ListView): Safe {
  const { messages, format } = reader;
  const shown = format.number(account.invoices.length);
  const isNarrowed = listing.q || listing.from || listing.to;
  const all = format.number(account.counts[listing.status]);
  return html`
    <div class="foot">
      <span>${isNarrowed ? messages.shown(shown) : messages.shownOf(shown, all)}</span>
      ${renderPageLinks(account.page, listing, reader)}
    </div>
  `;
}

function renderPageLinks(page: PortalAccount["page"], listing: Listing, reader: Reader): Renderable {
  const { messages } = reader;
  const link = (label: string, cursor: string | null) =>
    html`<a class="ghost" href="${listingLink({ ...listing, cursor })}">${label}</a>`;
  const newest = page.hasPreviousPage && link(messages.newest, null);
  const older = page.cursor && link(messages.older, page.cursor);
  if (!newest && !older) return undefined;
  return html`<nav class="pager" aria-label="${messages.pages}">${newest}${older}</nav>`;
}

function renderNothingFound({ reader }: ListView): Safe {
  const { nothingFound, showAll } = reader.messages;
  return html`
    <div class="empty">
      ${icon("find", 32)}
      <p>${nothingFound}</p>
      <p><a href="${listingLink({ status: "all" })}">${showAll}</a></p>
    </div>
  `;
}
