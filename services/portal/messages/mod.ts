/** The languages that pages and documents can speak. */
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en, type Messages } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { sv } from "./sv.ts";

export type { Messages };

const MESSAGES: Readonly<Record<string, Messages>> = { ar, de, en, es, fr, sv };

export function findMessages(language: string): Messages | undefined {
  return Object.hasOwn(MESSAGES, language) ? MESSAGES[language] : undefined;
}
