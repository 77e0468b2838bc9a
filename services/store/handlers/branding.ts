/** How a seller's pages look: set by the seller, read by everybody who is shown them. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import { branding, MAX_LOGO_BYTES, MAX_LOGO_SIDE } from "shared/contract/branding.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { OutputOf, ParsedInputOf } from "shared/operation.ts";
import { runCommand, runQuery, type Unit } from "../command.ts";
import {
  type BrandingRow,
  deleteLogo,
  findLogo,
  lockBranding,
  saveBranding,
  saveLogo,
} from "../queries/branding.ts";
import { getTeam } from "../queries/teams.ts";
import { listDifferences } from "../rules/changes.ts";
import { readPicture } from "../rules/picture_facts.ts";
import { toLogo } from "../rules/portal_parties.ts";
import type { Store } from "../store.ts";

type Input = ParsedInputOf<typeof branding.update>;

export function brandingHandlers(store: Store): Handlers<typeof branding> {
  return {
    get: (_input, { caller: { teamId } }) =>
      runQuery(async () => toLook(store, requireTeam(await getTeam(store.sql, teamId)))),
    update: (input, context) =>
      runCommand(store, branding.update, input, context, (unit) => update(unit, input)),
    logo: ({ hash }, context) =>
      runQuery(async () => {
        const logo = await findLogo(store.sql, hash);
        if (!logo) throw new OperationError("NOT_FOUND", "There is no such picture");
        context.reply[HEADERS.contentType] = logo.contentType;
        return new Uint8Array(logo.bytes);
      }),
  };
}

async function update(unit: Unit, { color, logo }: Input): Promise<OutputOf<typeof branding.get>> {
  const before = requireTeam(await lockBranding(unit.sql, unit.teamId));
  const after = {
    ...before,
    ...(color !== undefined && { brandColor: color }),
    ...(logo !== undefined && await replaceLogo(unit, logo)),
  };
  await saveBranding(unit.sql, unit.teamId, after);
  const changes = listDifferences(before, after, ["brandColor", "logoHash"]);
  if (Object.keys(changes).length > 0) {
    await unit.emit({ name: "branding.updated", customerId: null, changes, data: {} });
  }
  return toLook(unit.store, after);
}

async function replaceLogo(unit: Unit, logo: string | null): Promise<Omit<BrandingRow, "brandColor">> {
  if (logo === null) {
    await deleteLogo(unit.sql, unit.teamId);
    return { logoHash: null, logoWidth: null, logoHeight: null };
  }
  const bytes = new Uint8Array(Buffer.from(logo, "base64"));
  const { contentType, width, height } = requirePicture(bytes);
  const hash = createHash("sha256").update(bytes).digest("hex");
  await saveLogo(unit.sql, unit.teamId, { hash, contentType, bytes });
  return { logoHash: hash, logoWidth: width, logoHeight: height };
}

function requirePicture(bytes: Uint8Array) {
  const picture = readPicture(bytes);
  if (!picture) {
    throw invalidField("/logo", "not_a_picture", "Must be a PNG, JPEG or WebP that does not move");
  }
  const { width, height } = picture;
  const isInside = (side: number) => side >= 1 && side <= MAX_LOGO_SIDE;
  if (isInside(width) && isInside(height) && bytes.length <= MAX_LOGO_BYTES) return picture;
  throw invalidField(
    "/logo",
    "too_large",
    `May have at most ${MAX_LOGO_SIDE} pixels to a side and ${MAX_LOGO_BYTES} bytes`,
  );
}

function requireTeam<Row>(row: Row | undefined): Row {
  if (row) return row;
  throw new OperationError("NOT_FOUND", "There is no such team");
}

function toLook({ publicUrl }: Store, row: BrandingRow): OutputOf<typeof branding.get> {
  const logo = toLogo(row);
  return { color: row.brandColor, logo: logo && { ...logo, url: `${publicUrl}/brand/${logo.hash}` } };
}
