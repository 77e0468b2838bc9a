/** What language a text is in, by its letters. The tables weigh megabytes, so of a service's threads only one should call this. */
import { type LanguageDetector, openDetector } from "./language_tables.ts";

const MIN_CHARS = 150;

let detector: Promise<LanguageDetector> | undefined;

/** @returns undefined where there is too little text to tell. */
export async function hearLanguage(sample: string): Promise<string | undefined> {
  if (sample.length < MIN_CHARS) return undefined;
  detector ??= openDetector();
  return (await detector).detect(sample).language || undefined;
}
