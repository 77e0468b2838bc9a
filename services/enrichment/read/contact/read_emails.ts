/** E-mail addresses of the site: the general one, and the one for invoices. */
import freeEmailDomains from "free-email-domains";
import { getDomain } from "tldts";
import { type Candidate, fold, quoteAround } from "../candidate.ts";
import { cleanText } from "../../parse/clean_text.ts";
import { decodeURIComponentSafe } from "../country_hints.ts";
import { isUnfilledEmail } from "../unfilled.ts";
import { isForeignLink, type Site, type SitePage } from "../site.ts";

const EXTRACTOR = "emails/1";
const MAX_SIGHTINGS = 500;
/** A shorter page has no room for others. */
const MANY_LINES = 60;
/** Less than of any address that people can read. */
const FORM_MALUS = 0.15;
const EMAIL =
  /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9@-])/g;
/** Nearly no line has one, and the patterns are dear. */
const MAYBE = /@|[([{]\s?at?\s?[)\]}]/i;
/** `info (at) example (dot) com` in the common spellings. */
const DISGUISED =
  /\b([A-Za-z0-9._%+-]{2,40})\s*(?:\(at\)|\[at\]|\{at\}|\(a\)|\[a\]|\(@\)|\[@\])\s*([A-Za-z0-9.-]{2,60}?)\s*(?:\.|\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s*([A-Za-z]{2,10})\b/gi;

const GENERAL =
  /^(info|kontakt|contact|contacto|contatto|contato|hello|hallo|hola|hej|hei|mail|email|office|post|sales|support|team|welcome|servus|moin|admin|sekretariat|buero|bonjour|accueil|toimisto|myynti|kundservice|kundeservice|asiakaspalvelu|biuro|reception|enquiries|enquiry|inquiry|help|kansei|toiawase|geral|correo|administracion|secretaria|segreteria|recepcion|recepce|recepcja|obchod|ahoj|iroda|ugyfelszolgalat|contactus|vanzari|atendimento|suporte|comercial|ventas|vendas|prodaja|praxis|kanzlei|booking|bookings|reservations|shop|service|studio|firma|klient|bok|office|enquire|general|cheers|ask|reservas?|reservations?|citas?|pedidos|orders?|bestell(?:en|ung)|anfragen?|termine?|commandes?|ordini|prenotazioni|zamowienia|rezerwacj[ae]|rezervace|reserveringen|bokning|varaukset|tilaukset)\b/i;
const UNFIT =
  /^(no-?reply|do-?not-?reply|abuse|postmaster|webmaster|hostmaster|dpo|privacy|datenschutz|dataprotection|rgpd|gdpr|jobs?|career|careers|karriere|bewerbung|rekrytering|press|presse|media|security|legal|copyright|dmca|your|you|name|email|user|username|vorname|test)(?![A-Za-z0-9])/i;
const UNFIT_DOMAIN =
  /(^|\.)(example\.(com|org|net)|domain\.com|yourdomain\.com|email\.com|sentry\.io|sentry-next\.wixpress\.com|wixpress\.com|info\.com|company\.com|mysite\.com|website\.com|test\.com|your-?(?:company|site|website)\.\w+|muster(?:mann|firma)?\.\w+|exemplo\.com(?:\.br)?|ejemplo\.com|exemple\.(?:com|fr)|esempio\.(?:com|it)|voorbeeld\.nl|esimerkki\.fi)$/i;
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
  /** Only a form is sent there, by whoever built it. */
  readonly isForm?: boolean;
  /** Where somebody else is spoken of. */
  readonly isForeign: boolean;
}

export function readEmails(site: Site): Candidate[] {
  const sightings = site.pages.flatMap((
    page,
  ) => [...fromLinks(page), ...fromForms(page), ...fromHidden(page), ...fromLines(page)]);
  const fit = sightings.slice(0, MAX_SIGHTINGS).filter(({ email, isForeign }) =>
    !UNFIT_DOMAIN.test(email.split("@")[1] ?? "") && !isUnfilledEmail(email) &&
    (!isForeign || isOwn(email, site))
  );
  return fit.flatMap((sighting) => [toGeneral(sighting, site), ...toFinance(sighting, site)]);
}

function fromLinks(page: SitePage): Sighting[] {
  return page.links.filter((link) => /^mailto:/i.test(link.href)).flatMap((link) => {
    const address = decodeURIComponentSafe(link.href.slice(7).split("?")[0] ?? "");
    const [email] = cleanText(address).match(EMAIL) ?? [];
    const isFramed = link.place === "footer";
    const isForeign = isForeignLink(page, link);
    return email
      ? [{ email, page, quote: link.raw.slice(0, 200), line: link.text, isLink: true, isFramed, isForeign }]
      : [];
  });
}

/** Some forms are sent by mail. */
const FORM = /<form\s[^>]{0,300}?action\s*=\s*["']?(mailto:([^"'?\s>]{5,100}))/gi;

function fromForms(page: SitePage): Sighting[] {
  return [...page.html.matchAll(FORM)].flatMap(([, quote = "", address = ""]) => {
    const [email] = decodeURIComponentSafe(address).match(EMAIL) ?? [];
    const seen = { page, quote, line: "", isLink: true, isFramed: false, isForm: true, isForeign: false };
    return email ? [{ ...seen, email }] : [];
  });
}

function fromHidden(page: SitePage): Sighting[] {
  return page.hiddenEmails.flatMap(({ email, code }) => {
    const [plain] = email.split("?")[0]?.match(EMAIL) ?? [];
    const quote = code.slice(0, 200);
    return plain
      ? [{ email: plain, page, quote, line: "", isLink: true, isFramed: false, isForeign: false }]
      : [];
  });
}

function fromLines(page: SitePage): Sighting[] {
  return page.lines.flatMap(({ text, place }, index) => {
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
      isForeign: page.foreignLines.has(index),
    }));
  });
}

function isOwn(email: string, site: Site): boolean {
  const [, host = ""] = email.split("@");
  return site.domain !== undefined && getDomain(host, { allowPrivateDomains: true }) === site.domain;
}

function toGeneral(sighting: Sighting, site: Site): Candidate {
  return toCandidate("email", sighting, Math.min(0.96, rate(sighting, site)));
}

function rate({ email, page, line, isLink, isFramed, isForm }: Sighting, site: Site): number {
  const [user = "", domain = ""] = email.toLowerCase().split("@");
  const isHere = isOwn(email, site);
  const isUnfit = UNFIT.test(user) || FINANCE.test(user);
  let confidence = isHere ? 0.78 : 0.62;
  // A stranger's company domain is often that of whoever built the site.
  if (!isHere && !freeEmailDomains.includes(domain) && !isNamedAlike(domain, site)) confidence -= 0.06;
  if (!isHere && isNamedAlike(user, site)) confidence += 0.1;
  if (isForm && !isHere) confidence -= FORM_MALUS;
  if (GENERAL.test(user)) confidence += 0.12;
  if (isLink) confidence += 0.04;
  if (isFramed || page.role === "contact" || page.role === "legal" || page.role === "home") {
    confidence += 0.04;
  }
  if (line.length > 400) confidence -= 0.15;
  if (page.role === "other" && !GENERAL.test(user)) confidence -= 0.3;
  // Somebody's in a picture of a product, or in a story.
  const isAside = !isLink && !isFramed && (page.role === "home" || page.role === "about") &&
    page.lines.length > MANY_LINES && !/\d{3}/.test(line);
  if (isAside && !GENERAL.test(user) && !isLabelled(line, email)) confidence -= 0.34;
  return isUnfit ? confidence - 0.4 : confidence;
}

/** `E: jane@acme.example`, also in a row with other details. */
function isLabelled(line: string, email: string): boolean {
  return /[\p{L}:)|·•,/–-]\s*$/u.test(line.slice(0, line.toLowerCase().indexOf(email.toLowerCase())));
}

/** `acmetools@gmail.com` and `info@acme-tools.eu` of acme.example or acmetools.example. */
function isNamedAlike(name: string, site: Site): boolean {
  const [label, part] = [fold((site.domain ?? "").split(".")[0] ?? ""), fold(name.split(".")[0] ?? "")];
  return label.length >= 4 && part.length >= 4 && (label.includes(part) || part.includes(label));
}

function toFinance(sighting: Sighting, site: Site): Candidate[] {
  const [user = ""] = sighting.email.toLowerCase().split("@");
  const isLineAbout = sighting.line.length < 120 &&
    FINANCE_LINE.test(sighting.line.replace(EMAIL, ""));
  if (!FINANCE.test(user) && !isLineAbout) return [];
  return [toCandidate("financeContactEmail", sighting, isOwn(sighting.email, site) ? 0.86 : 0.66)];
}

function toCandidate(field: string, { email, page, quote, isLink }: Sighting, confidence: number): Candidate {
  // A tag after the plus sign is there to catch robots or to count campaigns.
  const value = email.toLowerCase().replace(/\+[^@]*@/, "@");
  return { field, value, confidence, source: isLink ? "link" : "text", page, quote, extractor: EXTRACTOR };
}
