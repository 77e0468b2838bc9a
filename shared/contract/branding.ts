/** How a seller looks to customers: one colour, a logo and a language, on the pages behind portal links and on documents made from then on. */
import { z } from "zod";
import { command, document, domain, query } from "shared/operation.ts";

/** Of a logo; more is a photograph. */
export const MAX_LOGO_BYTES = 200_000;
export const MAX_LOGO_SIDE = 2_000;

const color = z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, "Must be a colour as #rrggbb");

/** A tag of BCP 47, such as `de` or `fr-CH`. */
const locale = z.string().trim().max(35).regex(
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  "Must be a language tag such as de or fr-CH",
);

export const brandLogo = z.object({
  /** SHA-256 of the picture, hexadecimal: the address `/brand/<hash>` never means another one. */
  hash: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});

const look = z.object({
  /** As set; pages make it darker or lighter where it could not be seen, and choose what is readable on it. */
  color: z.string().nullable(),
  logo: brandLogo.extend({ url: z.string() }).nullable(),
  /** The language of pages and documents for a customer without one that they speak, whose browser names none either. */
  locale: z.string().nullable(),
});

export const branding = domain("branding", "store", {
  get: query({
    summary: "How the pages behind portal links look",
    http: "GET /branding",
    scope: "invoices.read",
    input: z.object({}),
    output: look,
  }),
  update: command({
    summary: "Set colour, logo and language; what is left out stays, null takes it away",
    http: "PATCH /branding",
    scope: "invoices.write",
    input: z.object({
      color: color.nullish(),
      /**
       * Base64 of a PNG, JPEG or WebP that does not move: at most 200 kB, 16 to 2000 pixels wide and high. It is drawn anew
       * as a PNG of at most 512 pixels; nothing else of the file is kept.
       */
      logo: z.base64().max(Math.ceil(MAX_LOGO_BYTES / 3) * 4).nullish(),
      locale: locale.nullish(),
    }),
    maxInputBytes: 300_000,
    // A thread is started for a logo, and decodes it.
    timeoutMs: 20_000,
    output: look,
  }),
  logo: document({
    summary: "The picture itself",
    http: "GET /brand/{hash}",
    scope: "public",
    input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: "image/*",
    errors: ["NOT_FOUND"],
  }),
});
