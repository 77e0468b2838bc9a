/** Small pieces that several pages show: badges, days, headings of money. */
import { html, type Renderable, type Safe } from "../html.ts";
import type { InvoiceState } from "../invoice_standing.ts";
import type { Reader } from "../reader.ts";
import { icon, type IconName } from "./icons.ts";

/** Icon, word and tint: never colour alone. */
export function renderBadge(state: InvoiceState, reader: Reader): Safe {
  return html`<span class="badge b-${state}">${icon(state)}${reader.messages.states[state]}</span>`;
}

/** Isolated, because figures and signs around an amount must not move in right-to-left text. */
export function renderMoney(amount: number, currency: string, reader: Reader): Safe {
  return html`<bdi class="num">${reader.format.money(amount, currency)}</bdi>`;
}

/** In the words of a list; each in a currency of its own, for they are never added up. */
export function renderAmounts(
  amounts: readonly { readonly amount: number; readonly currency: string }[],
  reader: Reader,
): Safe[] {
  return amounts.map(({ amount, currency }, index) =>
    html`${index > 0 && `${reader.messages.comma} `}${renderMoney(amount, currency, reader)}`
  );
}

export function renderDay(day: string, reader: Reader): Safe {
  return html`<time datetime="${day.slice(0, 10)}">${reader.format.day(day)}</time>`;
}

export interface TimelineEvent {
  readonly tone: InvoiceState;
  readonly icon?: IconName;
  readonly title: Renderable;
  readonly amount?: Renderable;
  readonly day: string;
  readonly detail?: Renderable;
}

export function renderTimeline(events: readonly TimelineEvent[], reader: Reader): Safe[] {
  return events.map((event) => {
    const day = renderDay(event.day, reader);
    return html`
      <li>
        <span class="dot b-${event.tone}">${icon(event.icon ?? event.tone, 16)}</span>
        <p class="what"><b>${event.title}</b>${event.amount && html`<b>${event.amount}</b>`}</p>
        <p class="small muted">${event.detail ? [day, " · ", event.detail] : day}</p>
      </li>
    `;
  });
}
