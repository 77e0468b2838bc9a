/** Finds the name of the person who leads a company beside the word for that role. */
import { quoteAround } from "./candidate.ts";

export interface Person {
  readonly name: string;
  readonly quote: string;
  /** Added to the confidence: a legal notice's own word is surer than a title in a text. */
  readonly certainty: number;
}

const ROLES: readonly { words: RegExp; certainty: number }[] = [
  {
    words:
      /(?:Vertretungsberechtigte[rn]?(?: Geschäftsführer(?:in)?)?|[Gg]esetzliche[rn]? Vertreter(?:in)?|[Vv]ertreten durch(?: (?:den|die)(?: Geschäftsführer(?:in)?| Vorstand)?)?|Einzelunternehmer(?:in)?|Betreiber(?:in)?|Geschäftsführ(?:er(?:in)?|ung|ende[rn]? Gesellschafter(?:in)?)|Inhaber(?:in)?|Alleinvorstand|Vorstand(?:svorsitzende[rn]?)?|Verantwortlich(?:er)? (?:i\.\s?S\.\s?d\.|gemäß|nach|für den Inhalt)[^:]{0,40})/u,
    certainty: 0.08,
  },
  {
    words:
      /(?:[Dd]irecteur|[Dd]irectrice) de (?:la )?publication(?: est)?|Responsable de (?:la )?publication|Représentant légal|Gérante?|Présidente?(?: directeur général)?|Directeur général|Dirigeante?|Entrepreneure? individuel(?:le)?/u,
    certainty: 0.05,
  },
  {
    words:
      /Legale rappresentante|Rappresentante legale|Amministratore (?:unico|delegato)|Titolare(?! del trattamento)|Representante legal|Administrador(?:a)? únic[oa]|Director(?:a)? general|Gerente|Sócio-gerente|Diretor(?:a)?(?: geral)?/u,
    certainty: 0.05,
  },
  {
    words:
      /Verkställande direktör|\bVD\b|Daglig leder|Toimitusjohtaja|Administrerende direktør|Adm\. dir(?:ektør|\.)?|Eigenaar|Directeur|Bestuurder|Ägare|Innehavare|Innehaver|Indehaver|Ejer|Yrittäjä|Omistaja|Styreleder|Prezes(?: zarządu)?|Właściciel(?:ka)?/u,
    certainty: 0.05,
  },
  {
    words: /代表取締役(?:社長|会長)?|代表理事|代表社員|代表者(?:名)?|代表/u,
    certainty: 0.08,
  },
  {
    words:
      /\bCEO\b|Chief Executive Officer|Managing Director|Founder (?:&|and) (?:CEO|Owner)|Owner(?:\/| and | & )(?:Founder|Operator)|Legal representative/u,
    certainty: 0,
  },
];

const SEPARATORS = /^[\s:：.,/–()\-・|&]+/u;
const PART = "\\p{Lu}[\\p{Ll}\\p{M}’'´]+(?:-\\p{Lu}[\\p{Ll}\\p{M}’']+)?";
const NOBLE = "(?:von|van|der|de|den|di|da|del|la|le|zu|ten|ter|bin|al)";
const TITLES =
  /^(?:(?:Dr|Prof|Mag|Ing|Dipl|Herrn?|Frau|Mr|Mrs|Ms|M|Mme|Maître|Me|Sr|Sra|Avv|Dott|Monsieur|Madame|[Mm]ed|[Ii]ur|Rechtsanwalt|Rechtsanwältin|MBA|MSc|BSc)\b\.?(?:-\p{L}+\.?)*\s*)+/u;
const LATIN_NAME = new RegExp(
  `^(?:${PART}|\\p{Lu}\\.)(?:\\s+(?:${NOBLE}\\s+){0,2}(?:${PART}|\\p{Lu}\\.)){1,3}`,
  "u",
);
const JAPANESE_NAME =
  /^(?:\p{Script=Han}{1,4}[\s　]?(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}){1,5})(?=$|[\s　（(、,])/u;
/** Words that look like names at the start of a heading. */
const NO_NAME =
  /^(?:Amtsgericht|Registergericht|Telefon|Kontakt|Tel|E-?Mail|Adresse|Umsatzsteuer|Impressum|Angaben|Handelsregister|Sitz|Our|The|This|We|Read|Learn|About|Meet|Contact|General|Chief|Senior|Vice|Marketing|Sales|Privacy|Terms|Site|Web|Und|And|Société|Siège|Capital|Numéro|Hébergeur|Raison)\b/u;
/** A company may own a company, and hosts are named in the same words. */
const COMPANY_WORD =
  /(?:^|\s)(?:Inc|Ltd|Limited|LLC|GmbH|AG|KG|UG|SARL|SAS|SA|S\.?r\.?l|Srl|SpA|AB|AS|Oy|BV|NV|Company|Group|Gruppe|Holding|Solutions?|Services?|Software|Consulting|Hosting|Media|Studio|Design|Team|Verein|Stiftung|Gesellschaft|Gemeinde|Stadt|Street|Road|Straße|Weg|Platz)(?:$|[\s.,])/u;
const NO_JAPANESE_NAME = /(会社|取締役|理事|住所|所在|電話|設立|資本|挨拶|番号|事業|連絡|責任)/u;

export function readPersonName(line: string, next: string): Person | undefined {
  for (const { words, certainty } of ROLES) {
    const match = words.exec(line);
    if (!match) continue;
    const isTitleOnly = certainty === 0;
    const rest = line.slice(match.index + match[0].length);
    const after = rest.replace(SEPARATORS, "");
    const isHeading = after === "" && line.length < 60;
    // Behind the comma of `Founder and CEO, Acme` stands the company.
    const mayFollow = isHeading || !isTitleOnly || /^\s*[:–-]/.test(rest);
    const name = mayFollow ? nameAtStart(isHeading ? next : after, isTitleOnly) : undefined;
    if (name) return { name, certainty, quote: isHeading ? next.slice(0, 200) : quoteAround(line, match[0]) };
    const before = isTitleOnly && after === "" ? nameBefore(line.slice(0, match.index)) : undefined;
    if (before) return { name: before, certainty, quote: quoteAround(line, match[0]) };
  }
  return undefined;
}

/** The whole text is a name, and nothing but. */
export function isPersonName(text: string): boolean {
  const bare = text.replace(TITLES, "").trim();
  return LATIN_NAME.exec(bare)?.[0] === bare && !isNoName(bare);
}

/** A title such as CEO occurs in any text, so its name must stand alone. */
function nameAtStart(text: string, mustStandAlone: boolean): string | undefined {
  const bare = text.replace(TITLES, "").trim();
  const name = LATIN_NAME.exec(bare)?.[0] ?? JAPANESE_NAME.exec(text.trim())?.[0];
  const follows = name === undefined ? "" : bare.slice(name.length);
  if (mustStandAlone && /^\s*[^\s,.|(–-]/.test(follows)) return undefined;
  return name === undefined || isNoName(name) || NO_JAPANESE_NAME.test(name) ? undefined : name;
}

function isNoName(text: string): boolean {
  return NO_NAME.test(text) || COMPANY_WORD.test(text);
}

/** `Jane Roe, CEO` */
function nameBefore(text: string): string | undefined {
  const last = text.replace(/[\s,|–\-:(]+$/u, "").split(/[,|•·]|\s[–-]\s/).at(-1)?.trim() ?? "";
  const match = LATIN_NAME.exec(last.replace(TITLES, ""));
  return match && match[0] === last.replace(TITLES, "") && !isNoName(last) ? match[0] : undefined;
}
