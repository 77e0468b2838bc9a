/** Published commands that wait for another try. */
import type { Queryable } from "../database/connect.ts";

export interface WaitingCommand {
  readonly teamId: string;
  /** Its place among all that were published. */
  readonly sequence: number;
  /** Prints of what it is about. */
  readonly things: readonly string[];
}

/** @returns in how many milliseconds (or, below nothing, since when) the last of those is due that came earlier and are about one of the same things. */
export async function findEarlierWait(
  sql: Queryable,
  { teamId, sequence, things }: WaitingCommand,
): Promise<number | undefined> {
  // Who died with it has been found out by then; what is due for longer has come to an end that could not be noted.
  const [row] = await sql<{ delayMs: number | null }[]>`
    select ceil(extract(epoch from max(due_at) - clock_timestamp()) * 1000)::int as delay_ms
    from waiting_commands
    where team_id = ${teamId} and sequence < ${sequence} and things && ${[...things]}::text[]
      and due_at > clock_timestamp() - interval '15 seconds'
  `;
  return row!.delayMs ?? undefined;
}

export async function keepWaiting(
  sql: Queryable,
  { teamId, sequence, things }: WaitingCommand,
  delayMs: number,
): Promise<void> {
  await sql`
    insert into waiting_commands (team_id, sequence, things, due_at)
    values (${teamId}, ${sequence}, ${[
    ...things,
  ]}::text[], clock_timestamp() + ${delayMs}::int * interval '1 millisecond')
    on conflict (team_id, sequence) do update set things = excluded.things, due_at = excluded.due_at
  `;
}

export async function deleteWaiting(sql: Queryable, { teamId, sequence }: WaitingCommand): Promise<void> {
  await sql`delete from waiting_commands where team_id = ${teamId} and sequence = ${sequence}`;
}

export async function deleteForgottenWaiting(sql: Queryable): Promise<void> {
  await sql`delete from waiting_commands where due_at < now() - interval '1 hour'`;
}
