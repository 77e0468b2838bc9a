/** Why somebody changes something, in a sentence of their own: it stands in the history beside who and what. */
import { HEADERS, type Headers } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";

const NAME = "change-reason";
const MAX_CHARS = 200;

/** As it came, percent-encoded where it is not plain ASCII: a header holds nothing else. */
export function readReason({ headers }: Request): Headers {
  const text = headers.get(NAME)?.trim();
  if (!text) return {};
  if (!isReadable(text)) {
    throw new OperationError(
      "INVALID",
      `Change-Reason must have up to ${MAX_CHARS} characters, percent-encoded (UTF-8) where they are not ASCII`,
    );
  }
  return { [HEADERS.reason]: text };
}

function isReadable(text: string): boolean {
  try {
    return /^[\x20-\x7e]+$/.test(text) && decodeURIComponent(text).length <= MAX_CHARS;
  } catch {
    return false;
  }
}
