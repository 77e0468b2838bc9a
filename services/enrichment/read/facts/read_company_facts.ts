/** What a company says plainly of its size and its books: staff, end of the financial year, who keeps the accounts. */
import { type Candidate, quoteAround } from "../candidate.ts";
import { findMonth } from "./month_names.ts";
import { readPersonBeside } from "../names/person_name.ts";
import { ABOUT_US } from "../read_description.ts";
import type { Site, SitePage } from "../site.ts";

const EXTRACTOR = "facts/1";
const MAX_LINE_CHARS = 600;

const MORE_THAN =
  "over|more than|about|around|some|nearly|almost|rund|etwa|circa|ca\\.|über|mehr als|knapp|plus de|environ|près de|más de|alrededor de|oltre|circa|più di|mais de|cerca de|ruim|meer dan|över|cirka|drygt|over|mer enn|mere end|yli|noin|ponad|około|více než|přes|több mint|peste|πάνω από|над|preko|više od|約";
const NUMBER = `(?:(${MORE_THAN}) )?(\\d{1,3}(?:[.,' ]\\d{3})+|\\d{1,6})(\\+)?`;
/** Said of nobody but those whom a company pays. */
const STAFF =
  "employees|staff(?: members)?|team members|co-?workers|professionals|mitarbeite(?:r|rn|rinnen|nde|nden)\\p{L}*|beschäftigten?|angestellten?|collaborat(?:eurs|rices)|salariés?|employés|empleados|trabajadores|colaboradores|dipendenti|collaboratori|medewerkers|werknemers|anställda|medarbetare|ansatte|medarbeidere|medarbejdere|työntekijää|ammattilaista|pracowników|zaměstnanců|zamestnancov|munkatárs\\p{L}*|alkalmazott\\p{L}*|angaj[aț]\\p{L}*|εργαζόμενο\\p{L}*|служител\\p{L}*|zaposlenih|darbuotoj\\p{L}*|darbinieku|töötajat|funcionários";
const PEOPLE =
  "people|persons|personnes|personas|persone|personen|pessoas|mensen|personer|henkilöä|osób|lidí|ember";
const COUNTED = new RegExp(`(?<![\\d.,-])${NUMBER}(?: \\p{L}[\\p{L}-]*)? (?:${STAFF})(?!\\p{L})`, "iu");
const TEAM_OF = new RegExp(
  `(?:team of|staff of|we are|we're|wir sind|team (?:aus|von)|équipe de|nous sommes|somos|equipo de|equipe de|siamo(?: in)?|team di|team van|wij zijn|vi är|vi er|olemme|jesteśmy zespołem|jsme tým) (?:a team of )?${NUMBER} (?:\\p{L}+ )?(?:${PEOPLE})(?!\\p{L})`,
  "iu",
);
const LABELLED =
  /^(?:number of employees|employees|mitarbeiter(?:zahl|anzahl)?|effectif|empleados|dipendenti|medewerkers|antal anställda|antall ansatte|antal ansatte|従業員数?|社員数)\s*[:：]?\s*約?\s*(\d[\d.,]*)\s*(?:[名人]|$)/iu;
/** `for companies with 50 employees`: those are others'. */
const OF_OTHERS =
  /(?:compan(?:y|ies)|business(?:es)?|clients?|customers?|teams?|organi[sz]ations|firms|trusted by|for|from|up to|fewer than|less than|helped|trained|between|unternehmen|betriebe|kunden|firmen|für|ab|bis zu|von|entreprises|clients|pour|empresas|clientes|para|aziende|clienti|per|bedrijven|klanten|voor|företag|kunder|för|bedrifter|virksomheder|yrityks\p{L}*)(?: (?:mit|with|de|von|of|con|med|van|having|that have))?(?: \p{L}+)? $/iu;

const YEAR_WORD =
  "(?:financial|fiscal|accounting|business) year|geschäftsjahr|wirtschaftsjahr|exercice (?:social|comptable|fiscal)|ejercicio (?:social|fiscal|contable|económico)|esercizio (?:sociale|finanziario)|exercício (?:social|fiscal)|boekjaar|räkenskapsår(?:et)?|regnskabsår(?:et)?|regnskapsår(?:et)?|tilikau(?:si|den)|rok obrotowy|hospodářský rok|üzleti év|exercițiul financiar";
const DAY = "(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)? ?(?:of |de |d['’])?(\\p{L}{3,14})";
const ENDS = new RegExp(
  `(?:${YEAR_WORD})(?: \\p{L}+){0,4}?[ :](?:.{0,30}(?:to|bis|au|al|a|till|til|–|-) )?(?:${DAY}|(\\p{L}{3,14}) (\\d{1,2})(?:st|nd|rd|th)?)(?!\\p{L})`,
  "iu",
);
const CALENDAR_YEAR = new RegExp(
  `(?:${YEAR_WORD}) (?:entspricht dem|ist das|is the|equals the|correspond à l['’]année|coincide con el año|coincide con l['’]anno|is gelijk aan het|följer|følger) ?(?:kalenderjahr|calendar year|civile|natural|solare|kalenderjaar|kalenderår)`,
  "iu",
);
const JAPANESE_END = /^決算(?:期|月)\s*[:：]?\s*(\d{1,2})月/u;

const FINANCE_ROLE =
  /(?<!\p{L})(?:accounts payable|accounts department|accounting|bookkeeping|head of finance|finance (?:manager|director|contact)|chief financial officer|CFO|buchhaltung|rechnungswesen|leiter(?:in)? finanzen|finanzbuchhaltung|service comptable|comptabilité|directeur financier|directrice financière|contabilidad|amministrazione|boekhouding|financiële administratie|ekonomi(?:ansvarig|chef)|økonomi(?:ansvarlig|sjef|chef)|talouspäällikkö|księgowość|główna księgowa|účetní|経理(?:担当)?)(?!\p{L})/iu;

export function readCompanyFacts(site: Site): Candidate[] {
  const found = site.pages.filter((page) => page.role !== "other").flatMap((page) =>
    page.lines.flatMap((line, index) =>
      line.text.length > MAX_LINE_CHARS || page.foreignLines.has(index) ? [] : readLine(index, page, site)
    )
  );
  // An accountant's site names many, who keep the books of others.
  const accountants = new Set(
    found.filter(({ field }) => field === "financeContact").map(({ value }) => value),
  );
  return found.filter(({ field }) => field !== "financeContact" || accountants.size === 1);
}

function readLine(index: number, page: SitePage, site: Site): Candidate[] {
  const [text = "", next = "", before = ""] = [index, index + 1, index - 1].map((at) => page.lines[at]?.text);
  // Two words of a menu can look like a name.
  const above = page.lines[index]?.place === "header" ? "" : before;
  const cell = text.length < 20 ? `${text} ${next}` : text;
  const here = { page, text };
  return [
    ...readStaff(here, cell, site),
    ...readYearEnd(here, cell),
    ...readAccountant(here, { next, before: above }),
  ];
}

interface Here {
  readonly page: SitePage;
  readonly text: string;
}

function readStaff(here: Here, cell: string, site: Site): Candidate[] {
  if (!/\d/.test(cell)) return [];
  const labelled = LABELLED.exec(cell)?.[1];
  if (labelled !== undefined) {
    return [
      toCandidate(here, { field: "employeeCount", value: digitsOf(labelled), confidence: 0.82, words: cell }),
    ];
  }
  const team = TEAM_OF.exec(here.text);
  const match = team ?? COUNTED.exec(here.text);
  if (!match || (!team && !isOwn(here.text, match.index, site))) return [];
  const [words, more, number = "", plus] = match;
  // `Chartered in 1937 by employees`
  if (/^(19|20)\d\d$/.test(number)) return [];
  const isLeast = plus !== undefined ||
    /over|more|über|mehr|plus de|más|oltre|più|mais|ruim|meer|över|drygt|mer|yli|ponad|více|přes|több|peste|πάνω|над|preko|više/i
      .test(more ?? "");
  const value = digitsOf(number) + (isLeast ? "+" : "");
  const confidence = here.page.role === "about" ? 0.78 : 0.7;
  return [toCandidate(here, { field: "employeeCount", value, confidence, words })];
}

/** The sentence speaks of itself, and the number is not that of customers. */
function isOwn(text: string, at: number, site: Site): boolean {
  const [label = ""] = (site.domain ?? "").split(".");
  const speaksOfItself = ABOUT_US.test(text) || text.toLowerCase().includes(label) ||
    /employ|beschäftig|im einsatz|compte|cuenta|conta /i.test(text);
  return speaksOfItself && !OF_OTHERS.test(text.slice(0, at));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function readYearEnd(here: Here, cell: string): Candidate[] {
  const month = Number(JAPANESE_END.exec(cell)?.[1] ?? 0);
  if (month >= 1 && month <= 12) {
    const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" })
      .format(Date.UTC(2026, month - 1, 15));
    return [toCandidate(here, { field: "fiscalYearEnd", value: name, confidence: 0.75, words: cell })];
  }
  const calendar = CALENDAR_YEAR.exec(here.text)?.[0];
  if (calendar !== undefined) {
    return [
      toCandidate(here, { field: "fiscalYearEnd", value: "31 December", confidence: 0.75, words: calendar }),
    ];
  }
  const [words, day, monthBehind = "", monthBefore = "", dayBehind] = ENDS.exec(here.text) ?? [];
  const name = words === undefined ? undefined : findMonth(monthBehind || monthBefore);
  if (words === undefined || name === undefined) return [];
  return [
    toCandidate(here, {
      field: "fiscalYearEnd",
      value: `${day ?? dayBehind} ${name}`,
      confidence: 0.75,
      words: words,
    }),
  ];
}

function readAccountant(here: Here, around: { next: string; before: string }): Candidate[] {
  const person = here.text.length < 120 ? readPersonBeside(here.text, FINANCE_ROLE, around) : undefined;
  if (!person) return [];
  return [{
    ...toCandidate(here, { field: "financeContact", value: person.name, confidence: 0.62, words: "" }),
    quote: person.quote,
  }];
}

function toCandidate(
  { page, text }: Here,
  { words, ...found }: { field: string; value: string; confidence: number; words: string },
): Candidate {
  const quote = text.includes(words) ? quoteAround(text, words) : words.slice(0, 200);
  return { ...found, source: "text", page, quote, extractor: EXTRACTOR };
}
