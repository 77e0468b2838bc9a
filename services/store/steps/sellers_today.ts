/** The seller's calendar, whose day decides what is overdue. */
import type { Queryable } from "../database/connect.ts";
import type { Calendar } from "../queries/customer_filters.ts";
import { findTeam } from "../queries/teams.ts";
import { dayIn } from "../rules/invoice_status.ts";

export async function sellersToday(sql: Queryable, teamId: string): Promise<string> {
  return (await sellersCalendar(sql, teamId)).today;
}

export async function sellersCalendar(sql: Queryable, teamId: string): Promise<Calendar> {
  const { timeZone = "UTC" } = await findTeam(sql, teamId) ?? {};
  return { timeZone, today: dayIn(timeZone, new Date()) };
}
