/** The seller's calendar day, which decides what is overdue. */
import type { Queryable } from "../database/connect.ts";
import { getTeam } from "../queries/teams.ts";
import { dayIn } from "../rules/invoice_status.ts";

export async function sellersToday(sql: Queryable, teamId: string): Promise<string> {
  const team = await getTeam(sql, teamId);
  return dayIn(team?.timeZone ?? "UTC", new Date());
}
