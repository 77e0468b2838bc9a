/** How a seller's pages look: set by the seller, read by everybody who is shown them. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import { branding, MAX_LOGO_BYTES, MAX_LOGO_SIDE } from "shared/contract/branding.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { OutputOf, ParsedInputOf } from "shared/operation.ts";
import type { Picture } from "shared/pictures/draw_picture.ts";
import { runCommand } from "../command/command.ts";
import { type DrawingRefusal, drawUpload } from "../draw_upload.ts";
import {
  type BrandingRow,
  deleteLogo,
  findLogo,
  lockBranding,
  saveBranding,
  saveLogo,
} from "../queries/branding.ts";
import { getTeam, requireTeam } from "../steps/get_team.ts";
import { listDifferences } from "../rules/changes.ts";
import { readPictureSize } from "../rules/picture_size.ts";
import { toLogo } from "../rules/portal_parties.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type Look = Pick<ParsedInputOf<typeof branding.update>, "color" | "locale"> & {
  readonly logo?: Logo | null | undefined;
};
type Logo = Picture & { readonly hash: string };

export function brandingHandlers(store: Store): Handlers<typeof branding> {
  return {
    get: (_input, { caller: { teamId } }) =>
      runQuery(async () => toLook(store, await getTeam(store.sql, teamId))),
    update: async (input, context) => {
      // Before the transaction, which others wait for.
      const logo = typeof input.logo === "string" ? await drawLogo(input.logo, context.signal) : input.logo;
      const work = (unit: Unit) => update(unit, { ...input, logo });
      return await runCommand({ store, operation: branding.update, input, context, work });
    },
    logo: ({ hash }, context) =>
      runQuery(async () => {
        const logo = await findLogo(store.sql, hash);
        if (!logo) throw new OperationError("NOT_FOUND", "There is no such picture");
        context.reply[HEADERS.contentType] = logo.contentType;
        return new Uint8Array(logo.bytes);
      }),
  };
}

async function update(unit: Unit, { color, logo, locale }: Look): Promise<OutputOf<typeof branding.get>> {
  const before = requireTeam(await lockBranding(unit.sql, unit.teamId));
  const after = {
    ...before,
    ...(color !== undefined && { brandColor: color }),
    ...(locale !== undefined && { language: locale }),
    ...(logo !== undefined && await replaceLogo(unit, logo)),
  };
  await saveBranding(unit.sql, unit.teamId, after);
  const changes = listDifferences(before, after, ["brandColor", "logoHash", "language"]);
  if (Object.keys(changes).length > 0) {
    await unit.emit({ name: "branding.updated", customerId: null, changes, data: {} });
  }
  return toLook(unit.store, after);
}

async function replaceLogo(
  unit: Unit,
  logo: Logo | null,
): Promise<Omit<BrandingRow, "brandColor" | "language">> {
  if (logo === null) {
    await deleteLogo(unit.sql, unit.teamId);
    return { logoHash: null, logoWidth: null, logoHeight: null };
  }
  const { hash, png, width, height } = logo;
  await saveLogo(unit.sql, unit.teamId, { hash, contentType: "image/png", bytes: png });
  return { logoHash: hash, logoWidth: width, logoHeight: height };
}

/** Of what was uploaded only the picture is kept, drawn anew: no metadata, no second meaning, no file that lies. */
async function drawLogo(base64: string, signal: AbortSignal): Promise<Logo> {
  const file = new Uint8Array(Buffer.from(base64, "base64"));
  requireSize(file);
  const picture = await drawUpload(file, signal);
  if (typeof picture === "string") throw refuse(picture);
  return { ...picture, hash: createHash("sha256").update(picture.png).digest("hex") };
}

/** Judges a file by its header, so that most wrong ones are refused without starting a thread. */
function requireSize(file: Uint8Array): void {
  const size = readPictureSize(file);
  if (!size) throw refuse("not_a_picture");
  const isTooLarge = Math.max(size.width, size.height) > MAX_LOGO_SIDE || file.length > MAX_LOGO_BYTES;
  if (isTooLarge) throw refuse("too_large");
}

const REFUSALS: Readonly<Record<DrawingRefusal, string>> = {
  not_a_picture: "Must be a PNG, JPEG or WebP that does not move, of 16 pixels or more, and show something",
  too_large: `May have at most ${MAX_LOGO_SIDE} pixels to a side and ${MAX_LOGO_BYTES} bytes`,
};

function refuse(refusal: DrawingRefusal): OperationError {
  return invalidField("/logo", refusal, REFUSALS[refusal]);
}

function toLook({ publicUrl }: Store, row: BrandingRow): OutputOf<typeof branding.get> {
  const logo = toLogo(row);
  const shown = logo && { ...logo, url: `${publicUrl}/brand/${logo.hash}` };
  return { color: row.brandColor, logo: shown, locale: row.language };
}
