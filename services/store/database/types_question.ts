/**
 * The first statement of each of the library's clients is its own: it asks for the types of arrays, in a promise that
 * nobody holds, so that a failure would end the process. It hears the answer when that is whole, or else an empty one.
 */
import { Buffer } from "node:buffer";

/** Stands in that statement, and in none of ours. */
const TYPES_OF_ARRAYS = "b.typarray";

/** Of use between the first two times that the server says it is ready, while a first statement is open. */
export class TypesQuestion {
  #isAsked: boolean | undefined;
  #answer: Buffer[] = [];

  /** Undefined as long as the library has said nothing. */
  get isAsked(): boolean | undefined {
    return this.#isAsked;
  }

  /** What the library says; the first words decide. */
  hear(statement: Buffer): void {
    this.#isAsked ??= statement.includes(TYPES_OF_ARRAYS);
  }

  /** Holds back a part of the answer. */
  keep(messages: Buffer): void {
    this.#answer.push(messages);
  }

  takeAnswer(): Buffer {
    return Buffer.concat(this.#answer.splice(0));
  }
}
