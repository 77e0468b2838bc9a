/** For whom a page or document is drawn: the language, its sentences and its way of writing numbers. */
import { createFormat, type Format } from "./format.ts";
import { chooseLocale, type Locale } from "./locale.ts";
import type { Messages } from "./messages/mod.ts";

export interface Reader {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly format: Format;
}

/** @param acceptLanguage Of the visitor. */
export function createReader(
  customerLocale: string | null,
  acceptLanguage: string | undefined,
  sellerLocale: string | null = null,
): Reader {
  const locale = chooseLocale(customerLocale, acceptLanguage, sellerLocale);
  return { locale, messages: locale.messages, format: createFormat(locale) };
}

/** Whose page or document it is, and for whom. */
export interface Parties {
  readonly customer: { readonly locale: string | null };
  readonly seller: { readonly locale: string | null };
}

export function readerOf({ customer, seller }: Parties, acceptLanguage: string | undefined): Reader {
  return createReader(customer.locale, acceptLanguage, seller.locale);
}
