/** For whom a page or document is drawn: the language, its sentences and its way of writing numbers. */
import { createFormat, type Format } from "./format.ts";
import { chooseLocale, type Locale } from "./locale.ts";
import type { Messages } from "./messages/mod.ts";

export interface Reader {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly format: Format;
}

export function createReader(customerLocale: string | null, acceptLanguage: string | undefined): Reader {
  const locale = chooseLocale(customerLocale, acceptLanguage);
  return { locale, messages: locale.messages, format: createFormat(locale) };
}
