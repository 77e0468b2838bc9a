/** Guards taken out one by one, each with the tests that must notice: a test that never fails proves nothing. */
import type { Mutant } from "./mutant.ts";
import { STORE_MUTANTS } from "./store_mutants.ts";
import { WORKER_MUTANTS } from "./worker_mutants.ts";

export const MUTANTS: readonly Mutant[] = [...STORE_MUTANTS, ...WORKER_MUTANTS];
