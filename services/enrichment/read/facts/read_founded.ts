/** Since when a company exists, as its pages say. */
import { type Candidate, fold, quoteAround } from "../candidate.ts";
import { ownNames } from "../own_ground.ts";
import { isOfParent } from "../parent_group.ts";
import type { Here } from "../seen_line.ts";
import type { Site } from "../site.ts";

const EXTRACTOR = "legal/1";
/** Words for the founding, and then those that only say since when something holds. */
const STRONG =
  "founded|established|inception|thành lập|didirikan|berdiri (?:sejak|pada)|est\\.|incorporated|chartered|first published|gegründet|gründung(?:sjahr)?|grundad(?:es|e)?|stiftades|year of establishment|opened in|etablera(?:t|des)|stofna(?:ð|ður|uð|ði|ðar)|grunnlagt|grundlagt|etableret|etablert|opp?rettet|stiftet|fondée?|créée?|création|fundad[ao]|constituid[ao]|fondat[aoăe]|begun in|began in|got (?:its|our|their) start in|opened (?:our|its|the) first \\p{L}+ in|first \\p{L}+ opened in|pierwsz\\p{L}+ \\p{L}+ (?:otworzyliśmy|otwarto) w|kuruluş(?:umuz| yılı| tarihi)?|kurulduğu|הוק(?:ם|מה)(?= ב)|נוסדה?(?= ב)|год основания|на рынке с|работаем с|costituita|nat[ao] nel|opgericht|perustet\\p{L}+|założ(?:on[aoy]|ył[aoi]?\\p{L}*)|rok założenia|powstał[ao]?|działa\\p{L}* nieprzerwanie od|založ(?:en[aoíý]?|il[ai]?)|založení|vznikl[ao]?|alapít(?:va|ás|ott)\\p{L}*|înființat(?:[ăe]|[ăe]? în perioada)?|ιδρύθηκε|έτος ίδρυσης|основан[ао]?|създаден[ао]?|osnovan[ao]?|ustanovljen[ao]?|įkurt[aos]+|įsteigt[aos]+|dibināt[sa]|asutat(?:ud|i)|opened (?:its|our|their) doors|set up in|formed (?:by (?:\\p{L}+ ){1,6})?in|año de fundación|anno di fondazione|ano de fundação|bildad(?:es|e)|заснован[аоеи]?|рік заснування|تأسس[\\u062a]?";
const WEAK =
  "in business since|since|started|startades|startat|startet|startede|comenzó|inició (?:sus )?(?:actividades|operaciones)|abrió sus puertas|a ouvert ses portes|eröffnet|eröffnete[n]?|entstand|avviata|gestart|begonnen|rozpocz\\p{L}+ działalność|aloitti\\p{L}*|começou|seit|bestehen(?:d)? seit|sedan|startade|siden|depuis|desde|dal|sinds|vuodesta|od roku|od r\\.|od|nuo|kopš|alates|din(?: anul)?|από το|от|naci[oóò] (?:en|nel)|nace en|nasce nel|nasceu em|[сз](?= \\d{4} [гр])|منذ|משנת|aastast";
const JAPANESE =
  "設立|創業|創立|開業|開院|開園|설립|창립|창업|成立[于於]|[创創][立建办辦]?[于於]|始[于於创創建]+";
/** Years of Japanese reigns, and the year before their first. */
const REIGNS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
};
const FOUNDED = new RegExp(`((?<!\\p{L})(?:${STRONG})|${JAPANESE})|(?<!\\p{L})(?:${WEAK})(?!\\p{L})`, "iu");
/** `wurde 2018 von Nachbarn gegründet`, `2015年の開院以来` */
const YEAR_FIRST =
  /(?<![\d.,/-])(1[7-9]\d{2}|20\d{2})(?:[年년]|(?!\s?[-–]\s?\d)[^\d.;!?]{1,60}(?<!\p{L}))[^\d.;!?]{0,8}(?:gegründet|gründete[n]?|ins Leben gerufen|opgericht|alapít(?:va|ott)\p{L}*|alakult|óta|설립|창립|창업|(?:founded|started|launched) (?:the|this|our) (?:company|business|firm|agency|studio|practice)|(?:yılından |['’]?[dt][ae]n )?(?:beri|bu yana)|kurul(?:du|muş)\p{L}*|kurulan|設立|創業|創立|開業|開院)/iu;
/** `He is Chairman of the Guild (since 2014)` says since when somebody is something. */
const OF_A_PERSON =
  /(?<!\p{L})(?:he|she|his|her)(?!\p{L})|(?<!\p{L})(?:chair(?:man|woman|person)?|president|member|fellow|head|partner|director|editor|trustee|patron|secretary|treasurer) (?:of|at|for)(?!\p{L})/iu;
/** What customers say, they say of themselves. */
const TESTIMONIAL = /^["“„«]/;
/** `Obowiązuje od: 1 sierpnia 2026`: since when rules hold. */
const IN_FORCE =
  /(?<!\p{L})(?:obowiązuj\p{L}+|aktualizacj\p{L}+|in force|effective|last updated|gültig|stand ?:|en vigueur|en vigor|in vigore|účinn\p{L}+|hatályos|в сила|вступает)(?!\p{L})/iu;
/** `La competenza non è nata nel 2022` */
const NEGATED = /(^|\s)(not|non|nicht|pas|inte|ikke|niet|nie|ei)(\s\p{L}+)?\s$/iu;
const DATE_ONLY = /^(?:\p{L}{3,10}\.?\s)?(1[7-9]\d{2}|20\d{2})(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?)?$/u;
const SOMEBODY_FOUNDED =
  /(?:[Ff]ounded|[Ee]stablished|[Ss]tarted|[Gg]egründet|[Ff]ondée?|[Ff]undada?|[Ff]ondata) (?:in |im Jahr |en |nel )?\d{4}, (?!(?:the|we|our|this|it|its|The|We|Our|This|It|Its)\s)(\p{Lu}\p{L}+) (?:\p{L}+ly |now )?\p{Ll}+s\s|\s(?:of|at|from) (\p{Lu}\p{L}+),? (?:founded|established|est\.)/u;
/** `since the 1990s`, `depuis les années 1990`: a decade is no year. */
const DECADE = "(?:jaren|années|años|anos|anni|lat|década de) ";
const YEAR = new RegExp(
  `(?<![\\d.,/-])(?<!${DECADE})(1[7-9]\\d{2}|20\\d{2})(?![\\d/-]|[.,]\\d|['’]?(?:s|er|erne|lar|ler)(?!\\p{L})|年代)`,
  "iu",
);

/** `founded 09.06.1876`; since such a day, rules and prices hold, too. */
const DAY = /(?<![\d.,/-])[0-3]?\d[./-]\s?[01]?\d[./-]\s?(1[7-9]\d{2}|20\d{2})(?![\d/-]|[.,]\d)/u;

export function readFounded(here: Here): Candidate[] {
  const { page, line, next } = here;
  if (
    TESTIMONIAL.test(line.text) || (line.text.length < 200 && IN_FORCE.test(line.text)) ||
    /blockquote|cite/.test(line.tag)
  ) return [];
  const label = FOUNDED.exec(line.text);
  if (label && NEGATED.test(line.text.slice(0, label.index))) return [];
  if (label && label[1] === undefined && OF_A_PERSON.test(sentenceBefore(line.text, label.index))) return [];
  const { year, words, sign } = (label ? yearOf(label, here) : undefined) ?? yearBefore(line.text) ?? {};
  if (year === undefined || Number(year) > new Date(page.fetchedAt || Date.now()).getFullYear()) return [];
  if (page.foreignLines.has(here.index) || isFoundingOfOthers(line.text, here.site)) return [];
  if (isOfParent(line.text, page.lines)) return [];
  const isStrong = sign !== undefined || label?.[1] !== undefined;
  const isAbout = page.role === "about" || page.role === "home" || page.role === "legal";
  const confidence = (isStrong ? 0.7 : 0.5) + (isAbout ? 0.1 : 0) - (line.text.length > 250 ? 0.1 : 0);
  const quote = words === line.text ? quoteAround(words, year) : (words ?? next).slice(0, 200);
  return [{
    field: "foundedYear",
    value: year,
    confidence,
    quote,
    source: "text",
    page,
    extractor: EXTRACTOR,
  }];
}

/** `Founded in 2011, Northgate now runs 41 clinics`, `the head of Merinova, established in 1998` */
function isFoundingOfOthers(text: string, site: Site): boolean {
  const [, behind, ahead] = SOMEBODY_FOUNDED.exec(text) ?? [];
  const name = fold(behind ?? ahead ?? "");
  return name !== "" && !ownNames(site).some((own) => own.includes(name) || name.includes(own));
}

function sentenceBefore(text: string, index: number): string {
  return text.slice(0, index).split(/[.!?]\s(?=\p{Lu})/u).at(-1) ?? "";
}

interface FoundYear {
  readonly year: string;
  /** The line that has it. */
  readonly words: string;
  readonly sign?: string;
}

/** `平成15年` is 2003; where both are said, the one in brackets goes. */
function withCommonYears(text: string): string {
  if (!/[\p{Script=Han}]/u.test(text)) return text;
  return text.normalize("NFKC").replace(/(?<=\d年?)\((?:明治|大正|昭和|平成|令和)[^)]*\)/gu, "").replace(
    /(明治|大正|昭和|平成|令和)(\d{1,2}|元)年/gu,
    (_, reign: string, year: string) => `${REIGNS[reign]! + (year === "元" ? 1 : Number(year))}年`,
  );
}

function yearBefore(text: string): FoundYear | undefined {
  const [sign, year] = YEAR_FIRST.exec(withCommonYears(text)) ?? [];
  return year === undefined ? undefined : { year, words: text, sign };
}

/** Behind the word; else beside it in a table, or above it in a list of dates. */
function yearOf(label: RegExpExecArray, { line, next, before }: Here): FoundYear | undefined {
  const reach = label[1] === undefined ? 40 : 80;
  const [sentence = ""] = line.text.slice(label.index).split(/[.!?](?=\s\p{Lu})|。/u, 1);
  const told = sentence.slice(0, label[0].length + reach);
  const behind = YEAR.exec(told)?.[0] ?? (label[1] === undefined ? undefined : DAY.exec(told)?.[1]);
  if (behind !== undefined) return { year: behind, words: line.text };
  if (line.text.length >= 40 || /\d/.test(line.text)) return undefined;
  const above = DATE_ONLY.exec(before)?.[1];
  if (above !== undefined) return { year: above, words: before };
  const beside = line.text.length < 20 ? YEAR.exec(withCommonYears(next).slice(0, 20))?.[0] : undefined;
  return beside === undefined ? undefined : { year: beside, words: next };
}
