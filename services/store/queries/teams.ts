/** Teams: the sellers. */
import type { Party } from "shared/contract/invoice_shapes.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import type { BrandingRow } from "./branding.ts";

export interface TeamRow extends BrandingRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly logoUrl: string | null;
  readonly addressLines: string[];
  readonly vatNumber: string | null;
  readonly paymentDetails: { label: string; text: string }[];
  readonly baseCurrency: string;
  readonly timeZone: string;
}

export async function findTeam(sql: Queryable, teamId: string): Promise<TeamRow | undefined> {
  const [row] = await sql<TeamRow[]>`
    select id, name, email, phone, logo_url, address_lines, vat_number, payment_details, base_currency, time_zone,
      brand_color, logo_hash, logo_width, logo_height, language
    from teams where id = ${teamId}
  `;
  return row;
}

/** A `TeamRow` as a value of a statement that names the table `t`. */
export function teamAsJson(sql: Queryable): Fragment {
  return sql`json_build_object(
    'id', t.id, 'name', t.name, 'email', t.email, 'phone', t.phone, 'logoUrl', t.logo_url,
    'addressLines', t.address_lines, 'vatNumber', t.vat_number, 'paymentDetails', t.payment_details,
    'baseCurrency', t.base_currency, 'timeZone', t.time_zone, 'brandColor', t.brand_color,
    'logoHash', t.logo_hash, 'logoWidth', t.logo_width, 'logoHeight', t.logo_height, 'language', t.language
  )`;
}

export async function findFileKeyRotation(sql: Queryable, teamId: string): Promise<number | undefined> {
  const [row] = await sql<{ fileKeyRotation: number }[]>`
    select file_key_rotation from teams where id = ${teamId}
  `;
  return row?.fileKeyRotation;
}

export async function rotateFileKey(sql: Queryable, teamId: string): Promise<number> {
  const [row] = await sql<{ fileKeyRotation: number }[]>`
    update teams set file_key_rotation = file_key_rotation + 1 where id = ${teamId} returning file_key_rotation
  `;
  return row!.fileKeyRotation;
}

/** As printed on an invoice. */
export function toSeller(team: TeamRow): Party {
  const { name, email, addressLines, vatNumber, paymentDetails } = team;
  return { name, email, addressLines, vatNumber, paymentDetails };
}

export interface NewTeam {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly addressLines?: readonly string[];
  readonly vatNumber?: string;
  readonly paymentDetails?: readonly { label: string; text: string }[];
  readonly baseCurrency?: string;
  readonly timeZone?: string;
}

export async function upsertTeam(sql: Queryable, team: NewTeam): Promise<void> {
  await sql`
    insert into teams (id, name, email, phone, address_lines, vat_number, payment_details, base_currency, time_zone)
    values (
      ${team.id}, ${team.name}, ${team.email ?? null}, ${team.phone ?? null}, ${[...team.addressLines ?? []]},
      ${team.vatNumber ?? null}, ${sql.json([...team.paymentDetails ?? []])},
      ${team.baseCurrency ?? "USD"}, ${team.timeZone ?? "UTC"}
    )
    on conflict (id) do nothing
  `;
}
