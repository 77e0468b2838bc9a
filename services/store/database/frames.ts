/** Cuts what Postgres sends into whole messages, so that the library never has half of one when a connection breaks. */
import { Buffer } from "node:buffer";
import { HEADER_BYTES, IDLE, READY_FOR_QUERY } from "./protocol.ts";

export class Frames {
  /** The letter of the last whole message. */
  last = 0;
  /** How often the server was ready for a query: first when it let us in, then after each statement. */
  readyCount = 0;
  #status = 0;
  #parts: Buffer[] = [];
  #length = 0;
  #wanted = HEADER_BYTES;

  get isReady(): boolean {
    return this.last === READY_FOR_QUERY;
  }

  /** The server has let us in, and has not answered any statement yet. */
  get isFirstOpen(): boolean {
    return this.readyCount === 1;
  }

  /** When the server was last ready, it was not in a transaction. */
  get isIdle(): boolean {
    return this.#status === IDLE;
  }

  /** @returns All messages that are whole by now; undefined when there is none. */
  take(chunk: Buffer): Buffer | undefined {
    this.#parts.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return undefined;
    const bytes = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    const end = this.#walk(bytes);
    const rest = bytes.subarray(end);
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return end > 0 ? bytes.subarray(0, end) : undefined;
  }

  #walk(bytes: Buffer): number {
    let start = 0;
    while (bytes.length - start >= HEADER_BYTES) {
      const next = start + 1 + bytes.readUInt32BE(start + 1);
      if (next > bytes.length) {
        this.#wanted = next - start;
        return start;
      }
      this.last = bytes[start]!;
      if (this.isReady) {
        this.#status = bytes[start + HEADER_BYTES]!;
        this.readyCount++;
      }
      start = next;
    }
    this.#wanted = HEADER_BYTES;
    return start;
  }
}
