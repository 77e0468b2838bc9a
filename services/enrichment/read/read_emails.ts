/** E-mail addresses of the site: the general one, and the one for invoices. */
import freeEmailDomains from "free-email-domains";
import { getDomain } from "tldts";
import { type Candidate, fold, quoteAround } from "./candidate.ts";
import { cleanText } from "./clean_text.ts";
import { decodeURIComponentSafe } from "./country_hints.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "emails/1";
const MAX_SIGHTINGS = 500;
const EMAIL =
  /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9@-])/g;
/** Nearly no line has one, and the patterns are dear. */
const MAYBE = /@|[([{]\s?at?\s?[)\]}]/i;
/** `info (at) example (dot) com` in the common spellings. */
const DISGUISED =
  /\b([A-Za-z0-9._%+-]{2,40})\s*(?:\(at\)|\[at\]|\{at\}|\(a\)|\[a\]|\(@\)|\[@\])\s*([A-Za-z0-9.-]{2,60}?)\s*(?:\.|\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s*([A-Za-z]{2,10})\b/gi;

const GENERAL =
  /^(info|kontakt|contact|contacto|contatto|contato|hello|hallo|hola|hej|hei|mail|email|office|post|sales|support|team|welcome|servus|moin|admin|sekretariat|buero|bonjour|accueil|toimisto|myynti|kundservice|kundeservice|asiakaspalvelu|biuro|reception|enquiries|enquiry|inquiry|help|kansei|toiawase|geral|correo|administracion|secretaria|segreteria|recepcion|recepce|recepcja|obchod|ahoj|iroda|ugyfelszolgalat|contactus|vanzari|atendimento|suporte|comercial|ventas|vendas|prodaja|praxis|kanzlei|booking|bookings|reservations|shop|service|studio|firma|klient|bok|office|enquire|general|cheers|ask)\b/i;
const UNFIT =
  /^(no-?reply|do-?not-?reply|abuse|postmaster|webmaster|hostmaster|dpo|privacy|datenschutz|dataprotection|rgpd|gdpr|jobs?|career|careers|karriere|bewerbung|rekrytering|press|presse|media|security|legal|copyright|dmca|your|you|name|email|user|username|max\.?mustermann|john\.?doe|jane\.?doe|vorname|test)\b/i;
const UNFIT_DOMAIN =
  /(^|\.)(example\.(com|org|net)|domain\.com|yourdomain\.com|email\.com|sentry\.io|sentry-next\.wixpress\.com|wixpress\.com|info\.com|company\.com|mysite\.com|website\.com|test\.com)$/i;
const FINANCE =
  /(invoice|billing|faktur|rechnung|buchhaltung|accounting|accounts?payable|^accounts?$|fattur|amministrazione|facturation|comptabilit|facturas?|contabilidad|contabilidade|administratie|boekhouding|ekonomi|laskut|lasku|kirjanpito|ksi[eę]gowo|finance|treasury|keiri)/i;
const FINANCE_LINE =
  /(invoices?|billing|accounts payable|faktura|fakturor|rechnung(en|sstellung)?|buchhaltung|fattur[ae]|facturation|facturaci[oó]n|laskutus|fakturering|fatura|請求|経理)/i;

interface Sighting {
  readonly email: string;
  readonly page: SitePage;
  readonly quote: string;
  readonly line: string;
  readonly isLink: boolean;
  readonly isFramed: boolean;
}

export function readEmails(site: Site): Candidate[] {
  const sightings = site.pages.flatMap((
    page,
  ) => [...fromLinks(page), ...fromHidden(page), ...fromLines(page)]);
  const fit = sightings.slice(0, MAX_SIGHTINGS).filter(({ email }) =>
    !UNFIT_DOMAIN.test(email.split("@")[1] ?? "")
  );
  return fit.flatMap((sighting) => [toGeneral(sighting, site), ...toFinance(sighting, site)]);
}

function fromLinks(page: SitePage): Sighting[] {
  return page.links.filter((link) => /^mailto:/i.test(link.href)).flatMap((link) => {
    const address = decodeURIComponentSafe(link.href.slice(7).split("?")[0] ?? "");
    const [email] = cleanText(address).match(EMAIL) ?? [];
    const isFramed = link.place === "footer";
    return email
      ? [{ email, page, quote: link.raw.slice(0, 200), line: link.text, isLink: true, isFramed }]
      : [];
  });
}

function fromHidden(page: SitePage): Sighting[] {
  return page.hiddenEmails.flatMap(({ email, code }) => {
    const [plain] = email.split("?")[0]?.match(EMAIL) ?? [];
    return plain
      ? [{ email: plain, page, quote: code.slice(0, 200), line: "", isLink: true, isFramed: false }]
      : [];
  });
}

function fromLines(page: SitePage): Sighting[] {
  return page.lines.flatMap(({ text, place }) => {
    const isFramed = place === "footer";
    if (!MAYBE.test(text)) return [];
    const plain = (text.match(EMAIL) ?? []).map((email) => ({ email, words: email }));
    const disguised = [...text.matchAll(DISGUISED)].map(([words, user, domain, tld]) => ({
      email: `${user}@${domain}.${tld}`,
      words,
    }));
    return [...plain, ...disguised].map(({ email, words }) => ({
      email,
      page,
      quote: quoteAround(text, words),
      line: text,
      isLink: false,
      isFramed,
    }));
  });
}

function toGeneral(sighting: Sighting, site: Site): Candidate {
  return toCandidate("email", sighting, Math.min(0.96, rate(sighting, site)));
}

function rate({ email, page, line, isLink, isFramed }: Sighting, site: Site): number {
  const [user = "", domain = ""] = email.toLowerCase().split("@");
  const isOwn = site.domain !== undefined && getDomain(domain) === site.domain;
  const isUnfit = UNFIT.test(user) || FINANCE.test(user);
  let confidence = isOwn ? 0.78 : 0.62;
  // A stranger's company domain is often that of whoever built the site.
  if (!isOwn && !freeEmailDomains.includes(domain) && !isNamedAlike(domain, site)) confidence -= 0.06;
  if (!isOwn && isNamedAlike(user, site)) confidence += 0.1;
  if (GENERAL.test(user)) confidence += 0.12;
  if (isLink) confidence += 0.04;
  if (isFramed || page.role === "contact" || page.role === "legal" || page.role === "home") {
    confidence += 0.04;
  }
  if (line.length > 400) confidence -= 0.15;
  if (page.role === "other" && !GENERAL.test(user)) confidence -= 0.3;
  return isUnfit ? confidence - 0.4 : confidence;
}

/** `acmetools@gmail.com` and `info@acme-tools.eu` of acme.example or acmetools.example. */
function isNamedAlike(name: string, site: Site): boolean {
  const [label, part] = [fold((site.domain ?? "").split(".")[0] ?? ""), fold(name.split(".")[0] ?? "")];
  return label.length >= 4 && part.length >= 4 && (label.includes(part) || part.includes(label));
}

function toFinance(sighting: Sighting, site: Site): Candidate[] {
  const [user = "", domain = ""] = sighting.email.toLowerCase().split("@");
  const isOwn = site.domain !== undefined && getDomain(domain) === site.domain;
  const isLineAbout = sighting.line.length < 120 &&
    FINANCE_LINE.test(sighting.line.replace(EMAIL, ""));
  if (!FINANCE.test(user) && !isLineAbout) return [];
  return [toCandidate("financeContactEmail", sighting, isOwn ? 0.86 : 0.66)];
}

function toCandidate(field: string, { email, page, quote, isLink }: Sighting, confidence: number): Candidate {
  // A tag after the plus sign is there to catch robots or to count campaigns.
  const value = email.toLowerCase().replace(/\+[^@]*@/, "@");
  return { field, value, confidence, source: isLink ? "link" : "text", page, quote, extractor: EXTRACTOR };
}
