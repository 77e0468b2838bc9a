/** The words that stand before a VAT or register number, country by country, and the form of numbers without check digits. */

export interface NumberLabel {
  readonly field: "vatNumber" | "companyNumber";
  /** Where the label is used; none: everywhere. */
  readonly countries: readonly string[];
  readonly words: RegExp;
  /** What the number looks like where no check digit tells; without it the country's own rule decides. */
  readonly form?: RegExp;
}

const [BEFORE, BEHIND] = ["(?<![\\p{L}\\p{N}])(?:", ")(?!\\p{L})"];

/** Not within a word, whatever its script. */
function whole(words: string, flags = "giu"): RegExp {
  return new RegExp(BEFORE + words + BEHIND, flags);
}

function vat(countries: string, words: string): NumberLabel {
  return { field: "vatNumber", countries: list(countries), words: whole(words) };
}

function register(countries: string, words: string, form?: RegExp): NumberLabel {
  return { field: "companyNumber", countries: list(countries), words: whole(words), form };
}

function list(countries: string): string[] {
  return countries.split(" ").filter((code) => code !== "");
}

const ENGLISH_NUMBER = "(?: (?:registration|reg\\.?))? ?(?:number|no\\.?|nr\\.?|#)";

export const NUMBER_LABELS: readonly NumberLabel[] = [
  vat("", "VAT(?:[ -]?(?:reg(?:istration)?\\.?|ID|identification))?(?:[ -]?(?:number|no\\.?|nr\\.?|code))?"),
  vat("DE", "USt\\.?-? ?(?:Id|Nr)[\\p{L}.-]*|Umsatzsteuer-? ?(?:Identifikations-?nummer|ID)[\\p{L}.-]*"),
  vat("AT CH", "UID(?:-?(?:Nr\\.?|Nummer))?"),
  vat("CH LI", "MwSt\\.?-?(?: ?Nr\\.?|Nummer)?|IDE|IDI"),
  vat("FR BE LU MC RO", "TVA(?: intra[\\p{L}-]*)?"),
  vat("IT SM", "P(?:artita|\\.)? ?I\\.?V\\.?A\\.?|C\\.?O\\.?E\\.?"),
  vat("NL BE", "BTW(?:-?(?:nr\\.?|nummer|id))?"),
  vat("SE DK NO", "Moms[\\p{L}.-]*|MVA(?:-?nr\\.?|-?nummer)?"),
  vat("ES RO", "C\\.?I\\.?F\\.?|N\\.?I\\.?F\\.?(?:-?IVA)?"),
  vat("PT", "N\\.?I\\.?F\\.?|NIPC|N\\.? ?[ºo]? ?(?:de )?contribuinte|contribuinte"),
  vat("FI", "ALV[\\p{L}-]*"),
  vat("PL", "NIP"),
  vat("CZ", "DIČ"),
  vat("SK", "IČ ?DPH|DIČ"),
  vat("HU", "(?:Közösségi )?Adószám(?:a|unk)?"),
  vat("HR", "OIB"),
  vat("RS", "PIB|ПИБ"),
  vat("SI", "ID(?: št\\.?)? za DDV|DDV|Davčna (?:št\\.?|številka)"),
  vat("RO", "C\\.?U\\.?I\\.?|Cod fiscal"),
  vat("BG", "ИН по (?:ДДС|ЗДДС)|ДДС(?: ?(?:№|номер))?"),
  vat("GR CY", "Α\\.?Φ\\.?Μ\\.?|AFM"),
  vat("LT", "PVM(?: mokėtojo)?(?: kodas)?"),
  vat("LV", "PVN(?: reģ\\.?)?(?: ?Nr\\.?)?"),
  vat("EE", "KMKR(?: ?nr\\.?| ?number)?"),
  vat("IN", "GSTIN?(?: ?(?:no\\.?|number))?"),

  register("DE", "HR[AB](?:[- ]?Nr\\.?|[- ]?Nummer)?", /^\d{2,6}(?: ?[A-Z]{1,2}(?![\p{L}\d]))?/u),
  register("DE", "Vereinsregister[\\p{L}-]*|VR", /^(?:VR ?)?\d{1,6}(?!\d)/),
  register("DE", "Partnerschaftsregister|Genossenschaftsregister|GnR|PR", /^(?:(?:PR|GnR) ?)?\d{1,6}(?!\d)/),
  register("AT", "FN|Firmenbuch[\\p{L}-]*", /^(?:FN ?)?\d{5,6} ?[a-zA-Z](?!\p{L})/u),
  register("AT", "ZVR[\\p{L}-]*|GISA[\\p{L}-]*", /^\d{8,10}(?!\d)/),
  register("CH LI", "UID|IDE|IDI|Firmennummer"),
  register("FR", "SIRET|SIREN|R\\.?C\\.?S\\.?|immatriculée?"),
  register("BE", "KBO|BCE|RPM|RPR|Ondernemingsnummer|N(?:uméro|°) d['’]entreprise|TVA|BTW|VAT"),
  register("NL", "KvK[\\p{L}.-]*|Kamer van Koophandel|CoC|Chamber of Commerce", /^\d{8}(?!\d)/),
  register("SE NO", "Org(?:anisa[st](?:ion|jon)s?)?\\.? ?-? ?(?:nr|nummer|no|number)\\.?|Foretaksregisteret"),
  register("DK", "CVR(?:-?(?:nr|nummer|no))?\\.?"),
  register("FI", "Y-?tunnus|LY-?tunnus|Business ID|FO-?nummer"),
  register("IT SM", "REA|R\\.E\\.A\\.", /^(?:[A-Z]{2}[ -]{0,3})?\d{5,7}(?!\d)/),
  register("PL", "KRS", /^\d{10}(?!\d)/),
  register("PL", "REGON"),
  register("CZ SK", "IČO?|[Ii]dentifikační číslo(?: osoby)?", /^\d{8}(?!\d)|^\d{3} \d{2} \d{3}(?!\d)/),
  register("PT", "NIPC"),
  register("RO", "(?=J\\d{1,2}/)", /^J\d{1,2}\/\d{1,6}\/\d{4}/),
  register("RO", "C\\.?U\\.?I\\.?|Cod fiscal"),
  register("BG", "ЕИК|EIK|БУЛСТАТ"),
  register("HR SI", "MBS|Matična št(?:\\.|evilka)", /^\d{7,10}(?!\d)/),
  register("RS", "Matični broj|MB|Матични број", /^\d{8}(?!\d)/),
  register("HU", "Cégjegyzékszám(?:a|unk)?|Cg\\.?", /^\d{2}[- ]\d{2}[- ]\d{6}/),
  register("GR", "Γ\\.?Ε\\.?ΜΗ\\.?|GEMI", /^\d{9,12}(?!\d)/),
  register("LT", "Įmonės kodas|Į\\.? ?k\\.?", /^\d{9}(?!\d)/),
  register("LV", "Reģ(?:istrācijas)?\\.? ?(?:Nr\\.?|numurs)", /^\d{11}(?!\d)/),
  register("EE", "Reg(?:istri)?\\.? ?(?:kood|nr)\\.?", /^\d{8}(?!\d)/),
  register("BR", "CNPJ"),
  register("AR", "CUIT"),
  register("CL", "RUT"),
  register("CO", "NIT"),
  register("CR", "C[eé]dula jur[ií]dica", /^\d-\d{3}-\d{6}/),
  register("AU", "ABN|A\\.B\\.N\\.|ACN|A\\.C\\.N\\."),
  register("NZ", "NZBN", /^\d{13}(?!\d)/),
  register("IN", "CIN", /^[A-Z]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}/),
  register("SG", "UEN", /^\d{8,9}[A-Z](?![A-Z\d])/),
  register("NG", "RC(?: ?No\\.?| ?Number)?", /^(?:RC ?)?\d{5,7}(?!\d)/),
  register("JP", "法人番号"),
  register("KR", "사업자 ?등록 ?번호(?: 안내)?", /^\d{3}-\d{2}-\d{5}(?!\d)/),
  register("KZ", "БИН|БСН", /^\d{12}(?!\d)/),
  register("RU", "ОГРН(?:ИП)?", /^\d{13}(?:\d{2})?(?!\d)/),
  register("RU", "ИНН", /^\d{10}(?:\d{2})?(?!\d)/),
  register("UA", "ЄДРПОУ", /^\d{8}(?!\d)/),
  register("IL", "ח\\.?פ\\.?", /^\d{9}(?!\d)/),
  register("CN", "统一社会信用代码", /^[0-9A-Z]{18}(?![0-9A-Z])/),
  register("TR", "Mersis(?: ?No)?", /^\d{16}(?!\d)/),
  register(
    "IE GB",
    "CRO(?: number| no\\.?)?|Registered in [A-Z][a-z]+(?: and Wales)?(?: with)?(?: under)?",
    /^\d{6,8}(?!\d)/,
  ),
  register(
    "",
    `Compan(?:y|ies)(?: House)?${ENGLISH_NUMBER}|Registered(?: company| charity)?${ENGLISH_NUMBER}|Reg(?:istration)?\\.? (?:number|no\\.?)|Charity${ENGLISH_NUMBER}|limited by guarantee`,
    /^(?:SC|NI|OC|RC ?)?\d{5,9}(?!\d)/,
  ),
  register(
    "DE",
    "Register(?:-?nummer|-?Nr\\.?)",
    /^(?:HR[AB]|VR|PR|GnR) ?\d{1,6}(?: ?[A-Z]{1,2}(?![\p{L}\d]))?/u,
  ),
];

/**
 * Most lines have none of them: one look for all is cheaper than one for each, if it looks only once at each place whether
 * a word begins there.
 */
export const ANY_LABEL = whole(
  NUMBER_LABELS.map(({ words }) => words.source.slice(BEFORE.length, -BEHIND.length)).join("|"),
  "iu",
);
