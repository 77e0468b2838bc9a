/**
 * What language a text is in, by its letters. The library's tables weigh thirty megabytes, so of a service's threads
 * only one should import this.
 */
import { eld } from "eld/extrasmall";

const MIN_CHARS = 150;

/** @returns undefined where there is too little text to tell. */
export function hearLanguage(sample: string): string | undefined {
  return sample.length < MIN_CHARS ? undefined : eld.detect(sample).language || undefined;
}
