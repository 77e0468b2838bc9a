/** What is about to be sent to Postgres: gathered for a moment, and a transaction's `begin` until its first statement. */
import { Buffer } from "node:buffer";

/** The library hands this much over at once; what is less it gathers itself, until the end of a turn. */
const LARGE_BYTES = 1024;

const [SIMPLE_QUERY, SYNC, ERROR_RESPONSE] = Buffer.from("QSE");

/** As the library writes it. */
const BEGIN = message("Q", "begin \0");
/** The same without an end of its own: should it fail, the server leaves out all up to the end of the first statement. */
const BEGIN_AHEAD = Buffer.concat([
  message("P", "\0begin\0\0\0"),
  message("B", "\0\0\0\0\0\0\0\0"),
  message("E", "\0\0\0\0\0"),
]);
const BEGIN_AHEAD_OF_TEXT = Buffer.from("begin;");

/**
 * A `begin` says nothing that could not be said with the first statement, and its answer tells nothing: so it is answered
 * here at once, and costs no round trip.
 * Protocol 3: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class Outgoing {
  /** Done, and ready within a transaction. */
  static readonly BEGUN = Buffer.concat([message("C", "BEGIN\0"), message("Z", "T")]);

  /** How often the server will have been ready once all of this is answered. */
  readyCount = 1;
  #gathered: Buffer[] = [];
  #isBeginHeld = false;
  /** The letters of the answer to `begin` that have not come yet. */
  #awaited = "";

  get isHolding(): boolean {
    return this.#isBeginHeld || this.#gathered.length > 0;
  }

  /** To be told of whatever is said once the server has let us in, except of what is held back. */
  count(bytes: Buffer): void {
    for (let start = 0; start < bytes.length; start += 1 + bytes.readUInt32BE(start + 1)) {
      if (bytes[start] === SIMPLE_QUERY || bytes[start] === SYNC) this.readyCount++;
    }
  }

  /** @returns Whether this is a `begin`, which is then held back. Ask only while nothing is under way. */
  holdsBegin(bytes: Buffer): boolean {
    if (this.isHolding || !BEGIN.equals(bytes)) return false;
    return this.#isBeginHeld = true;
  }

  /** @returns Whether it waits for a moment, since a commit mostly follows what is large. */
  gathers(bytes: Buffer): boolean {
    return bytes.length >= LARGE_BYTES && this.#gathered.push(bytes) > 0;
  }

  /** All that is held and gathered, and this. */
  take(bytes?: Buffer): Buffer {
    const all = bytes ? [...this.#gathered.splice(0), bytes] : this.#gathered.splice(0);
    const first = all[0];
    if (first && this.#isBeginHeld) {
      this.#isBeginHeld = false;
      const isText = first[0] === SIMPLE_QUERY;
      this.#awaited = isText ? "C" : "12C";
      all.splice(0, 1, ...isText ? beginWithText(first) : [BEGIN_AHEAD, first]);
    }
    return all.length === 1 ? all[0]! : Buffer.concat(all);
  }

  /** @returns The messages without the answer to `begin`; undefined when that has failed. */
  withoutBegun(messages: Buffer): Buffer | undefined {
    const others: Buffer[] = [];
    let start = 0;
    while (this.#awaited !== "" && start < messages.length) {
      const letter = messages[start]!;
      const end = start + 1 + messages.readUInt32BE(start + 1);
      if (letter === ERROR_RESPONSE) return undefined;
      if (letter === this.#awaited.charCodeAt(0)) this.#awaited = this.#awaited.slice(1);
      // The server has something to say that is no answer.
      else others.push(messages.subarray(start, end));
      start = end;
    }
    const rest = messages.subarray(start);
    return others.length === 0 ? rest : Buffer.concat([...others, rest]);
  }
}

/** One text of two statements. */
function beginWithText(text: Buffer): Buffer[] {
  const header = Buffer.from(text.subarray(0, 5));
  header.writeUInt32BE(text.readUInt32BE(1) + BEGIN_AHEAD_OF_TEXT.length, 1);
  return [header, BEGIN_AHEAD_OF_TEXT, text.subarray(5)];
}

function message(letter: string, body: string): Buffer {
  const bytes = Buffer.from(`${letter}\0\0\0\0${body}`, "latin1");
  bytes.writeUInt32BE(bytes.length - 1, 1);
  return bytes;
}
