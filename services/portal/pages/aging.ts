/** The age of the open sum: a bar for the eye and the same five figures as a list. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import { html, type Safe } from "../html.ts";
import type { Reader } from "../reader.ts";
import { renderMoney } from "./parts.ts";

type Balance = PortalAccount["balances"][number];

export function renderAging(balance: Balance, reader: Reader): Safe {
  const { messages } = reader;
  return html`
    <section class="age" aria-labelledby="age-h">
      <h2 id="age-h"><span>${messages.agingTitle}</span>${" "}<small>${messages.agingOnly(
        balance.currency,
      )}</small></h2>
      ${renderBar(bandsOf(balance))}
      <dl class="legend">${renderLegend(balance, reader)}</dl>
    </section>
  `;
}

function bandsOf(balance: Balance): number[] {
  return [balance.notDue, balance.days1To30, balance.days31To60, balance.days61To90, balance.over90Days]
    // A credit inside a band must not draw a bar of negative width.
    .map((amount) => Math.max(0, amount));
}

const BAR_WIDTH = 1_000;
const GAP = 4;
/** What any band has beside its share: a cent that is late must be seen among millions that are not. */
const LEAST_WIDTH = 10;

/** Widths are SVG attributes: the policy of the page drops inline styles. */
function renderBar(bands: readonly number[]): Safe {
  const total = bands.reduce((sum, amount) => sum + amount, 0) || 1;
  const shown = bands.filter((amount) => amount > 0).length;
  const room = BAR_WIDTH - GAP * Math.max(0, shown - 1) - LEAST_WIDTH * shown;
  let x = 0;
  const rects = bands.map((amount, age) => {
    if (amount === 0) return undefined;
    const width = LEAST_WIDTH + room * amount / total;
    const rect = renderBand(age, x, width);
    x += width + GAP;
    return rect;
  });
  return html`
    <svg class="bar" viewBox="0 0 ${BAR_WIDTH} 20" preserveAspectRatio="none" aria-hidden="true">
      ${HATCH}
      ${rects}
    </svg>
  `;
}

const HATCH = html`
  <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="2" height="6" fill-opacity=".28" />
  </pattern>
`;

/** The older, the denser the hatching, so that the bands differ without colour. */
function renderBand(age: number, x: number, width: number): Safe {
  const left = x.toFixed(1);
  const wide = width.toFixed(1);
  const rect = html`<rect class="a${age}" x="${left}" width="${wide}" height="20" />`;
  if (age === 0) return rect;
  const density = (age * 0.25).toFixed(2);
  return html`
    ${rect}
    <rect class="hatch" x="${left}" width="${wide}" height="20" opacity="${density}" />
  `;
}

function renderLegend(balance: Balance, reader: Reader): Safe[] {
  return bandsOf(balance).map((amount, age) => {
    const text = amount > 0 ? renderMoney(amount, balance.currency, reader) : reader.messages.none;
    return html`
      <div class="${amount > 0 ? "" : "zero"}">
        <dt>
          <svg width="12" height="12" aria-hidden="true">
            <rect class="a${age}" width="12" height="12" rx="3" />
          </svg>
          ${writeDigits(reader.messages.agingBands[age]!, reader)}
        </dt>
        <dd>${text}</dd>
      </div>
    `;
  });
}

/** As the reader's language writes them. */
function writeDigits(text: string, { format }: Reader): string {
  return text.replace(/\d+/g, (digits) => format.number(Number(digits)));
}
