/** Seller and customer as a portal names them. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import type { BrandingRow } from "../queries/branding.ts";
import type { CustomerRow } from "../queries/customers.ts";
import { type TeamRow, toSeller } from "../queries/teams.ts";

export function toPortalSeller(team: TeamRow): PortalAccount["seller"] {
  const { brandColor: color, phone, paymentDetails, timeZone, language: locale } = team;
  return { ...toSeller(team), color, logo: toLogo(team), phone, paymentDetails, timeZone, locale };
}

/** Only a language tag (BCP 47) says how to write; a language's name does not. */
export function toReader(
  { name, primaryLanguage: language, countryCode }: Pick<
    CustomerRow,
    "name" | "primaryLanguage" | "countryCode"
  >,
): PortalAccount["customer"] {
  const isTag = typeof language === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language);
  return {
    name,
    locale: isTag ? language : null,
    country: typeof countryCode === "string" ? countryCode : null,
  };
}

export function toLogo({ logoHash, logoWidth, logoHeight }: Omit<BrandingRow, "language">) {
  return logoHash === null ? null : { hash: logoHash, width: logoWidth!, height: logoHeight! };
}
