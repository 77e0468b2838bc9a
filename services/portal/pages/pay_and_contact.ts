/** The two cards beside the history: how to pay, and whom to ask. */
import { CheckedUrl } from "../checked_url.ts";
import { html, type Renderable, type Safe } from "../html.ts";
import { isolate } from "../plain_text.ts";
import type { Reader } from "../reader.ts";
import type { Seller } from "./layout.ts";

export function renderPayAndContact(seller: Seller, reader: Reader): Renderable {
  const cards = [renderPaymentDetails(seller, reader), renderContact(seller, reader)].filter(Boolean);
  if (cards.length === 0) return undefined;
  return html`<aside id="pay" aria-label="${reader.messages.payAndContact}">${cards}</aside>`;
}

export function renderPaymentDetails(seller: Seller, reader: Reader): Safe | undefined {
  if (seller.paymentDetails.length === 0) return undefined;
  const rows = seller.paymentDetails.map(({ label, text }) =>
    html`
      <dt>${isolate(label)}</dt>
      <dd class="num">${isolate(text)}</dd>
    `
  );
  return html`
    <div class="card">
      <h2>${reader.messages.howToPay}</h2>
      <p class="small muted">${reader.messages.reference}</p>
      <dl>${rows}</dl>
    </div>
  `;
}

export function renderContact(seller: Seller, reader: Reader): Safe | undefined {
  if (!seller.email && !seller.phone) return undefined;
  return html`
    <div class="card">
      <h2>${reader.messages.question}</h2>
      <p class="small muted">${[
        renderEmail(seller.email, reader),
        " ",
        renderPhone(seller.phone, reader),
      ]}</p>
    </div>
  `;
}

function renderEmail(email: string | null, reader: Reader): Renderable {
  if (!email) return undefined;
  return reader.messages.write(html`<a href="${CheckedUrl.mail(email)}">${isolate(email)}</a>`);
}

function renderPhone(phone: string | null, reader: Reader): Renderable {
  if (!phone) return undefined;
  return reader.messages.call(html`<a class="num" href="${CheckedUrl.phone(phone)}">${isolate(phone)}</a>`);
}
