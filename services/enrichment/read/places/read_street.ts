/** The street of an address: before its town, above it, or behind it. */
import type { PageLine } from "../../parse/parsed_page.ts";

const HOUSE_NUMBER = "\\d{1,5}\\s?[a-zA-Z]?(?:\\s?[-–/]\\s?\\d{0,4}\\s?[a-zA-Z]?)?";
const NUMBER_LAST = new RegExp(
  `^\\p{L}[\\p{L}\\d .,'’()/„“”«»\"-]{2,60}[ .,]\\s?(?:[nN][°ºr]\\.?\\s?)?${HOUSE_NUMBER}(?:\\s*[,/–-]?\\s*\\p{L}?[\\p{L}\\d .°º#/-]{0,25})?$`,
  "u",
);
const NUMBER_FIRST =
  /^\d{1,5}(?:[-–/]\d{1,5})?\s?(?:bis|ter|[a-zA-Z])?,?\s+(?:\p{L}|\d+(?:st|nd|rd|th))[\p{L}\d .,'’#-]{3,60}$/u;
/** `Unit 4, Ballymaley Business Park` */
const UNIT_FIRST =
  /^(?:Unit|Suite|Level|Floor|Shop|Office|Plot|House|Block|Stand|Portion)(?: No\.?)? (?:[A-Z]{1,2}-?)?\d{1,4}[A-Z]?(?:[-/]\d{1,4})?,? \p{Lu}[\p{L}\d .,'’/-]{3,60}$/u;
/** `74, bajo`: the street stands before the number. */
const FLOOR_ONLY =
  /^\d{1,5}\s?[a-zA-Z]?,?\s+(?:bajos?|piso|planta|local|sala|loja|andar|étage|etage|sal|og|stock|tr|kat|piętro|patro|interno|scala)(?!\p{L})[^,]{0,15}$/iu;
/** `kat 2`, `entrance 3`: what is in a house, behind its street. */
export const FLOOR_FIRST =
  /^(?:floor|entrance|door|apt|apartment|flat|stiege|stock|tür|top|piano|int(?:erno)?|scala|piso|planta|puerta|esc(?:alera)?|étage|etage|bât(?:iment)?|porte|andar|ulaz|sprat|kat|stan|vchod|poschodie|patro|podlaží|piętro|lok(?:al)?|m|etaj|ap|sc|bl|em(?:elet)?|ajtó|daire|aukštas|stāvs|korrus|вх(?:од)?|влез|кат|ет(?:аж)?|эт(?:аж)?|кв|оф(?:ис)?|ап|под(?:ъезд)?|пом(?:ещение)?|όροφος)\.?\s?(?:n[or]\.?\s?)?(?:\d{1,4}\p{L}?|\p{Lu})\.?(?:,|$)/iu;
/** `H. No. 2-7-77, Bharat Nagar` */
const INDIAN =
  /^(?:H\.? ?No|D\.? ?No|Door No|Flat No|Shop No|Plot No|House No|Survey No)\.?:? ?[A-Z]?-?\d[\w/+&-]*(?:, | to |\s)[\p{L}\d .,'/+&-]{4,80}$/iu;
/** `Av. Central, Qd. 12 Lt. 3` */
const BRAZILIAN_PLOT =
  /^\p{Lu}[\p{L}\d .'’-]{3,60},\s*(?:quadra|qd|q)\.?\s?[\dA-Z]{1,5},?\s*(?:lote|lt|l)\.?\s?[\dA-Z]{1,5}$/iu;
const NO_STREET =
  /[§@©]|www\.|https?:|(?<!\p{L})(?:tel(?:efon|efax)?|fax|phone|copyright|vat|ust|hr[ab]|iban|gmbh|handelsregister|geschäftsführ\p{L}*|uhr|seit|since|p\.? ?o\.? ?box|postfach|postboks|postbus|apartado|casilla|(?:pl|bp|box)(?= \d)|(?:charity|company|registration|registered|reg|licen[cs]e) n(?:o|umber|r)|artikel|absatz|abs|siret|siren|r\.?c\.?s|capital|org\.?\s?n\p{L}*|kvk|btw)(?!\p{L})/iu;

/** `Avenue de Bastia`, where no house has a number. */
const WAY_FIRST =
  /(?:^|\s)((?:Avenue|Rue|Boulevard|Place|Chemin|Route|Impasse|Allée|Quai|Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Paseo|Rua|Largo|Praça|Travessa)(?:(?: (?:de|du|des|la|le|les|del|della|dei|do|da|dos|das|los|las|di|d['’]|l['’])){0,2} ?\p{Lu}[\p{L}'’-]+){1,4})$/u;
const QUARTER = /^\p{Lu}[\p{L}'’. -]{2,35},\s*$/u;

/** `вн. тер. г. муниципальный округ Беговой`, between the town and its street. */
const RUSSIAN_DISTRICT = /^(?:вн\. ?тер|муниципальный округ|мо |р-н|район|г\. ?о\.)/iu;
const RUSSIAN_WAY =
  /^(?:\d{1,2}-\p{L}{1,2} )?(?:ул|улица|пр|пр-т|проспект|пер|наб|ш|шоссе|б-р|бульвар|пл)\.?\s/iu;
const RUSSIAN_HOUSE = /^(?:(?:д|дом|зд|здание|вл)\.?\s?)?\d/iu;

export function streetBefore(before: string, lines: readonly PageLine[], index: number): string | undefined {
  const parts = before.split(/[|•·;:\n\p{Extended_Pictographic}]|\s[–-]\s/u).map((part) =>
    part.trim().replace(/[,\s]+$/, "")
  );
  const written = parts.filter((part) => part !== "");
  // A quarter of the town may stand between the street and the town.
  const own = written.slice(-3).reverse().map(findStreet).find((street) => street !== undefined);
  if (own !== undefined) return own;
  const way = WAY_FIRST.exec(written.at(-1)?.split(",").at(-1) ?? "")?.[1];
  if (way !== undefined) return way;
  // A quarter alone may stand between the street's line and the town.
  if (before.replace(/[^\p{L}\d]/gu, "").length > 3 && !QUARTER.test(before)) return undefined;
  const above = [lines[index - 1]?.text ?? "", lines[index - 2]?.text ?? ""];
  const [nearest = ""] = above;
  const ofHouse = SUITE.test(nearest) ? findStreet(above[1]!.replace(/[,\s]+$/, "")) : undefined;
  if (ofHouse !== undefined) return ofHouse;
  const found = above.map((text) => findStreet(text.replace(/[,\s]+$/, "")));
  return found.find((street) => street !== undefined) ?? wayAlone(above[0]) ?? postBox(above[0]);
}

/** Some have no other address. */
const POST_BOX = /^P\.? ?O\.? ?Box \d{1,6}$/i;

export function postBox(line = ""): string | undefined {
  const text = line.trim().replace(/,$/, "");
  return POST_BOX.test(text) ? text : undefined;
}

/** Alone on its line, below the street. */
const SUITE = /^(?:Suite|Ste|Unit|Floor|Apt|Office|Room|#)\.? ?#?[\dA-Z-]{1,6},?$/i;

/** `8500 Pápa`, and the street on the next line: not where that is another town's. */
export function streetBelow(lines: readonly PageLine[], index: number): string | undefined {
  const [below = "", further = ""] = [lines[index + 1]?.text, lines[index + 2]?.text];
  const street = below.replace(/[.\s]+$/, "");
  return isStreet(street) && !/^\p{L}{0,2}-?\d{4,6} \p{Lu}/u.test(further) ? street : undefined;
}

/** `Woodhill Street`, and nothing else. */
const WAY_LAST =
  /^(?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:Street|Road|Rd|Lane|Ln|Avenue|Ave|Blvd|Drive|Way|Close|Crescent|Terrace|Square|street|road|lane|avenue|Industrial Estate|Business Park)$/u;

/** `Location Woodward Rd`, where only styles part the two. */
const LABEL_BEFORE_WAY = /^(?:location|address|our office|find us|visit us):?\s+(?=\p{Lu}\S*\s\p{Lu})/iu;

/** Without a number a way must fill its line. */
export function wayAlone(line = ""): string | undefined {
  const text = line.trim().replace(/,$/, "").replace(LABEL_BEFORE_WAY, "");
  return WAY_FIRST.exec(text)?.[1] === text || WAY_LAST.test(text) ? text : undefined;
}

/** `Naveen Complex, Ring Road, Rampur`, where houses have names and quarters. */
const PARTS = /^(?:[\p{Lu}\d][\p{L}\d .'’&()/-]{2,40},\s*){2,7}$/u;

export function partsBefore(before: string): string | undefined {
  const text = before.replace(/^[^\p{L}\d]+|^.{0,20}:\s*/u, "").trim();
  return PARTS.test(text) && !NO_STREET.test(text) ? text.replace(/,$/, "") : undefined;
}

/** `dont le siège social est situé 14 rue des Carmes` */
export const SITUATED =
  /^.*?(?<!\p{L})(?:estamos en|nos encontramos en|ci trov\p{L}+ in|siamo in|nous sommes (?:au|à)|(?:find|visit|meet) us at|we are (?:located )?at|finden (?:sie )?uns in der|situ[ée]e?s?(?: (?:au|aux|à))?|sise? (?:au|à)?|located (?:at|on)|situad[oa] en|ubicad[oa] en|sit[oa] (?:en|in)|domicilio(?: social| legal| fiscal)? en|con sede(?: legale)? in|zetel te|gevestigd (?:te|aan)|z siedzibą (?:w|przy)(?: \p{L}+,)?|se sídlem|so sídlom|med säte (?:på|i))\s+/iu;

function findStreet(text: string): string | undefined {
  // Signs of a map or a letter stand before it.
  const bare = text.replace(/^[^\p{L}\d(]+/u, "").replace(
    /^.*?(?:adress[e]?|address|anschrift|sitz|sede|siège|adres[ay]?s?|aadress|osoite|direcci[oó]n|endereço|morada|indirizzo|cím|székhely|sídlo|naslov|адрес|διεύθυνση|office|гр\.)\s*:?\s+/iu,
    "",
  ).replace(SITUATED, "");
  const segments = bare.replace(/,?\s*C\.?P\.?:?$/, "").split(/,\s*/);
  for (const left of [segments, segments.slice(0, -1)]) {
    const street = nearestStreet(left);
    if (street !== undefined) return street;
  }
  return undefined;
}

function nearestStreet(segments: readonly string[]): string | undefined {
  // The last segments are nearest to the town; a company's or building's name may stand before them.
  for (let count = 1; count <= Math.min(5, segments.length); count++) {
    const street = segments.slice(-count).join(", ").trim();
    if (isStreet(street)) return street;
  }
  return undefined;
}

export function isStreet(text: string): boolean {
  if (text.length < 5 || text.length > 90 || NO_STREET.test(text)) return false;
  if (FLOOR_ONLY.test(text) || FLOOR_FIRST.test(text)) return false;
  if (INDIAN.test(text) || BRAZILIAN_PLOT.test(text)) return true;
  return NUMBER_LAST.test(text) || NUMBER_FIRST.test(text) || UNIT_FIRST.test(text);
}

/** `9021 Győr, Baross Gábor út 21.` */
export function streetBehind(after: string): string | undefined {
  const [own = ""] = after.replace(/^[,\s]+/, "").split(/[|•·;\n]|\s[–-]\s/);
  const segments = own.split(/,\s*/).filter((segment) => !RUSSIAN_DISTRICT.test(segment));
  const [way = "", house = ""] = segments;
  if (RUSSIAN_WAY.test(way) && RUSSIAN_HOUSE.test(house)) return `${way}, ${house}`.trim();
  return [1, 2].map((count) => segments.slice(0, count).join(", ").replace(/[.\s]+$/, "")).find(isStreet);
}

export function streetAfter(after: string): string | undefined {
  const [street] = /^[\p{L}\p{N}ヶケー・\-‐－−]{2,40}/u.exec(after.trim()) ?? [];
  return street && /\d/.test(street.normalize("NFKC")) ? street : undefined;
}
