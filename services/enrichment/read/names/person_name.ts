/** Finds the name of the person who leads a company beside the word for that role. */
import { fold, quoteAround } from "../candidate.ts";
import { isUnfilledPerson } from "../unfilled.ts";

export interface Person {
  readonly name: string;
  readonly quote: string;
  /** Added to the confidence: a legal notice's own word is surer than a title in a text. */
  readonly certainty: number;
}

const LISTED_ROLES: readonly { words: RegExp; certainty: number }[] = [
  {
    words:
      /(?:Vertretungsberechtigte[rn]?(?: Geschäftsführer(?:in)?)?|[Gg]esetzliche[rn]? Vertreter(?:in)?|[Vv]ertreten durch(?: (?:den|die)(?: Geschäftsführer(?:in)?| Vorstand)?)?|Einzelunternehmer(?:in)?|Betreiber(?:in)?|Gesch(?:ä|ae)ftsf(?:ü|ue)hr(?:er(?:in)?|ung|ende[rn]? Gesellschafter(?:in)?)|(?:Firmen)?[Ii]nhaber(?:in)?|Inh\.|Geschäftsleitung|Obmann|Obfrau|(?:1\. |Erste[rn]? )?Vorsitzende[rn]?|Alleinvorstand|Vorstand(?:svorsitzende[rn]?)?|Verantwortlich(?:er)? (?:i\.\s?S\.\s?d\.|im Sinne|gemäß|nach|für den Inhalt)[^:]{0,40})/u,
    certainty: 0.08,
  },
  {
    words:
      /(?:[Dd]irecteur|[Dd]irectrice) de (?:la )?publication(?: est)?|Responsable de (?:la )?publication|Représentante? légale?|[Rr]eprésentée? par|[Gg]érante?|Présidente?(?:[- ]directeur général|[- ]directrice générale)?|PDG|Direct(?:eur|rice) général(?:e)?|Dirigeante?|Fondat(?:eur|rice) et gérante?|Administrateur délégué|Propriétaire(?= ?:)|Entrepreneure? individuel(?:le)?/u,
    certainty: 0.05,
  },
  {
    words:
      /Legale rappresentante|Rappresentante legale|Amministrat(?:ore|rice) (?:unic[oa]|delegat[oa])|[Tt]itolare(?! del trattamento)|Representante legal|Administrador(?:a)? únic[oa]|Director(?:a)? general|Gerência|Gerente|Sócio-gerente|Propietari[oa]|Proprietari[oa]|Proprietári[oa]|Titular|Director(?:a)? gerente|Diretor(?:a)?(?: geral)?|Responsável(?= ?:)/u,
    certainty: 0.05,
  },
  {
    words:
      /Verkställande direktör|\bVD\b|Daglig leder|Toimitusjohtaja|Administrerende direktør|Adm\. dir(?:ektør|\.)?|Eigenaar|Eigenares(?:se)?|Zaakvoerder|Direktør|Directeur|Bestuurder|Ägare|Innehavare|Innehaver|Indehaver|Ejer|Yrittäjä|Omistaja|Styreleder|Prezes(?: zarządu)?|Właściciel(?:ka)?/u,
    certainty: 0.05,
  },
  {
    words:
      /(?<!\p{L})(?:[Jj]ednatel(?:ka|em|kou)?|Majitel(?:ka)?|Konateľ(?:ka)?|[Jj]ednateľ(?:ka)?|Ředitel(?:ka)?|Riaditeľ(?:ka)?|Odpovědná osoba(?= ?:)|Zodpovedná osoba(?= ?:)|Majiteľ(?:ka)?|Ügyvezető(?: igazgató)?|Irodavezető ügyvéd|Tulajdonos|Képviselő(?:je|k|i)?|Vezérigazgató|Reprezentant legal|МОЛ|Διαχειριστής|Administrator|Director general|Διευθύνων Σύμβουλος|Νόμιμος εκπρόσωπος|Ιδιοκτήτης|Управител|Собственик|Direktor(?:ica)?|Vlasni(?:k|ca)|Direktor(?:ius|ė)|Vadov(?:as|ė)|Zakonit[ia] zastopni(?:k|ca)|(?:Zakonski )?[Zz]astupni(?:k|ca)(?= ?:)|(?:Законски )?[Зз]аступни(?:к|ца)(?= ?:)|Odgovorn[aio] os[eo]ba(?= ?:)|Valdes (?:loceklis|locekle|priekšsēdētāja?s?)|Juhatuse liige|Tegevjuht|Omanik|Genel Müdür|Şirket Müdürü|[Ff]irma [Ss]ahibi|Kurucu(?:su)?(?= ?:)|Yetkili(?: [Kk]işi)?(?= ?:)|(?:Генеральный )?[Дд]иректор|Руководитель|Генеральний директор|Керівник|Индивидуальный предприниматель|ИП|ФОП)(?!\p{L})/u,
    certainty: 0.05,
  },
  {
    words:
      /(?:(?:代表取締役(?:社長|会長)?|代表理事|代表社員|代表者(?:名)?|代表|院長|理事長|園長|店主|運営(?:統括)?責任者)[・兼／/]?)+/u,
    certainty: 0.08,
  },
  { words: /대표(?:이사|자)?(?:\(성명\)|명)?(?=\s|[:：]|$)/u, certainty: 0.08 },
  {
    words:
      /\bCEO\b|Chief Executive(?: Officer)?|Managing Director|Executive Director|Founder (?:&|and) (?:CEO|Owner)|Owner(?:\/| and | & )(?:Founder|Operator)|\bOwner\b|Proprietor|Legal representative|Managing Partner|(?:Company )?Directors?(?= ?:)|Principal(?= ?:)|[Rr]epresented by(?= ?:)/u,
    certainty: 0,
  },
];

/** Titles are also written small, where a name stands right before them. */
const ROLES = LISTED_ROLES.map((role) => ({ ...role, anyCase: new RegExp(role.words.source, "iu") }));

const SEPARATORS = /^[\s:：.,/–()\-・|&]+/u;
const PART = "\\p{Lu}[\\p{Ll}\\p{M}’'´]+(?:-\\p{Lu}[\\p{Ll}\\p{M}’']+)?";
const NOBLE = "(?:von|van|der|de|den|di|da|del|la|le|zu|ten|ter|bin|al)";
const TITLES =
  /^(?:(?:Dr|Prof|Mag|Ing|Dipl|Herrn?|Frau|Mr|Mrs|Ms|M|Mme|Maître|Me|Sr|Sra|Avv|Dott|Monsieur|Madame|[Mm]ed|[Ii]ur|Rechtsanwalt|Rechtsanwältin|MBA|MSc|BSc)\b\.?(?:-\p{L}+\.?)*\s*)+/u;
const LATIN_NAME = new RegExp(
  `^(?:${PART}|\\p{Lu}\\.)(?:\\s+(?:${NOBLE}\\s+){0,2}(?:${PART}|\\p{Lu}\\.)){1,3}`,
  "u",
);
/** `Jane Roe Mob. +44 …` */
const LABEL_BEHIND =
  /\s(?:Mob|Tel|T[ée]l|Tlf|Tfn|El|Mail|Email|Phone|Fax|Gsm|Puh|Telefon\p{L}*|Mobil\p{L}*|Kontakt\p{L}*|Adres\p{L}*)$/u;
const JAPANESE_NAME =
  /^(?:\p{Script=Han}{1,4}[\s　]?(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}){1,5})(?=$|[\s　（）()、,。])/u;
/** Words that look like names at the start of a heading. */
const NO_NAME =
  /^(?:(?:Le|La|Les|Il|El|O|A|Der|Die|Den) (?:Dir|Pr[eé]s|G[eé]r|Ges|Resp|Dirig|Propri|Repr|Fond|Admin|Titul|Inhab|Vorst|Betreib)\p{L}+|Gesch(?:ä|ae)ftsf\p{L}+|Amtsgericht|Registergericht|Telefon|Kontakt|Tel|E-?Mail|Adresse|Umsatzsteuer|Impressum|Angaben|Handelsregister|Sitz|Rue|Avenue|Boulevard|Place|Chemin|Route|Impasse|Allée|Quai|Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Paseo|Rua|Largo|Praça|Travessa|Our|The|This|We|Read|Learn|About|Meet|Contact|General|Chief|Senior|Vice|Marketing|Sales|Privacy|Terms|Site|Web|Und|And|Société|Siège|Capital|Numéro|Hébergeur|Raison)\b/u;
/** A company may own a company, and hosts are named in the same words. */
const COMPANY_WORD =
  /(?:^|\s)(?:Inc|Ltd|Limited|LLC|GmbH|AG|KG|UG|SARL|SAS|SA|S\.?r\.?l|Srl|SpA|AB|AS|Oy|BV|NV|Company|Group|Gruppe|Holding|Solutions?|Services?|Software|Consulting|Hosting|Media|Studio|Design|Team|Verein|Stiftung|Gesellschaft|Gemeinde|Stadt|Street|Road|Straße|Weg|Platz)(?:$|[\s.,])/u;
const KOREAN_NAME = /^\p{Script=Hangul}{2,4}(?=$|[\s,(|/·])/u;
const NO_JAPANESE_NAME =
  /(会社|院長|園長|社長|会長|店主|代表|取締役|理事|住所|所在|電話|設立|資本|挨拶|番号|事業|連絡|責任)/u;

/** A title of somebody beside or below. */
const NOT_THE_LEADER = /vice|deputy|assistant|stellv|stv\.|former|\bex-|adjoint|office of|to the|emerit/i;
const MAX_TITLE_CHARS = 70;
/** `Jane Roe, M.Ed., is the founder and owner of Acme` */
const IS_LEADER =
  /^(.{5,60}?) (?:is|ist|är|est|es|è) (?:the |der |die |la |le |el |il )?(?:(?:co-?)?founder(?:,| and| &) |(?:Be)?gründer(?:in)? und )?(?:owner|CEO|managing director|Inhaber(?:in)?|Geschäftsführer(?:in)?|gérante?|propietari[oa]|titolare|ägare)(?: and (?:co-?)?founder)? (?:of|von|der|de|du|di|at) (.{2,60})/iu;

export interface Around {
  readonly next: string;
  readonly before: string;
  /** What the site is called, folded. */
  readonly labels: () => readonly string[];
}

export function readPersonName(line: string, { next, before, labels }: Around): Person | undefined {
  for (const { words, anyCase, certainty } of ROLES) {
    const match = words.exec(line);
    const found = match
      ? besideRole(line, match, { next, before, isTitleOnly: certainty === 0 })
      : line.length <= MAX_TITLE_CHARS
      ? besideTitle(line, anyCase.exec(line), { next, before })
      : undefined;
    if (found) return { ...found, certainty };
  }
  return inSentence(line, labels);
}

/** A title in small letters must fill its line. */
function besideTitle(
  line: string,
  match: RegExpExecArray | null,
  { next, before }: { next: string; before: string },
): Beside | undefined {
  const above = underName(line, match, before);
  if (above || match === null || match[0].length < line.replace(/[\s:：.,-]+$/, "").length) return above;
  const name = nameAtStart(next, true);
  return name === undefined ? undefined : { name, quote: next.slice(0, 200) };
}

/** The person who stands beside, above or below words for a role, behind whom no other word of the role follows. */
export function readPersonBeside(
  line: string,
  words: RegExp,
  around: Pick<Around, "next" | "before">,
): Beside | undefined {
  const match = words.exec(line);
  return match ? besideRole(line, match, { ...around, isTitleOnly: true }) : undefined;
}

type Beside = Omit<Person, "certainty">;

function besideRole(
  line: string,
  match: RegExpExecArray,
  { next, before, isTitleOnly }: { next: string; before: string; isTitleOnly: boolean },
): Beside | undefined {
  const rest = line.slice(match.index + match[0].length);
  const after = rest.replace(SEPARATORS, "");
  const isHeading = after === "" && line.length < 60;
  if (isTitleOnly || isHeading) {
    const above = underName(line, match, before);
    if (above) return above;
  }
  // Behind the comma of `Founder and CEO, Acme` stands the company.
  const mayFollow = isHeading || !isTitleOnly || /^\s*[:–-]/.test(rest);
  const name = mayFollow ? nameAtStart(isHeading ? next : after, isTitleOnly) : undefined;
  if (name) return { name, quote: isHeading ? next.slice(0, 200) : quoteAround(line, match[0]) };
  return underName(line, match, before);
}

/** The cards of a team, `Jane Roe` and below it `CEO`; also on one line. */
function underName(line: string, match: RegExpExecArray | null, before: string): Beside | undefined {
  if (!match || NOT_THE_LEADER.test(line)) return undefined;
  const after = line.slice(match.index + match[0].length).replace(SEPARATORS, "");
  const first = after === "" ? nameBefore(line.slice(0, match.index)) : undefined;
  if (first) return { name: first, quote: quoteAround(line, match[0]) };
  if (!isTitle(line, match.index) || nameAtStart(after, false) || !isPersonName(before)) return undefined;
  const name = nameAtStart(before, true);
  return name === undefined ? undefined : { name, quote: before };
}

/** Nothing but a title, or a title and what else its holder is. */
function isTitle(line: string, at: number): boolean {
  return line.length <= MAX_TITLE_CHARS && at <= 25 && !/[:\d@]/.test(line) &&
    !/ (?:of|von|at|bei|chez|da|de la|hos) /i.test(line);
}

/** `Jane Roe, owner, has …`, `Jane Roe, the owner and founder, is …` */
const IN_APPOSITION =
  /^(?:Dr\. |Mr\. |Mrs\. |Ms\. )?(.{5,40}?), (?:the |der |die |la |le |il |el )?(?:(?:co-?)?founder(?: and | & |\/))?(?:owner|CEO|proprietor|managing director|chief executive(?: officer)?|Inhaber(?:in)?|Geschäftsführer(?:in)?|gérante?|propietari[oa]|titolare)(?:(?: and | & |\/)(?:(?:co-?)?founder|operator|president))?(?:,|\s(?:of|von|der|de|du|di|del)\s)/iu;

function inSentence(line: string, labels: () => readonly string[]): Person | undefined {
  const apposed = IN_APPOSITION.exec(line);
  const rest = line.slice(apposed?.[0].length ?? 0);
  // Below praise a company stands behind the comma.
  const isOwn = apposed?.[0].endsWith(",")
    ? /^\s\p{Ll}/u.test(rest)
    : apposed !== null && isOwnCompany(rest.slice(0, 40), labels());
  if (apposed && isOwn) {
    const name = nameAtStart(apposed[1] ?? "", true);
    if (name !== undefined) return { name, certainty: 0, quote: quoteAround(line, name) };
  }
  const [words, subject = "", led = ""] = IS_LEADER.exec(line) ?? [];
  const name = LATIN_NAME.exec(subject)?.[0];
  if (words === undefined || name === undefined || isNoName(name)) return undefined;
  return isOwnCompany(led, labels()) ? { name, certainty: 0, quote: quoteAround(line, name) } : undefined;
}

function isOwnCompany(text: string, labels: readonly string[]): boolean {
  const [whole, first] = [fold(text), fold(text.split(/\s/)[0] ?? "")];
  return labels.some((label) =>
    label.length >= 3 && (whole.includes(label) || (first.length >= 3 && label.includes(first)))
  );
}

/** The whole text is a name, and nothing but. */
export function isPersonName(text: string): boolean {
  const bare = text.replace(TITLES, "").trim();
  return LATIN_NAME.exec(bare)?.[0] === bare && !isNoName(bare);
}

/** A title such as CEO occurs in any text, so its name must stand alone. */
function nameAtStart(text: string, mustStandAlone: boolean): string | undefined {
  const bare = text.replace(TITLES, "").trim();
  const name = LATIN_NAME.exec(bare)?.[0].replace(LABEL_BEHIND, "") ?? JAPANESE_NAME.exec(text.trim())?.[0] ??
    KOREAN_NAME.exec(text.trim())?.[0];
  const follows = name === undefined ? "" : bare.slice(name.length);
  if (mustStandAlone && /^\s*[^\s,.|(–-]/.test(follows)) return undefined;
  if (name === undefined || isNoName(name) || NO_JAPANESE_NAME.test(name) || isUnfilledPerson(name)) {
    return undefined;
  }
  return name;
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
