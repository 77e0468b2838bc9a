/** What every portal page says: for whom and by whom it is. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { teamAsJson, type TeamRow } from "./teams.ts";

export interface Parties {
  readonly team: TeamRow;
  readonly customer: {
    readonly name: string;
    readonly primaryLanguage: string | null;
    readonly countryCode: string | null;
  };
  /** The team's latest event. */
  readonly position: number;
}

/** Whose a link is, beside what it opens. */
export interface Opened {
  readonly teamId: string;
  readonly customerId: string;
  readonly linkId: string;
}

/** The columns of `Parties`, from the tables `t` and `c`. */
export function partyColumns(sql: Queryable): Fragment {
  return sql`
    ${teamAsJson(sql)} as team,
    json_build_object(
      'name', c.name, 'primaryLanguage', c.primary_language, 'countryCode', c.country_code
    ) as customer,
    (select coalesce(max(h.position), 0) from history h where h.team_id = t.id) as position
  `;
}
