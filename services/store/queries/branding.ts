/** Colour, logo and language of a team. */
import type { Queryable } from "../database/connect.ts";

export interface BrandingRow {
  readonly brandColor: string | null;
  readonly logoHash: string | null;
  readonly logoWidth: number | null;
  readonly logoHeight: number | null;
  readonly language: string | null;
}

export interface LogoFile {
  readonly hash: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Locked until the transaction ends. */
export async function lockBranding(sql: Queryable, teamId: string): Promise<BrandingRow | undefined> {
  const [row] = await sql<BrandingRow[]>`
    select brand_color, logo_hash, logo_width, logo_height, language from teams where id = ${teamId} for update
  `;
  return row;
}

export async function saveBranding(sql: Queryable, teamId: string, branding: BrandingRow): Promise<void> {
  const { brandColor, logoHash, logoWidth, logoHeight, language } = branding;
  await sql`
    update teams set brand_color = ${brandColor}, logo_hash = ${logoHash}, logo_width = ${logoWidth},
      logo_height = ${logoHeight}, language = ${language}
    where id = ${teamId}
  `;
}

/** One at a time: the one before it is shown nowhere any more. */
export async function saveLogo(sql: Queryable, teamId: string, logo: LogoFile): Promise<void> {
  await sql`
    insert into brand_logos (team_id, hash, content_type, bytes)
    values (${teamId}, ${logo.hash}, ${logo.contentType}, ${logo.bytes})
    on conflict (team_id) do update
    set hash = excluded.hash, content_type = excluded.content_type, bytes = excluded.bytes
  `;
}

export async function deleteLogo(sql: Queryable, teamId: string): Promise<void> {
  await sql`delete from brand_logos where team_id = ${teamId}`;
}

/** Its hash is its address; whose it is makes no difference. */
export async function findLogo(sql: Queryable, hash: string): Promise<LogoFile | undefined> {
  const [row] = await sql<LogoFile[]>`
    select hash, content_type, bytes from brand_logos where hash = ${hash} limit 1
  `;
  return row;
}
