/** How companies state their numbers, country by country. */
import { EUROPEAN } from "./test_legal_statements_europe.ts";
import { OTHERS } from "./test_legal_statements_elsewhere.ts";
import type { Statement } from "./test_statement.ts";

export const STATEMENTS: readonly Statement[] = [...EUROPEAN, ...OTHERS];
