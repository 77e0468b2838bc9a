/** The site's own statement of what its organisation does. */
import { getDomain } from "tldts";
import { shorten } from "../parse/clean_text.ts";
import { addressLabels } from "./address_labels.ts";
import { type Candidate, fold } from "./candidate.ts";
import { roleOf } from "./choose_pages.ts";
import { isNoName } from "./names/name_form.ts";
import { ownNames } from "./own_ground.ts";
import { isOfParent } from "./parent_group.ts";
import { copyrightOwners, headBrands } from "./names/names_in_frame.ts";
import { SEPARATOR } from "./names/names_in_head.ts";
import { metaOf, type PageLine } from "../parse/parsed_page.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "descriptions/1";
const MAX_CHARS = 500;
const MIN_STATEMENT_CHARS = 60;
const MIN_NAME_CHARS = 6;
/** As far as `We are a small team` goes. */
const MAX_SELF_CHARS = 50;
const MIN_TAGLINE_CHARS = 25;
/** Below a heading that is a promise. */
const MIN_LEAD_CHARS = 40;
/** What stands below the name is a line or two. */
const MAX_TAGLINE_CHARS = 200;
/** Below the heading of the page: more than of a paragraph that only says `we`. */
const LEAD_CONFIDENCE = 0.58;
/** In the frame elsewhere less than of any paragraph. */
const TAGLINE_CONFIDENCE = 0.5;
const MAX_STATEMENT_CHARS = 300;
/** Of longer paragraphs the beginning is taken, if there is nothing else. */
const LONG_CHARS = 700;
const MAX_PARAGRAPH_CHARS = 1_500;
const POLICY =
  /privacy|datenschutz|cookie|terms|conditions|polityk|prywatno|regulamin|kvkk|gizlilik|confidentialit|privacidad|privacidade|villkor|vilk[aå]r|voorwaarden|termeni|podm[ií]nky|agb(?!\p{L})|widerruf|reclamacion|gdpr|rodo|tietosuoja|integritet|adatv[eé]delm|refund|returns|disclaimer/iu;
const ASIDE =
  /^(?:(?:on|in|since|im|en|nel|am|w|v)(?: \p{L}+){0,2} (?:\p{L}+ \d{1,2},? )?(?:19|20)\d\d)(?!\d)|(?<!\p{L})(?:si trova(?:no)? (?:in|a)|is located (?:at|in|on)|moved to|befindet sich|se encuentra en|est situ[ée]e? (?:au|[àa])|most of (?:our|the) (?:staff|employees)|większość pracowników|pracowników firmy|our address|unsere adresse|nuestra direcci[oó]n|il nostro indirizzo|serwis internetow\p{L}+|strona internetowa)(?!\p{L})|^.{0,20}(?:this (?:web)?site|diese (?:web)?(?:site|seite))(?!\p{L})/iu;
const IS =
  "is|are|helps?|provides?|offers?|makes?|builds?|designs?|develops?|speciali[sz]es|ist|sind|bietet|entwickelt|fertigt|est|sont|propose|conçoit|accompagne|es|son|ofrece|è|sono|offre|progetta|realizza|produce|is een|biedt|levert|är|erbjuder|er|tilbyr|tilbyder|leverer|on|tarjoaa|jest|oferuje|zajmuje się|é|oferece|je|nabízí|ponúka|nudi|este|oferă|е|είναι|является|yra|ir|kínál";
const SAYS = new RegExp(`\\s(?:${IS}|to)\\s`, "iu");
const METAS = [
  { name: "description", confidence: 0.9 },
  { name: "og:description", confidence: 0.87 },
  { name: "twitter:description", confidence: 0.82 },
];
const PLACEHOLDER =
  /(lorem ipsum|just another wordpress|create react app|your description|description here|web site created using|enter your|coming soon|under construction|(?:page|work|site) in progress|default description|built with|page builder|^(?:impressum|mentions l[eé]gales|aviso legal|legal notice|datenschutz|privacy policy|note legali)(?!\p{L})|ley 34\/2002|lssi|特定商取引(?:に関する)?法|プライバシーポリシー|利用規約)/iu;
/** `Office 5, Oak House, Oak Road, Leeds`: parts that begin like names or numbers. */
const ADDRESS = /^(?=.*\d)(?:[\p{Lu}\d][^,;!?]{0,45},\s*){2,}[\p{Lu}\d][^,;!?]{0,45}$/u;
/** `Welcome to Acme!` */
const GREETING =
  /^(?:welcome to|willkommen (?:bei|auf|im)|bienvenue (?:chez|sur|à|au|dans)|bienvenid[oa]s? (?:a|al)|benvenut[io] (?:in|da|a|al|su|nel)|bem[- ]vindos? (?:à|ao?)|welkom (?:bij|op)|välkommen till|velkommen til|tervetuloa|witamy (?:w|na)|vítejte (?:na|v)|vitajte (?:na|v)|dobrodošli (?:na|u|v))\s[^.!:]{2,60}[.!]?$/iu;
/** `Repairs • Painting • Floors • Windows` */
const LIST = /^(?:[^.!?•|·]{2,60}[•|·]){3,}[^.!?•|·]{2,60}$/u;
/** Rules of use, and addresses with a number. */
const NO_STATEMENT =
  /cookie|javascript|^©|© ?\d{4}|copyright|look(?:ing)? forward to|get in touch|contact us|(?:fill|filling) (?:in|out)|schreiben sie uns|kontaktieren sie|contactez|n['’]hésitez pas|contáctenos|no dude en|contattateci|neem contact|kontakta oss|kontakt os|ota yhteyttä|skontaktuj|kontaktujte|propriété (?:exclusive|intellectuelle)|urheberrecht|haftung|all rights reserved|proprietà intellettuale|propiedad intelectual|(?:inhalte|contents?|contenus?|contenuti|contenidos?) (?:unserer|unsere|dieser|of this|of our|de ce site|de notre site|del sito|del sitio)|diensteanbieter|\d{3}[\s-]?\d{3}(?!\d)/i;
export const ABOUT_US =
  /\b(we|our|wir|unser\w*|nous|notre|nos|somos|nuestr\w+|siamo|nostr\w+|wij|onze?|vi|vår\w*|våre|me|olemme|nosso|jesteśmy|nasz\w*)\b|(?<!\p{L})(?:zajmujemy|oferujemy|wykonujemy|suntem|noastr\p{L}+|oferim|jsme|sme|naš\p{L}*|nabízíme|ponúkame|smo|nudimo|ponujamo|vagyunk|cégünk|foglalkozunk|foglalkozom|vállaljuk|biz|firmamız|şirketimiz|mes|mūsų|mēs|mūsu|oleme|meie|við|okkar|είμαστε|μας|ние|мы|ми|наш\p{L}*)(?!\p{L})|当社|弊社|私たち/iu;

/** `Nous sommes une …`, wherever it stands. */
const WE_ARE =
  /(?<!\p{L})(?:we are (?:an?|your)|we['’]re an?|wir sind (?:ein\p{L}*|ihr\p{L}?)|nous sommes (?:une?|votre)|somos (?:una?|uma?|su|a sua)|siamo una?|suntem (?:o|un)|vi är (?:ett|en)|vi er (?:et|en|ei)|wij zijn (?:een|uw)|mes esame|mēs esam)(?!\p{L})|^(?:jesteśmy|jsme|sme|olemme|oleme|smo|mi smo|είμαστε|ние сме|ми сме)(?!\p{L})/iu;

/** Whoever works there, it says nothing of what they do. */
const TEAM =
  /(?<!\p{L})(?:team\p{L}*|équipe|equipo|equipe|squadra|tým\p{L}*|tím\p{L}*|zespoł\p{L}+|echip\p{L}+|tiimi|tim|csapat\p{L}*|komanda|ομάδα|екип|famil(?:y|ia|ie|j)|famille|famiglia)(?!\p{L})/iu;

function saysWhoWeAre(text: string): boolean {
  const at = WE_ARE.exec(text)?.index;
  return at !== undefined && !TEAM.test(text.slice(at, at + MAX_SELF_CHARS));
}

export function readDescriptions(site: Site): Candidate[] {
  return [...fromMetas(site.home), ...fromParagraphs(site), ...fromTaglines(site)];
}

/** Below the name in the frame of a page stands what its company does, and above a notice nothing else does. */
function fromTaglines(site: Site): Candidate[] {
  const { home } = site;
  const names = new Set(
    [...copyrightOwners(home), ...headBrands(home), ...home.title.split(SEPARATOR)].filter((name) =>
      !isNoName(name)
    )
      .map(fold).filter((name) => name !== ""),
  );
  const told = home.lines.flatMap((line, index) => {
    const above = home.lines[index - 1];
    if (above?.place !== line.place || home.foreignLines.has(index) || !isTagline(line, home)) return [];
    const { text, place } = line;
    const isTop = above.tag === "h1";
    if (place !== "main" && isTitled(above, names)) {
      const confidence = place === "header" && isTop ? LEAD_CONFIDENCE : TAGLINE_CONFIDENCE;
      return [{ text, confidence }];
    }
    return isTop && text.length >= MIN_LEAD_CHARS && mayTell(home)
      ? [{ text, confidence: TAGLINE_CONFIDENCE }]
      : [];
  });
  const best = told.sort((a, b) => b.confidence - a.confidence).slice(0, 1);
  return best.map((tagline) => toCandidate(home, { ...tagline, source: "text" }));
}

function isTagline({ text, tag }: PageLine, home: SitePage): boolean {
  return /^(?:p|div|span|small)$/.test(tag) &&
    text.length >= MIN_TAGLINE_CHARS && text.length <= MAX_TAGLINE_CHARS &&
    /\p{L}{3,}/u.test(text) && /\p{Ll}|\p{Lo}/u.test(text) && !/[@\d]{4}|https?:|©/.test(text) &&
    !PLACEHOLDER.test(text) && !NO_STATEMENT.test(text) && !isAside(text) && !isMenu(text, home);
}

/** `Welcome to Acme` */
function isTitled({ text, tag }: PageLine, names: ReadonlySet<string>): boolean {
  const title = fold(text);
  return names.has(title) || (tag === "h1" &&
    [...names].some((name) => name.length >= MIN_NAME_CHARS && title.endsWith(name)));
}

/** Nothing but words that lead elsewhere. */
function isMenu(text: string, { links }: SitePage): boolean {
  const words = links.map((link) => link.text).filter((word) => word !== "" && text.includes(word));
  const left = words.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replace(word, ""), text);
  return !/\p{L}/u.test(left);
}

function fromMetas(home: SitePage): Candidate[] {
  return METAS.flatMap(({ name, confidence }) => {
    const text = home.metas.find((meta) => meta.name === name)?.content ?? "";
    if (text.length < 25 || PLACEHOLDER.test(text) || GREETING.test(text)) return [];
    const rated = (text.length < 45 ? confidence - 0.1 : confidence) -
      (hasStrangersHead(home) ? HEAD_MALUS : 0);
    return [toCandidate(home, { text, confidence: rated, source: "meta" })];
  });
}

const HEAD_MALUS = 0.4;

/** Whoever built the site copied another one's head: it names another address and another owner than the title. */
function hasStrangersHead(home: SitePage): boolean {
  const [address, owner] = [metaOf(home, "og:url"), fold(metaOf(home, "og:site_name"))];
  const domain = getDomain(address);
  if (owner === "" || domain === null || domain === getDomain(home.url)) return false;
  const titles = home.title.split(SEPARATOR).map(fold).filter((title) => title !== "");
  return titles.length > 0 && !titles.some((title) => title.includes(owner) || owner.includes(title));
}

function fromParagraphs(site: Site): Candidate[] {
  const [label = ""] = addressLabels(site);
  // Shorter ones are parts of other words.
  const names = ownNames(site).filter((name) => name.length >= MIN_NAME_CHARS);
  const statements = [
    openStatement(bareLabel(label), 40),
    ...titleNames(site, label).map((name) => openStatement(name, 10)),
  ];
  const saysWhatItIs = (text: string) => statements.some((says) => says(text));
  const pages = site.pages.filter(({ role }) => /^(?:about|contact|home)$/.test(role)).filter((page) =>
    page.role !== "home" || mayTell(page)
  );
  return pages.flatMap((page) => {
    const told = page.lines.filter(({ text, tag }, index) =>
      !isOfParent(text, page.lines) && !page.foreignLines.has(index) && mayState(text, tag) &&
      !isQuestion(text) && text.length >= 60 && text.length <= MAX_PARAGRAPH_CHARS &&
      !PLACEHOLDER.test(text) && !NO_STATEMENT.test(text) && !ADDRESS.test(text) && !LIST.test(text)
    );
    const paragraphs = told.filter(({ place }) => place !== "header");
    const inMain = paragraphs.filter(({ text, place }) => place === "main" && text.length <= LONG_CHARS);
    const own = inMain.find(({ text }) => saysWhatItIs(text) && !isAside(text)) ??
      page.lines.find(({ text, place, tag }) =>
        place === "main" && /^h[2-6]$/.test(tag) && text.length >= MIN_STATEMENT_CHARS &&
        saysWhatItIs(text)
      );
    // Beside its address it says what it is, or nothing.
    if (page.role === "contact" && own === undefined) return [];
    const isNamed = (text: string) =>
      text.toLowerCase().includes(label) || names.some((name) => fold(text).includes(name));
    const named = own ??
      [...inMain, ...paragraphs].find(({ text }) => saysWhoWeAre(text) && !isAside(text)) ??
      inMain.find(({ text }) => !isAside(text) && isNamed(text));
    const about = named ?? inMain.find(({ text }) => !isAside(text) && ABOUT_US.test(text));
    const chosen = about ?? inMain.find(({ text }) => !isAside(text)) ?? inMain[0] ??
      paragraphs.find(({ place }) => place === "main") ?? paragraphs[0] ??
      // Some say it beside their name, and nothing below.
      told.find(({ text, tag }) =>
        /^(?:p|h[1-6])$/.test(tag) && !isAside(text) &&
        !/\d{3}|@/.test(text.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ""))
      );
    const confidence = own ? 0.66 : named ? 0.6 : about ? 0.56 : 0.52;
    return chosen
      ? [toCandidate(page, { text: firstSentences(chosen.text), confidence, source: "text" })]
      : [];
  });
}

/** Old pages have their sentences in tables; what has no end is a cell or an entry. */
function mayState(text: string, tag: string): boolean {
  return tag === "td" ? /\p{Ll}\.$/u.test(text) : !/^(?:li|button|h[1-6])$/.test(tag);
}

/** A notice is no statement, though it be all that there is. */
function mayTell(home: SitePage): boolean {
  return roleOf(home.url, home.title) !== "legal" && !isPolicy(home);
}

/** What a page of rules says is about rules. */
function isPolicy({ url, title }: SitePage): boolean {
  return POLICY.test(`${new URL(url).pathname} ${title}`);
}

/** Where something is, since when, or who works there: true, and no statement of what is done. */
function isAside(text: string): boolean {
  return isQuestion(text) || MOOD.test(text) || ASIDE.test(text.slice(0, MAX_STATEMENT_CHARS)) ||
    (!/\p{Ll}|\p{Lo}/u.test(text) && /\p{Lu}/u.test(text));
}

function isQuestion(text: string): boolean {
  return firstSentences(text).endsWith("?");
}

/** `Acme is very excited about its new hall` */
const MOOD =
  /^.{2,40}? (?:is|are) (?:(?:so|very|really) )?(?:excited|proud|pleased|happy|delighted|thrilled|honou?red) (?:about|to|that|of)(?!\p{L})/iu;

/** `acme-tools` is written `Acme Tools`. */
function bareLabel(label: string): string {
  return label.replace(/[-_.]/g, "");
}

/** Parts of the title may be names, too, which texts about the company begin with. */
function titleNames(site: Site, label: string): string[] {
  const parts = site.home.title.split(SEPARATOR).map((part) => part.trim());
  const names = parts.filter((part) => part.length >= MIN_NAME_CHARS && part.split(/\s/).length <= 4);
  return [...new Set(names.map(joined))].filter((name) => name !== bareLabel(label));
}

/** `Acme is …`, not far into the text. A pattern that few texts need is dear: it is made when there is one. */
function openStatement(label: string, reach: number): (text: string) => boolean {
  const spelled = [...label].map((letter) => RegExp.escape(letter)).join("[ &'’-]?");
  let pattern: RegExp | undefined;
  const bare = joined(label);
  return (text) => {
    if (!SAYS.test(text) || !joined(text).includes(bare)) return false;
    pattern ??= new RegExp(`^.{0,${reach}}${spelled}.{0,30}\\s(${IS}|to(?=[^.]*[ąćęłńśźż]))\\s`, "iu");
    return pattern.test(text);
  };
}

/** Like the pattern's, whatever the case: no other letter than the long s is made of one of ours. */
function joined(text: string): string {
  return text.toLowerCase().replaceAll("ſ", "s").replace(/[ &'’-]/g, "");
}

/** `Acme, Inc. makes tools`: the sentence goes on. */
const ABBREVIATION =
  /(?:(?<!\p{L})(?:Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms|Prof|No|Nr|bzw|ca|z\.B|e\.g|i\.e|vs|San|Tic)|(?<!\p{L})\p{Lu}|(?<!\p{L})\d{1,4})\.\s*$/u;

/** A statement is a sentence or two; what follows goes into details. */
function firstSentences(text: string): string {
  const sentences = text.match(/[^.!?。]+(?:[.!?。]+(?=\s|$)|[.!?。]|$)/gu) ?? [text];
  let statement = "";
  for (const sentence of sentences) {
    const isOver = statement.length >= MIN_STATEMENT_CHARS && !ABBREVIATION.test(statement);
    if (isOver || statement.length + sentence.length > MAX_STATEMENT_CHARS) {
      break;
    }
    statement += sentence;
  }
  // `Od 1991.` is the beginning of a sentence that is too long.
  return statement.length < MIN_TAGLINE_CHARS ? text : statement.trim();
}

function toCandidate(
  page: SitePage,
  { text, confidence, source }: { text: string; confidence: number; source: "meta" | "text" },
): Candidate {
  const value = shorten(text, MAX_CHARS);
  return {
    field: "description",
    value,
    confidence,
    source,
    page,
    quote: text.slice(0, 200).trim(),
    extractor: EXTRACTOR,
  };
}
