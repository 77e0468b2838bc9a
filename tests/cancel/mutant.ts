/** What a mutant is: a guard taken out, and the tests that must notice. */

export interface Mutant {
  /** What is broken. */
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly tests: readonly ProvingTest[];
}

/** The file of a test, and its whole name. */
export type ProvingTest = readonly [file: string, name: string];

export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The tests that must notice. */
export const RACES = "tests/cancel/races_test.ts";
export const MESSAGES = "tests/cancel/messages_test.ts";
export const PROCESSES = "tests/cancel/processes_test.ts";
export const BROKER = "tests/cancel/broker_test.ts";
export const STORM = "tests/cancel/storm_test.ts";
