/** Where the reading of a customer's site may start: the website as typed, else the domain of the e-mail address. */
import freeEmailDomains from "free-email-domains";
import { getDomain } from "tldts";
import type { AllowList } from "./fetch/allow_list.ts";

export interface Contact {
  readonly website: string | null;
  readonly email: string | null;
}

/** The customer, as far as the reading needs to know it. */
export type Subject = Contact & { readonly name?: string };

/** Tried in this order until one answers; none when there is nothing to start from. */
export function findStartUrls(contact: Contact, allowList: AllowList): string[] {
  const website = contact.website?.trim() ?? "";
  if (website !== "") return variantsOf(website, allowList);
  const domain = companyDomainOf(contact.email?.trim() ?? "");
  return domain === undefined ? [] : variantsOf(domain, allowList);
}

function variantsOf(website: string, allowList: AllowList): string[] {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(website);
  const typed = hasScheme ? website : `https://${website}`;
  // What cannot be parsed is handed on as it is: the vetting refuses it.
  if (!URL.canParse(typed)) return [typed];
  const url = new URL(typed);
  if (isListed(url, allowList)) return [hasScheme ? typed : withScheme(url, "http:")];
  if (url.port !== "" || !/^https?:$/.test(url.protocol)) return [typed];
  const other = withScheme(url, url.protocol === "https:" ? "http:" : "https:");
  const www = withWww(url);
  return www === undefined ? [typed, other] : [typed, other, www];
}

function isListed(url: URL, allowList: AllowList): boolean {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  return allowList.findLoopback(url.hostname, port) !== undefined;
}

function withScheme(url: URL, scheme: "http:" | "https:"): string {
  return url.href.replace(/^https?:/, scheme);
}

/** Some sites answer only with `www.`, a few only without. */
function withWww(url: URL): string | undefined {
  const domain = getDomain(url.hostname);
  const host = url.hostname === domain
    ? `www.${domain}`
    : url.hostname === `www.${domain}`
    ? domain
    : undefined;
  return host ? url.href.replace(/^(https?:\/\/)[^/:]+/, `$1${host}`) : undefined;
}

function companyDomainOf(email: string): string | undefined {
  const domain = getDomain(email.split("@")[1] ?? "", { allowPrivateDomains: true });
  return domain === null || freeEmailDomains.includes(domain) ? undefined : domain;
}
