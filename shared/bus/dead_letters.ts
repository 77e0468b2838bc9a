/** Putting a message aside that could not be processed: whole, with why, before it is gone from where it was. */
import type { FieldError } from "shared/errors.ts";
import type { Bus, Message } from "./bus.ts";
import { encodeJson } from "./envelope.ts";
import { dlqSubject } from "./subjects.ts";

/** Below what the stream takes. */
const MAX_LETTER_BYTES = 500 * 1024;

export interface Undone extends Pick<Message, "subject" | "headers" | "body"> {
  readonly deliveryCount: number;
  /** Its place in the stream and the moment it got there: with them a repeated letter is stored once. */
  readonly streamSequence: number;
  readonly storedAtNs: string;
}

export interface Refusal {
  /** Part of the subject. */
  readonly code: string;
  readonly message: string;
  readonly errors?: readonly FieldError[];
}

/** Resolves when the letter is stored. */
export async function putAside(
  bus: Pick<Bus, "publishDurable">,
  stream: string,
  message: Undone,
  why: Refusal,
): Promise<void> {
  const letter = {
    subject: message.subject,
    headers: message.headers,
    body: new TextDecoder().decode(message.body),
    deliveryCount: message.deliveryCount,
    code: why.code,
    message: why.message,
    errors: why.errors ?? [],
  };
  const messageId = `${stream}.${message.streamSequence}.${message.storedAtNs}`;
  await bus.publishDurable(dlqSubject(stream, why.code), encodeLetter(letter), { messageId });
}

/** What only control characters can make so large is cut: a letter that is refused would be lost. */
function encodeLetter(letter: { readonly body: string }): Uint8Array {
  const whole = encodeJson(letter);
  if (whole.length <= MAX_LETTER_BYTES) return whole;
  return encodeJson({ ...letter, body: letter.body.slice(0, MAX_LETTER_BYTES / 8), isCut: true });
}
