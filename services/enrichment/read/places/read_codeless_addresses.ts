/** Addresses whose street tells what it is: where people leave the postal code out, or write the largest part first. */
import { type Candidate, quoteAround } from "../candidate.ts";
import { countryName } from "./countries.ts";
import { isOwnGround } from "../own_ground.ts";
import type { Site, SitePage } from "../site.ts";

const EXTRACTOR = "codeless/2";
const MAX_LINE_CHARS = 400;
const CONFIDENCE = 0.72;
const HEAD_OFFICE_GAIN = 0.06;
/** Below a map stands whatever is on it. */
const TOWNLESS_MALUS = 0.06;
const HEAD_OFFICE = /본사|본점|genel merkez|merkez ofis|head office/i;

interface Form {
  readonly countries: readonly string[];
  /** Named groups `street`, `city` and `region`, of which the town is the first that is there; in some countries `zip`. */
  readonly pattern: RegExp;
  /** How the town is told beside the street, or on the line above or below. */
  readonly townNear?: RegExp;
}

const FORMS: readonly Form[] = [
  {
    countries: ["KR"],
    pattern:
      /(?:(?<zip>\d{5})\)?\s+)?(?<region>(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별시|광역시|특별자치시|시)?|(?:경기|강원|제주)(?:특별자치)?도?|(?:충청|전라|경상)[남북]도|[충전경][남북])\s+(?:(?<city>[가-힣]{1,5}[시군])\s+)?(?:[가-힣]{1,5}구\s+)?(?<street>(?:[가-힣]{1,6}[읍면동]\s+)?[가-힣\d]{1,12}(?:로|길)\s?\d+(?:-\d+)?(?:번길\s?\d+(?:-\d+)?)?(?:,?(?:\s[가-힣A-Za-z]{2,12})?\s\d{1,5}(?:호|층))?)/u,
  },
  {
    countries: ["TR"],
    pattern:
      /(?<street>\p{Lu}[\p{L}\d.'’]*(?:\s[\p{L}\d.'’]+){0,3}?\s(?:Mah|MAH|Mh|Cad|CAD|Cd|Sok|SOK|Sk|SK|Bulv|BULV|Blv)(?![\p{Ll}]{9})\p{L}*\.?(?:,?\s[\p{L}\d.'’]+){0,6}?,?\s(?:No|NO|no)\s?[:.]?\s?\d+[\w/-]*)(?:[\s,]+(?:(?:\d{5}\s)?\p{Lu}\p{L}+\s?[/–-]\s?)(?<city>\p{Lu}\p{L}+))?/u,
    // `ARİFİYE / SAKARYA`
    townNear: /(?:^|,\s)\p{Lu}\p{L}+\s?[/–-]\s?(\p{Lu}\p{L}+)$/u,
  },
  {
    countries: ["VN"],
    pattern:
      /(?<street>(?<!\w)\d[\w/.-]{0,15},?\s(?:[Đđ]ường\s)?\p{Lu}[\p{L}\d ]{2,40}?),\s*(?:(?:Phường|P\.|Xã|Thị trấn)\s?[\p{L}\d ]{1,30},\s*)?(?:(?:Quận|Q\.|Huyện|H\.|Thị xã)\s?[\p{L}\d ]{1,30},\s*)(?<city>(?:TP\.?\s?|Thành phố\s|Tỉnh\s)?\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){1,3})/u,
  },
  {
    // `No. 18 Park road, opposite the mosque, Zaria, Kaduna State`
    countries: ["NG"],
    pattern:
      /(?<street>(?<![\p{L}\d])(?:(?:No|Plot|Block|Suite|Shop|House)\.?\s?)?\d{1,4}[A-Z]?,?\s\p{Lu}[^,]{3,40}(?:,[^,\d]{3,40}){0,2}),\s*(?<city>\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?)(?:,\s*|\s+)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? State(?!\p{L})/u,
  },
  {
    // `м. Київ, вул. Садова, 12`
    countries: ["UA", "RU", "BY", "KZ", "KG", "UZ", "BG"],
    pattern:
      /(?<!\p{L})(?<street>(?:ул|вул|пр-т|просп|пр|пер|пров|б-р|бул|наб|пл|ш|улица|вулиця|проспект|бульвар|переулок|провулок|площадь|площа|набережная|шоссе|шосе)\.?\s["«„]?(?:\d{1,3}[\p{L}-]*\s)?\p{Lu}[\p{L}\d.'’"»“ -]{1,40}?,?\s?(?:(?:д|дом|буд|будинок)\.?\s?|№\s?)?(?<![\d-])\d{1,4}(?:\s?[-/]\s?\d{1,3})?(?:\s?[«"]?\p{Lu}[»"]?)?)(?![\p{L}\d])/u,
    townNear:
      /(?<!\p{L})(?:(?:г|м|гр)\.\s?|город\s|місто\s)(\p{Lu}[\p{Ll}'’ʼ]+(?:[ -](?:на-)?\p{Lu}[\p{Ll}'’ʼ]+)?)/u,
  },
];

export function readCodelessAddresses(site: Site): Candidate[] {
  const forms = FORMS.filter(({ countries }) => countryOf(countries, site) !== undefined);
  if (forms.length === 0) return [];
  return site.pages.flatMap((page) =>
    page.lines.flatMap((line, index) =>
      line.text.length > MAX_LINE_CHARS || !/\d/.test(line.text) || page.foreignLines.has(index) ||
        !isOwnGround(page, index, site)
        ? []
        : forms.flatMap((form) => readAddress(form, { page, index, site }))
    )
  );
}

function countryOf(countries: readonly string[], site: Site): string | undefined {
  return site.countries.find((code) => countries.includes(code));
}

interface Where {
  readonly page: SitePage;
  readonly index: number;
  readonly site: Site;
}

function readAddress({ countries, pattern, townNear }: Form, { page, index, site }: Where): Candidate[] {
  const line = page.lines[index]?.text ?? "";
  const below = page.lines[index + 1]?.text ?? "";
  // What ends with a comma goes on below.
  const text = /,$/.test(line) && !pattern.test(line) ? `${line} ${below}` : line;
  const { street, city, region, zip } = pattern.exec(text)?.groups ?? {};
  const country = countryOf(countries, site);
  if (street === undefined || country === undefined) return [];
  const near = [index, index + 1, index - 1].map((at) => page.lines[at]?.text ?? "");
  const [beside] = near.flatMap((line) => townNear?.exec(line)?.[1] ?? []);
  const town = city ?? region ?? beside;
  const isHeadOffice = HEAD_OFFICE.test(`${page.lines[index - 1]?.text ?? ""} ${text}`);
  const confidence = CONFIDENCE + (isHeadOffice ? HEAD_OFFICE_GAIN : 0) - (town ? 0 : TOWNLESS_MALUS);
  const common = { page, quote: quoteAround(text, street), extractor: EXTRACTOR, confidence };
  const written = { ...common, source: "text" as const };
  const derived = { ...common, source: "derived" as const };
  const name = countryName(country);
  return [
    { ...written, field: "addressLine1", value: street },
    ...(town ? [{ ...written, field: "city", value: town, quote: town }] : []),
    ...(zip ? [{ ...written, field: "zip", value: zip }] : []),
    { ...derived, field: "countryCode", value: country },
    ...(name ? [{ ...derived, field: "country", value: name }] : []),
  ];
}
