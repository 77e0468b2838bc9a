/** The team in whose name somebody asks. */
import { OperationError } from "shared/errors.ts";
import type { Queryable } from "../database/connect.ts";
import { findTeam, type TeamRow } from "../queries/teams.ts";

/** @throws {OperationError} NOT_FOUND */
export async function getTeam(sql: Queryable, teamId: string): Promise<TeamRow> {
  return requireTeam(await findTeam(sql, teamId));
}

/** @throws {OperationError} NOT_FOUND, when no row was found for the team. */
export function requireTeam<Row>(row: Row | undefined): Row {
  if (row) return row;
  throw new OperationError("NOT_FOUND", "There is no such team");
}
