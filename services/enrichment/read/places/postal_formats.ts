/** How postal codes and towns are written, by country. */

export interface PostalFormat {
  readonly countries: readonly string[];
  /** Named groups `zip` and `city`, in some countries `state`, or `street` where both are told by one pattern. */
  readonly pattern: RegExp;
  /** Where the street stands: before the town as in most of the world, or after it. */
  readonly streetIs: "before" | "after";
  /** Too common a form to be read on the site of another country; so are those of several countries. */
  readonly isLocal?: boolean;
}

const WORD = "\\p{Lu}[\\p{L}'’.]*";
const PARTICLE =
  "(?:am|an|der|dem|im|in|ob|bei|la|le|les|sur|de|del|della|di|do|da|den|het|aan|upon|og|och|i|en|y|e|el|los|las|lès|lez|sous|dei|y|nad|pod|při|pri|u|bei)";
const CITY =
  `(?<city>${WORD}(?:[ /-](?:${PARTICLE}[ -])?(?:${WORD}|\\d{1,2}(?![\\d])|\\([\\p{L}. /]{2,30}\\))){0,4})`;
const CITY_BEFORE = `(?<city>${WORD}(?:[ -](?:(?:${PARTICLE})[ -])?${WORD}){0,3})`;
const START = "(?<![\\p{L}\\d.,+/-])";

function town(zip: string, countries: readonly string[]): PostalFormat {
  return { countries, pattern: new RegExp(`${START}${zip},?\\s+${CITY}`, "u"), streetIs: "before" };
}

/** `Nairobi 00100`, `Colombo, 00300` */
function townFirst(zip: string, countries: readonly string[]): PostalFormat {
  // In some of these countries the town may as well follow the code.
  const pattern = new RegExp(
    `${CITY_BEFORE}(?<!(?:Street|St|Road|Rd|Avenue|Ave|Highway|Lane|Drive|Building|Floor)\\.?)\\s*[-–,]?\\s+(?<zip>${zip})(?![\\d-])`,
    "u",
  );
  return { countries, pattern, streetIs: "before", isLocal: true };
}

export const US_STATES =
  "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC";
export const US_STATE_NAMES =
  "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming";
export const AU_STATES =
  "NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Victoria|New South Wales|Queensland|South Australia|Western Australia|Tasmania";
export const CA_PROVINCES =
  "ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU|Ontario|Qu[eé]bec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland(?: and Labrador)?|Prince Edward Island|Colombie-Britannique|Nouvelle-Écosse|Nouveau-Brunswick";
export const BR_STATES = "AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO";

export const IN_STATES =
  "Maharashtra|Karnataka|Tamil ?Nadu|Telangana|Andhra Pradesh|Kerala|Gujarat|Rajasthan|Punjab|Haryana|Uttar Pradesh|Madhya Pradesh|West Bengal|Bihar|Odisha|Assam|Goa|Jharkhand|Uttarakhand|Himachal Pradesh|Chhattisgarh";
export const MX_STATES =
  "Jalisco|Nuevo León|N\\.? ?L\\.?|Jal\\.|Puebla|Querétaro|Qro\\.|Guanajuato|Gto\\.|Yucatán|Quintana Roo|Veracruz|Oaxaca|Chiapas|Sonora|Sinaloa|Chihuahua|Coahuila|Tamaulipas|Michoacán|Baja California(?: Sur)?|CDMX|Edo\\. ?(?:de )?Méx\\.";

/** `Tielt, 8700`, and nothing else. */
function townAlone(zip: string, countries: readonly string[]): PostalFormat {
  const pattern = new RegExp(`^[^\\p{L}\\d]*${CITY_BEFORE},\\s(?<zip>${zip})$`, "u");
  return { countries, pattern, streetIs: "before", isLocal: true };
}

export const POSTAL_FORMATS: readonly PostalFormat[] = [
  {
    countries: ["US"],
    pattern: new RegExp(
      `${CITY_BEFORE},?(?:\\s+${WORD}\\s+County,?)?\\s+(?<state>${US_STATES}|${US_STATE_NAMES})\\.?,?\\s+(?<zip>\\d{5})(?:-\\d{4})?(?!\\d)`,
      "u",
    ),
    streetIs: "before",
  },
  {
    countries: ["CA"],
    pattern: new RegExp(
      `${CITY_BEFORE},?\\s+\\(?(?<state>${CA_PROVINCES})\\)?,?\\s+(?<zip>[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d)`,
      "u",
    ),
    streetIs: "before",
  },
  {
    // The town stands above, with its province.
    countries: ["CA"],
    pattern: /^(?<zip>[A-Z]\d[A-Z]\s?\d[A-Z]\d)$/u,
    streetIs: "before",
    isLocal: true,
  },
  {
    countries: ["AU"],
    pattern: new RegExp(`${CITY_BEFORE},?\\s+(?<state>${AU_STATES}),?\\s+(?<zip>\\d{4})(?!\\d)`, "u"),
    streetIs: "before",
  },
  {
    countries: ["GB"],
    pattern: new RegExp(
      `(?:${CITY_BEFORE}[,.]?\\s+)?(?<zip>(?<![A-Z0-9])[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2})(?![A-Z0-9])`,
      "u",
    ),
    streetIs: "before",
  },
  {
    countries: ["IE"],
    pattern: new RegExp(
      `(?:${CITY_BEFORE}(?: \\d{1,2}W?)?,?\\s+(?:(?:Co\\.|Co|County)\\s+${WORD},?\\s+)?)?(?<zip>(?<![A-Z0-9])[AC-FHKNPRTV-Y]\\d[\\dW]\\s?[A-Z\\d]{4})(?![A-Z0-9])`,
      "u",
    ),
    streetIs: "before",
  },
  {
    countries: ["BR"],
    pattern: new RegExp(
      `${CITY_BEFORE}\\s?[,/–-]\\s?(?<state>${BR_STATES})[\\s,.–-]*(?:CEP:?\\s*)?(?<zip>\\d{5}-\\d{3})(?!\\d)`,
      "u",
    ),
    streetIs: "before",
  },
  {
    // The town stands above, with its state and country.
    countries: ["BR"],
    pattern: /^(?:CEP:?\s*)?(?<zip>\d{5}-\d{3})$/u,
    streetIs: "before",
    isLocal: true,
  },
  {
    countries: ["RO"],
    pattern: new RegExp(
      `${CITY_BEFORE}(?:,\\s+(?:jud\\.?|județul|sector(?:ul)?)\\s+[\\p{L}\\d-]+)?,?\\s+(?:[Cc]od(?:ul)? po[sș]tal:?\\s*)(?<zip>\\d{6})(?!\\d)`,
      "u",
    ),
    streetIs: "before",
  },
  {
    countries: ["LV"],
    pattern: new RegExp(`${CITY_BEFORE},?\\s+(?<zip>LV-\\d{4})(?!\\d)`, "u"),
    streetIs: "before",
  },
  {
    countries: ["LT"],
    pattern: new RegExp(`${CITY_BEFORE},?\\s+(?<zip>LT-\\d{5})(?!\\d)`, "u"),
    streetIs: "before",
  },
  {
    // `Pihlaka tn 4-2 Kastre alevik, 61234`
    countries: ["EE"],
    pattern:
      /(?<street>\p{Lu}[\p{L} .'’-]{1,30}\s(?:tn|tänav|tee|pst|puiestee|mnt|maantee|põik)\.?\s\d{1,4}\p{L}?(?:[-/]\d{1,4}\p{L}?)?),?\s+(?<city>\p{Lu}[\p{L}-]+(?: alevik| küla| alev| linn)?)(?:,\s+\p{Lu}[\p{L}-]+ (?:vald|maakond|linn)){0,2},?\s+(?<zip>\d{5})(?!\d)/u,
    streetIs: "before",
    isLocal: true,
  },
  {
    // `Lhotka 123, 739 47`: houses of a village are numbered, and its streets have no names.
    countries: ["CZ", "SK"],
    pattern: new RegExp(
      `^(?:[^\\p{L}\\d]|\\p{L}{3,20}:\\s)*(?<street>${CITY_BEFORE}(?<!(?:ov[aá]|[sc]k[aá]|n[íá]|ého|ích|ých|ulic[ea]|náměstí|námestie|nábřeží|třída|cesta))\\s(?:č\\.\\s?p\\.\\s?)?\\d{1,4}),\\s+(?<zip>\\d{3} \\d{2})$`,
      "u",
    ),
    streetIs: "before",
    isLocal: true,
  },
  townAlone("\\d{4}", ["BE", "CH", "AT", "DK", "NO", "HU", "SI", "LU", "CY", "AR"]),
  townAlone("\\d{5}", ["DE", "FR", "IT", "ES", "HR", "EE", "FI", "TR", "RS", "MX", "GR"]),
  townFirst("\\d{4}", ["NZ", "ZA", "BG", "AU", "BD", "PH", "GE", "AM"]),
  townFirst("\\d{5}(?:-\\d{4}(?!\\d))?", ["SA", "EG", "KE", "PK", "LK", "ID", "TH", "PE", "JO", "NP", "UA"]),
  townFirst("\\d{6}", ["NG", "VN", "RU", "BY", "KZ", "KG", "UZ"]),
  townFirst("\\d{7}", ["IL"]),
  townFirst("[A-Z]{3} ?\\d{4}", ["MT"]),
  {
    // `P.O. Box 51234-00100, Nairobi`
    countries: ["KE"],
    pattern: new RegExp(`Box\\s\\d{1,6}\\s?[-–,]\\s?(?<zip>\\d{5})(?:,?\\s+GPO)?,?\\s+${CITY}`, "u"),
    streetIs: "before",
    isLocal: true,
  },
  {
    countries: ["TW"],
    pattern: /(?<!\d)(?<zip>\d{3}(?:\d{2,3})?)\s?(?<city>\p{Script=Han}{2}[市縣])/u,
    streetIs: "after",
    isLocal: true,
  },
  {
    countries: ["CN"],
    pattern: /(?<city>\p{Script=Han}{2,4}市)[^\d]{0,20}(?:\d{1,5}号)?[^\d]{0,20}(?<zip>\d{6})(?!\d)/u,
    streetIs: "after",
    isLocal: true,
  },
  {
    countries: ["SG"],
    pattern: /(?<city>Singapore|SINGAPORE)[\s,]+(?:\(?S\)?\s?)?\(?(?<zip>\d{6})(?!\d)/u,
    streetIs: "before",
  },
  {
    countries: ["IN", "SG", "CN"],
    pattern: new RegExp(
      `${CITY_BEFORE}\\s*[-–,]?\\s*(?:PIN:?\\s*)?(?<zip>[1-9]\\d{2}\\s?\\d{3})(?!\\d)`,
      "u",
    ),
    streetIs: "before",
  },
  {
    countries: ["JP"],
    pattern:
      /〒?\s*(?<zip>\d{3}[-‐－−]\d{4})\s*(?<state>東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県)?\s*(?<city>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ヶケ]{1,8}?(?:市|区|郡|町|村))/u,
    streetIs: "after",
  },
  town("(?<zip>\\d{4}\\s?[A-Z]{2})", ["NL"]),
  town("(?<zip>\\d{4}-\\d{3})", ["PT"]),
  town("(?<zip>\\d{5}-\\d{3})", ["BR"]),
  town("(?<zip>\\d{2}-\\d{3})", ["PL"]),
  // The first digit tells the Czech codes from the Slovak ones.
  { ...town("(?:SK[- ])?(?<zip>0\\d{2} \\d{2})", ["SK"]), isLocal: true },
  town("(?:(?:SE|S|CZ|GR)[- ])?(?<zip>[1-7]\\d{2} \\d{2})", ["SE", "CZ", "GR"]),
  town("(?:(?:SE|S|SK|GR)[- ])?(?<zip>[89]\\d{2} \\d{2})", ["SE", "SK", "GR"]),
  town("(?<zip>\\d{6})", ["RO", "RU", "BY", "KZ", "CO", "EC"]),
  { ...town("(?<zip>\\d{7})", ["CL"]), isLocal: true },
  { ...town("(?:(?:IS|FO)[- ])?(?<zip>\\d{3})", ["IS", "FO"]), isLocal: true },
  { ...town("(?<zip>[A-HJ-NP-Z]\\d{4}[A-Z]{3})", ["AR"]), isLocal: true },
  { ...town("(?<zip>AZ ?\\d{4})", ["AZ"]), isLocal: true },
  {
    countries: ["AR", "UY", "CL"],
    pattern: new RegExp(`\\((?<zip>[A-Z]?\\d{4,5})\\),?\\s+${CITY}`, "u"),
    streetIs: "before",
  },
  {
    countries: ["RU", "KZ", "BY", "KG", "UZ"],
    pattern: new RegExp(`${START}(?<zip>\\d{6}),?\\s+(?:г\\.\\s?|город\\s)${CITY}`, "u"),
    streetIs: "before",
  },
  {
    // The town stands above.
    countries: ["RU", "KZ", "BY", "KG", "UZ"],
    pattern: new RegExp(
      `${START}(?<zip>\\d{6}),\\s+(?=(?:ул|пр|просп|пер|б-р|ш|наб|пл|мкр|проспект|улица|бульвар|шоссе)\\.?\\s)`,
      "u",
    ),
    streetIs: "before",
  },
  {
    countries: ["IL"],
    pattern:
      /(?<city>\p{Script=Hebrew}[\p{Script=Hebrew}'"׳״ -]{1,25}?),?\s+(?:מיקוד:?\s*)?(?<zip>\d{7})(?!\d)/u,
    streetIs: "before",
  },
  {
    // `Siège social : Saint-Étienne (42000)`
    countries: ["FR", "IT", "ES"],
    pattern: new RegExp(`${CITY_BEFORE}\\s\\((?<zip>\\d{5})\\)`, "u"),
    streetIs: "before",
  },
  town("(?:(?:DE|D|F|FR|I|IT|E|ES|FI|FIN|HR|EE|SM|SE|UA|LT|RS|MC)[- ])?(?<zip>\\d{5})", [
    "DE",
    "FR",
    "IT",
    "ES",
    "FI",
    "HR",
    "EE",
    "SM",
    "TR",
    "SE",
    "LT",
    "RS",
    "ME",
    "MC",
    "BA",
    "UA",
    "MX",
    "MY",
    "TH",
    "MA",
    "CR",
    "CZ",
    "SK",
    "GR",
    "DZ",
    "UY",
  ]),
  town("(?:(?:AT|A|CH|BE|B|DK|NO|N|HU|H|SI|LU|L|LI|BG|ZA|AR|MD|AL|TN|CY|MK|GE)[- ])?(?<zip>\\d{4})", [
    "AT",
    "CH",
    "NO",
    "DK",
    "BE",
    "HU",
    "SI",
    "LU",
    "LI",
    "BG",
    "ZA",
    "AR",
    "CY",
    "MK",
    "PH",
    "MD",
    "AL",
    "TN",
  ]),
];
