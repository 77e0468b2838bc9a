/** How companies all over the world state their numbers. */
import { OF_AFRICA_AND_THE_AMERICAS } from "./test_legal_statements_of_africa_and_the_americas.ts";
import { OF_ASIA_AND_OCEANIA } from "./test_legal_statements_of_asia_and_oceania.ts";
import { OF_CENTRAL_AND_EASTERN_EUROPE } from "./test_legal_statements_of_central_and_eastern_europe.ts";
import { OF_WESTERN_AND_NORTHERN_EUROPE } from "./test_legal_statements_of_western_and_northern_europe.ts";
import type { Statement } from "./test_statement.ts";

export const STATEMENTS: readonly Statement[] = [
  ...OF_WESTERN_AND_NORTHERN_EUROPE,
  ...OF_CENTRAL_AND_EASTERN_EUROPE,
  ...OF_AFRICA_AND_THE_AMERICAS,
  ...OF_ASIA_AND_OCEANIA,
];
