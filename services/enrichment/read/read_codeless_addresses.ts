/** Addresses whose street tells what it is: where people leave the postal code out, or write the largest part first. */
import { type Candidate, quoteAround } from "./candidate.ts";
import { countryName } from "./countries.ts";
import { isOwnGround } from "./own_ground.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "codeless/1";
const MAX_LINE_CHARS = 400;
const CONFIDENCE = 0.72;
const HEAD_OFFICE_GAIN = 0.06;
const HEAD_OFFICE = /본사|본점|genel merkez|merkez ofis|head office/i;

interface Form {
  readonly country: string;
  /** Named groups `street`, `city` and `region`, of which the town is the first that is there; in some countries `zip`. */
  readonly pattern: RegExp;
}

const FORMS: readonly Form[] = [
  {
    country: "KR",
    pattern:
      /(?:(?<zip>\d{5})\)?\s+)?(?<region>(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별시|광역시|특별자치시|시)?|(?:경기|강원|제주)(?:특별자치)?도?|(?:충청|전라|경상)[남북]도|[충전경][남북])\s+(?:(?<city>[가-힣]{1,5}[시군])\s+)?(?:[가-힣]{1,5}구\s+)?(?<street>(?:[가-힣]{1,6}[읍면동]\s+)?[가-힣\d]{1,12}(?:로|길)\s?\d+(?:-\d+)?(?:번길\s?\d+(?:-\d+)?)?(?:,?(?:\s[가-힣A-Za-z]{2,12})?\s\d{1,5}(?:호|층))?)/u,
  },
  {
    country: "TR",
    pattern:
      /(?<street>\p{Lu}[\p{L}\d.'’]*(?:\s[\p{L}\d.'’]+){0,3}?\s(?:Mah|MAH|Mh|Cad|CAD|Cd|Sok|SOK|Sk|SK|Bulv|BULV|Blv)(?![\p{Ll}]{9})\p{L}*\.?(?:,?\s[\p{L}\d.'’]+){0,6}?,?\s(?:No|NO|no)\s?[:.]?\s?\d+[\w/-]*)(?:[\s,]+(?:(?:\d{5}\s)?\p{Lu}\p{L}+\s?[/–-]\s?)(?<city>\p{Lu}\p{L}+))?/u,
  },
];

/** `ARİFİYE / SAKARYA` below a street. */
const DISTRICT = /^\p{Lu}\p{L}+\s?[/–-]\s?(\p{Lu}\p{L}+)$/u;

export function readCodelessAddresses(site: Site): Candidate[] {
  const forms = FORMS.filter(({ country }) => site.countries.includes(country));
  if (forms.length === 0) return [];
  return site.pages.flatMap((page) =>
    page.lines.flatMap((line, index) =>
      line.text.length > MAX_LINE_CHARS || !/\d/.test(line.text) || page.foreignLines.has(index) ||
        !isOwnGround(page, index, site)
        ? []
        : forms.flatMap((form) => readAddress(form, page, index))
    )
  );
}

function readAddress({ country, pattern }: Form, page: SitePage, index: number): Candidate[] {
  const text = page.lines[index]?.text ?? "";
  const { street, city, region, zip } = pattern.exec(text)?.groups ?? {};
  if (street === undefined) return [];
  const below = DISTRICT.exec(page.lines[index + 1]?.text ?? "")?.[1];
  const town = city ?? region ?? below;
  const isHeadOffice = HEAD_OFFICE.test(`${page.lines[index - 1]?.text ?? ""} ${text}`);
  const confidence = CONFIDENCE + (isHeadOffice ? HEAD_OFFICE_GAIN : 0);
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
