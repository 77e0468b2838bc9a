/** Four figures under the balance: late, not yet due, paid this year, how many invoices. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import type { Reader } from "../reader.ts";
import { icon, type IconName } from "./icons.ts";
import { renderAmounts, renderMoney } from "./parts.ts";

type Balance = PortalAccount["balances"][number];

export function renderTiles(account: PortalAccount, reader: Reader): Safe {
  const main = account.balances[0];
  const tiles = main ? renderMoneyTiles(main, account, reader) : [];
  return html`<dl class="tiles${main && hasLong(main, reader) ? " long" : ""}">${tiles}${
    renderCountTile(account, reader)
  }</dl>`;
}

/** Such a sum has no room in a quarter of the page, or in half of a phone. */
const LONG = 12;

function hasLong({ currency, overdue, notDue, paidThisYear }: Balance, { format }: Reader): boolean {
  return [overdue, notDue, paidThisYear].some((amount) => format.money(amount, currency).length > LONG);
}

function renderMoneyTiles(main: Balance, account: PortalAccount, reader: Reader): Safe[] {
  const { messages, format } = reader;
  const money = (amount: number) => renderMoney(amount, main.currency, reader);
  const elsewhere = (name: Figure) => renderElsewhere(account.balances.slice(1), name, reader);
  const late = messages.invoiceCount(main.overdueCount, format.number(main.overdueCount));
  const next = main.nextDueDate && messages.nextOn(format.day(main.nextDueDate));
  return [
    renderTile(
      "late",
      messages.overdue,
      money(main.overdue),
      elsewhere("overdue") ?? (main.overdueCount > 0 && late),
    ),
    renderTile(
      "open",
      messages.notYetDue,
      money(main.notDue),
      elsewhere("notDue") ?? (main.notDue > 0 && next),
    ),
    renderTile(
      "paid",
      messages.paidIn(format.year(account.today)),
      money(main.paidThisYear),
      elsewhere("paidThisYear"),
    ),
  ];
}

type Figure = "overdue" | "notDue" | "paidThisYear";

/** Below the figure of the first currency, those of the others. */
function renderElsewhere(others: readonly Balance[], name: Figure, reader: Reader): Renderable | undefined {
  const amounts = others.filter((balance) => balance[name] > 0).map((balance) => {
    return { amount: balance[name], currency: balance.currency };
  });
  return amounts.length === 0 ? undefined : reader.messages.andAmounts(renderAmounts(amounts, reader));
}

function renderCountTile(account: PortalAccount, reader: Reader): Safe {
  const { messages, format } = reader;
  const since = account.firstInvoiceDate && messages.since(format.month(account.firstInvoiceDate));
  return renderTile("doc", messages.invoices, format.number(account.counts.all), since);
}

function renderTile(name: IconName, label: string, figure: Renderable, detail: Renderable): Safe {
  const small = detail && html`<small>${detail}</small>`;
  return html`
    <div>
      <dt>${icon(name)}${label}</dt>
      <dd class="num">${figure}${small}</dd>
    </div>
  `;
}
