/** Names in notices: behind a label, with a legal form, above an address. */
import { toldRole } from "../choose_pages.ts";
import { ADDRESSEE, LEGAL_FORM } from "../legal_forms.ts";
import { isNoName, likeness } from "./name_form.ts";
import { countWords } from "./names_in_head.ts";
import { NAMED } from "./read_owner.ts";
import { isPersonName } from "./person_name.ts";
import { isStreet } from "../places/read_street.ts";
import type { Site, SitePage } from "../site.ts";

const MAX_LEGAL_CHARS = 70;
const MAX_LEGAL_NAMES = 3;
const REGISTERED =
  /^(?:(?:nom|name|nombre|nome) ?\/ ?)?(?:会社名|商号|屋号|社名|法人名|施設名|医院名|company name|legal name|trading name|firmenname|raison sociale|dénomination(?: sociale)?|raz[oó]n social|denominaci[oó]n(?: social)?|denominazione(?: sociale)?|ragione sociale|denominação social|razão social|nazwa firmy|obchodní (?:firma|jméno)|bedrijfsnaam|handelsnaam|företagsnamn|firmanavn|yrityksen nimi|firmanavn|obchodn[ée] (?:firma|meno|jméno)|cégnév|επωνυμία|naziv (?:tvrtke|podjetja|firme)|įmonės pavadinimas|uzņēmuma nosaukums|ettevõtte nimi|(?:полное |сокращ[её]нное )?наименование(?: организации)?|(?:ticar[ei]t?t? )?[uü]nvan[ıi]?|firma adı|שם החברה|nama perusahaan|tên công ty|ชื่อบริษัท|nom de l['’]entreprise|nombre comercial|nome fantasia|nom commercial|enseigne(?: commerciale)?|nome commerciale|nazwa (?:przedsiębiorcy|podmiotu|spółki)|název(?: (?:společnosti|firmy))?|názov(?: (?:spoločnosti|firmy))?|toiminimi|unternehmensname|name des unternehmens|firmenbezeichnung|firmenwortlaut|denumirea? (?:societății|firmei|companiei)|registered company name|name of (?:the )?company|trading as|상호|公司名[稱称]|企业名称|اسم الشركة|business name|registered name)\s*(?:[:：]\s*(.*))?$/iu;
/** Said of many things, unless a name follows at once. */
const REGISTERED_HERE =
  /^(?:firma|firmenname|diensteanbieter|seitenbetreiber|(?:website-?|shop-?)?betreiber(?: der (?:web)?(?:site|seite))?|unternehmen|company|société|azienda|empresa|denumire(?:a)?|фирма|назва|назив|naziv|nafn|pavadinimas|nosaukums)\s*[:：]\s*(\S.*)$/iu;

/** Korean rows have no colon, and label and name stand on one line. */
const REGISTERED_KOREAN =
  /^(?:회사명|상호명?|법인명(?:\(상호\))?)\s*[:：]?\s+(\S[^:：]{1,40}?)(?=\s+\S+\s*[:：]|$)/u;
/** `ТОО «Степь»`: such names are quoted behind their form. */
const QUOTED =
  /(?<!\p{L})(?:ТОО|ООО|О[АД]О|ЗАО|ПАО|АО|ИП|ТОВ|ПП|АТ|ЧТ?УП|НКО|ответственностью)\s+[«"„“]([^»"“”]{2,50})[»"“”]/u;

/** `会社名` in a table, `Raison sociale : Acme SAS` in a notice. */
export function registeredNames(site: Site): string[] {
  const pages = site.pages.filter((page) => page.role !== "other");
  return pages.flatMap((page) =>
    page.lines.flatMap(({ text }, index) => {
      if (page.foreignLines.has(index)) return [];
      const told = REGISTERED_HERE.exec(text)?.[1] ?? REGISTERED_KOREAN.exec(text)?.[1] ??
        QUOTED.exec(text)?.[1];
      if (told !== undefined) return told;
      const match = text.length < 100 ? REGISTERED.exec(text) : null;
      return match ? match[1] || page.lines[index + 1]?.text || [] : [];
    })
  ).filter((text) => text.length <= 60).slice(0, 3);
}

interface LegalName {
  readonly text: string;
  /** Nothing else stood on its line. */
  readonly isAll: boolean;
}

/** Short lines of the legal page and the footer that hold a legal form. */
export function legalNames(site: Site): LegalName[] {
  const pages = site.pages.filter((page) => page.role !== "other");
  return pages.flatMap((page) => {
    const lines = page.lines.filter((line, index) =>
      line.text.length < MAX_LEGAL_CHARS && !page.foreignLines.has(index) &&
      (toldRole(page) === "legal" || line.place === "footer" ||
        (LEGAL_FORM.test(line.text) && likeness(line.text, site) >= 0.15))
    );
    const names = lines.map((line) => ({ text: nameIn(line.text), line: line.text }));
    return names.filter(({ text }) =>
      LEGAL_FORM.test(text) && !goesOn(text) && !/[:©@|]|^\d+[\s,.-]/.test(text)
    )
      .slice(0, MAX_LEGAL_NAMES).map(({ text, line }) => ({ text, isAll: text === line }));
  });
}

/** `Acme e. V. supports families` is a sentence. */
function goesOn(text: string): boolean {
  const form = LEGAL_FORM.exec(text);
  return form !== null && form.index > 0 &&
    /^\s\p{Ll}{3,}\s\p{L}/u.test(text.slice(form.index + form[0].length));
}

/** Without the address that may follow. */
function nameIn(text: string): string {
  return ADDRESSEE.exec(text)?.[1] ?? text.replace(/,\s[^,]*\d.*$/, "");
}

/** `Acme Tools Ltd, Mill Lane 4, Leeds`, on pages that give the address. */
export function addressees({ pages }: Site): string[] {
  return pages.filter(isNotice).flatMap((page) =>
    page.lines.flatMap(({ text }, index) =>
      text.length < 200 && !page.foreignLines.has(index) ? ADDRESSEE.exec(text)?.[1] ?? [] : []
    )
  ).slice(0, 3);
}

/** `This site is operated by Acme Tools Ltd`: whose it is, in a sentence. */
const OPERATED =
  /(?:(?:site|website|web|webseite|internetseite|shop|seite|sitio|sito|strona|stránky|webu?|sivusto|hemsida\p{L}*|nettsted\p{L}*|hjemmeside\p{L}*|pagina|página|boutique|application|app)(?: \p{L}+| [\w-]+\.[\w.-]+){0,4}? (?:is|are|wird|est|es|è|é|jest|je|er|ägs|drivs|drives|eies)? ?(?:(?:owned|operated|run|published|provided|maintained)(?: and (?:operated|owned|maintained|managed))? by|betrieben von|herausgegeben von|(?:éditée?|exploitée?|publiée?|proposée?)(?: et \p{L}+)? par|(?:propiedad|titularidad) de|operad[oa] (?:por|de)|gestionad[oa] por|gestit[oa] da|di proprietà di|propriedade d[aeo]|mantid[oa] p(?:or|el[ao])|prowadzon[aey] (?:jest )?przez|provozuje|provozován\p{L}* (?:společností)?|prevádzkuje|wordt beheerd door|is (?:een )?eigendom van|av|af|drivs av|drives av|este (?:operat|deținut|administrat) de)|(?:proveedor|titular|proprietario|editor|propriétaire|éditeur|owner|betreiber(?:in)?)(?: d\p{L}+ (?:\p{L}+ )?(?:sito|sitio|site|web|website|webseite|seite))+ (?:is|ist|est|es|è|é))\s*:?\s(?:(?:the|der|die|das|la|le|el|il|lo|a|o|firmą?|firma|spółk\p{L}+|společnost\p{L}*|spoločnosť|empresa|société|sociedad|mercantil|company|entidad|entreprise)\s)*[«"„“]?(\p{Lu}[^,;:()«»"„“”@]{1,60}?)[»"“”]?(?=,|;|\s?\(|\.(?:\s|$)|$|\s(?:au capital|mit Sitz|con (?:sede|domicilio)|having|with (?:its )?registered|z siedzibą|se sídlem|so sídlom|dont le siège|immatriculée?|domiciliad[ao]|whose|company number|a company|société|with company|\(?NIF|\(?CIF)(?!\p{L}))/u;
const MAX_SENTENCE_CHARS = 500;

export function operators({ pages }: Site): string[] {
  const told = pages.filter((page) => isNotice(page) || page.role === "home").flatMap((page) =>
    page.lines.flatMap(({ text }, index) =>
      text.length < 30 || text.length > MAX_SENTENCE_CHARS || page.foreignLines.has(index)
        ? []
        : OPERATED.exec(text)?.[1] ?? []
    )
  );
  return told.filter((text) => !isPersonName(text)).slice(0, MAX_LEGAL_NAMES);
}

const MAX_ABOVE = 2;

/** The line on top of an address, where a letter would have the name; a building may stand between. */
export function aboveAddresses(site: Site): string[] {
  return [...addressed(site), ...beforeStreets(site)].filter((text) => {
    const fit = likeness(text, site);
    if (fit >= 0.15) return true;
    // `Vivolino Private Care` is written like a name, too.
    return countWords(text) > 2 || (countWords(text) === 2 && !isPersonName(text));
  }).slice(0, MAX_LEGAL_NAMES);
}

/** Who works under her own name, where a notice says no other. */
export function personsAboveAddresses(site: Site): string[] {
  const named = site.pages.filter(isNotice).flatMap(({ lines }) =>
    lines.flatMap(({ text }) => NAMED.exec(text)?.[1] ?? [])
  );
  return [...addressed(site), ...named].filter(isPersonName).slice(0, MAX_LEGAL_NAMES);
}

const MAX_FOOT_CHARS = 200;

/** `Willow Creek Pottery, 88 Mill Road, Asheville`, in a page's frame. */
function beforeStreets({ pages }: Site): string[] {
  return pages.flatMap((page) =>
    page.lines.flatMap(({ text, place }, index) => {
      if (place !== "footer" && !isNotice(page)) return [];
      if (text.length > MAX_FOOT_CHARS || page.foreignLines.has(index) || !/\d/.test(text)) return [];
      const [name = "", street = ""] = text.split(/\s*[,|·•]\s*|\s[–—-]\s/, 2);
      return isStreet(street) && !isStreet(name) && isAddressed(name) ? [name] : [];
    })
  );
}

function addressed({ pages }: Site): string[] {
  return pages.filter(isNotice).flatMap((page) =>
    page.lines.flatMap(({ text }, index) => {
      if (!isStreet(text.replace(/,$/, "")) || page.foreignLines.has(index)) return [];
      const above = page.lines.slice(Math.max(0, index - MAX_ABOVE), index).reverse();
      const [near, far] = above.map((line) => line.text.replace(/,$/, ""));
      const top = near !== undefined && /^\d|floor|house|building|suite/i.test(near) ? far : near;
      return top !== undefined && isAddressed(top) ? [top] : [];
    })
  );
}

/** A short line without numbers that is no sentence and no label. */
function isAddressed(text: string): boolean {
  return text.length <= 60 && /^\p{Lu}/u.test(text) &&
    !/[\d@:;?!©|]|(?<!\b\p{L}{1,3})\.$|www\./u.test(text) &&
    !isNoName(text);
}

/** Short lines that are called like the domain, where nothing else says the name. */
export function namedLines(site: Site): string[] {
  return site.pages.filter(isNotice).flatMap((page) =>
    page.lines.filter(({ text, place }, index) =>
      text.length <= 40 && place !== "header" && !/[@:/]|www\./.test(text) && !page.foreignLines.has(index) &&
      likeness(text, site) >= 0.15
    ).map(({ text }) => text)
  );
}

function isNotice(page: SitePage): boolean {
  return /legal|contact/.test(toldRole(page));
}
