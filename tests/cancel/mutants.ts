/** Guards taken out one by one, each with the tests that must notice: a test that never fails proves nothing. */
import type { Edit, Mutant } from "./mutant.ts";
import { STORE_MUTANTS } from "./store_mutants.ts";
import { WORKER_MUTANTS } from "./worker_mutants.ts";

export const MUTANTS: readonly Mutant[] = [...STORE_MUTANTS, ...WORKER_MUTANTS];

/** For all of them: nobody has to wait long for what a broken guard keeps from happening. */
export const IMPATIENCE: Edit = {
  file: "shared/test_until.ts",
  find: "const end = Date.now() + limitMs;",
  replace: "const end = Date.now() + Math.min(limitMs, 5_000);",
};
