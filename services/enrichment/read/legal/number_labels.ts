/** The words that stand before a VAT or register number, country by country, and the form of numbers without check digits. */
import { anyOf, type NumberLabel, register, vat } from "./number_label.ts";

const ENGLISH_NUMBER = "(?: (?:registration|reg\\.?))? ?(?:number|no\\.?|nr\\.?|#)";
export const ENGLISH_REGISTER =
  `Co(?:mpan(?:y|ies)|\\.)(?: (?:House|Office))?${ENGLISH_NUMBER}|(?:Business|Commercial) (?:registration|register)${ENGLISH_NUMBER}|Registered(?: company| charity)?${ENGLISH_NUMBER}|(?:Company )?Reg(?:istration|d)?\\.? ?(?:number|no\\.?|nr\\.?)|Charity${ENGLISH_NUMBER}|(?:Business|Commercial|Company) registration`;

/** Read on any site: the word or the number's own rule tells the country. */
export const NUMBER_LABELS: readonly NumberLabel[] = [
  vat(
    "",
    "VAT(?:[ -]?(?:reg(?:istration)?\\.?|registered|ID|identification))?(?:[ -]?(?:number|no\\.?|nr\\.?|code))?",
  ),
  vat("DE", "USt\\.?-? ?(?:Id|Nr)[\\p{L}.-]*|Umsatzsteuer-? ?(?:Identifikations-?nummer|ID)[\\p{L}.-]*"),
  vat("AT CH", "UID(?:-?(?:Nr\\.?|Nummer))?|ATU-Nr\\.?|(?=ATU\\d{8})"),
  vat(
    "CH LI",
    "MwSt\\.?-?(?: ?Nr\\.?|Nummer)?|Mehrwertsteuer-?(?: ?Nr\\.?|nummer)|IDE|IDI|(?=CHE-\\d{3}\\.\\d{3}\\.\\d{3})",
  ),
  vat("FR BE LU MC RO", "TVA(?: intra[\\p{L}-]*)?"),
  vat("IT SM", "P(?:artita|\\.)? ?I\\.?V\\.?A\\.?|COE|Codice Operatore Economico|Cod\\. ?Op\\. ?Ec\\.?"),
  vat("NL BE", "BTW(?:-?(?:nr\\.?|nummer|id))?"),
  vat("SE DK NO", "Moms[\\p{L}.-]*|MVA(?:-?nr\\.?|-?nummer)?|(?=NO ?\\d{3} ?\\d{3} ?\\d{3} ?MVA)"),
  vat(
    "ES RO",
    "CIF|NIF(?:-?IVA)?|N[úu]mero de identificaci[óo]n fiscal|C[óo]digo de identificaci[óo]n fiscal",
  ),
  vat(
    "PT",
    "NIF|NIPC|N\\.? ?[ºo]? ?(?:de )?contribuinte|contribuinte|Pessoa cole[c]?tiva|N[úu]mero de Identifica[çc][ãa]o Fiscal",
  ),
  vat("FI", "ALV[\\p{L}-]*|Arvonlisävero\\p{L}*"),
  vat("PL", "NIP"),
  vat("CZ", "DI[ČC]"),
  vat("SK", "I[ČC][ -]?(?:pre )?DPH|DI[ČC]"),
  vat("HU", "(?:Közösségi )?Adószám(?:a|unk)?|Asz\\."),
  vat("HR", "OIB|PDV[ -]?ID|Porezni broj"),
  vat("RS ME", "PIB|ПИБ|Poreski (?:identifikacioni )?broj"),
  vat("SI", "ID(?: št\\.?)? za DDV|DDV|Davčn[ai] (?:št\\.?|številka|zavezanec)"),
  vat("RO", "CUI|Cod fiscal|Cod (?:unic )?de [iî]nregistrare(?: fiscal[ăa])?"),
  vat("BG", "ИН по (?:ДДС|ЗДДС)|З?ДДС(?: ?(?:№|номер))?"),
  vat("GR CY", "ΑΦΜ|AFM|Αρ(?:ιθμός|\\.) Φορολογικού Μητρώου"),
  vat("LT", "PVM(?: mok(?:ėtojo|\\.))?(?: kodas)?"),
  vat("LV", "PVN(?: re[ģg](?:istrācijas|\\.)?)?(?: ?(?:Nr\\.?|numurs))?"),
  vat("EE", "KM(?:KR|KN|[- ](?=n))?(?: ?(?:nr\\.?|number))?|Käibemaksukohustuslase"),
  vat("IN", "GST ?(?:IN)?(?: ?/ ?UIN)?(?: (?:registration|reg\\.?))?(?: ?(?:no\\.?|number))?"),

  register("DE", "HR[AB](?:[- ]?Nr\\.?|[- ]?Nummer)?", /^\d{2,6}(?: ?[A-Z]{1,2}(?![\p{L}\d]))?/u),
  register("DE", "Vereinsregister[\\p{L}-]*|VR", /^(?:VR ?)?\d{1,6}(?!\d)/),
  register("DE", "Partnerschaftsregister|Genossenschaftsregister|GnR|PR", /^(?:(?:PR|GnR) ?)?\d{1,6}(?!\d)/),
  register("AT", "FN|Firmenbuch[\\p{L}-]*", /^(?:FN ?)?\d{5,6} ?[a-zA-Z](?!\p{L})/u),
  register("AT", "ZVR[\\p{L}-]*|GISA[\\p{L}-]*", /^\d{8,10}(?!\d)/),
  register(
    "CH LI",
    "UID|IDE|IDI|Firmennummer|Unternehmens-?Identifikations-?nummer|(?=CHE-\\d{3}\\.\\d{3}\\.\\d{3})",
  ),
  register("FR", "SIRET|SIREN|RCS|immatriculée?|Répertoire des Métiers"),
  register("BE", "KBO|BCE|RPM|RPR|Ondernemings(?:nummer|nr)|N(?:uméro|°) d['’]entreprise|TVA|BTW|VAT"),
  register(
    "NL",
    "K\\.?v\\.?K[\\p{L}.-]*(?: (?:te )?\\p{L}+)?|Kamer van Koophandel|CoC|Chamber of Commerce",
    /^\d{8}(?!\d)/,
  ),
  register(
    "SE NO",
    "Org(?:ani[sz]a[st](?:ion|jon)s?)?\\.? ?-? ?(?:nr|nummer|no|number)\\.?|Foretaks(?:registeret|nummer)",
  ),
  register("DK", "CVR(?:-?(?:nr|nummer|no))?\\.?"),
  register("FI", "L?Y-?tunnu\\p{L}+|Business ID|FO-?(?:nummer|nr)"),
  register(
    "IT",
    "Reg(?:istro|\\.) (?:delle )?[Ii]mp(?:rese|r?\\.)(?: (?:di )?\\p{Lu}\\p{L}+)?(?:,? (?:al )?n[r.°]*)?",
    /^\d{11}(?!\d)/,
  ),
  register("IT SM", "REA", /^(?:[A-Z]{2}[ -]{0,3})?\d{5,7}(?!\d)/),
  register("PL", "KRS|Krajowego Rejestru Sądowego", /^\d{10}(?!\d)/),
  register("PL", "REGON"),
  register(
    "CZ SK",
    "I[ČC]O|I\\.?[ČC]\\.?|[Ii]dentifikačn[íé] číslo(?: osoby)?",
    /^\d{8}(?!\d)|^\d{3} \d{2} \d{3}(?!\d)/,
  ),
  register("PT", "NIPC"),
  register("RO", "(?=J\\d{2}/|J\\d{1}/|J\\d{13})", /^J(?:\d{1,2}\/\d{1,6}\/\d{4}|\d{13})/),
  register("RO", "CUI|Cod fiscal"),
  register("BG", "ЕИК|EIK|БУЛСТАТ|Един\\p{L}+ идентификационен код"),
  register("HR SI", "MBS|Matičn(?:a|i broj) (?:št(?:\\.|evilka)|subjekta)", /^\d{7,10}(?!\d)/),
  register("RS", "Mat(?:i[čc]ni|\\.) ?br(?:oj|\\.)|MB|Матични број|МБ", /^\d{8}(?!\d)/),
  register("HU", "Cégj(?:egyzék|\\.) ?sz(?:ám(?:a|unk)?|\\.)|Cg\\.?", /^\d{2}[- ]?\d{2}[- ]?\d{6}(?!\d)/),
  register("GR", "ΓΕΜΗ|Γ\\.Ε\\.ΜΗ|GEMI", /^\d{9,12}(?!\d)/),
  register("LT", "[ĮI]m(?:onės|\\.)? ?k(?:odas|\\.)|Į[./] ?k\\.?|Juridinio asmens kodas", /^\d{9}(?!\d)/),
  register("LV", "(?:Vienotais )?Re[ģg](?:istrācijas)?\\.? ?(?:Nr\\.?|numurs)", /^\d{11}(?!\d)/),
  register(
    "EE",
    "(?:Äri)?reg(?:istri)?\\.? ?(?:kood|nr|number)\\.?|Rg[- ]?kood|(?<=(?:OÜ|AS|MTÜ)[ ,(]{1,3})reg\\.(?= ?\\d{8}(?!\\d))",
    /^\d{8}(?!\d)/,
  ),
  register("BR", "CNPJ"),
  register("AR", "CUIT"),
  register("CL", "RUT"),
  register("CO", "NIT"),
  register("CR", "C[eé]d(?:ula|\\.)? jur(?:[ií]dica|\\.)", /^\d-\d{3}-\d{6}/),
  register("AU", "ABN|ACN|Australian (?:Business|Company) Number"),
  register("NZ", "NZBN|New Zealand Business Number", /^\d{13}(?!\d)/),
  register("IN", "CIN|Corporate Identi\\p{L}+ Number", /^[A-Z]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}/),
  register("SG", "UEN|Unique Entity Number", /^\d{8,9}[A-Z](?![A-Z\d])/),
  register("NG", "RC|CAC(?: RC)?", /^(?:RC ?)?\d{5,7}(?!\d)/),
  register("JP", "(?:会社)?法人等?番号"),
  register("KR", "사업자 ?(?:등록 ?)?번호(?: 안내)?", /^\d{3}-?\d{2}-?\d{5}(?!\d)/),
  register("KZ", "БИН|БСН", /^\d{12}(?!\d)/),
  register("RU", "ОГРН|ОГРНИП", /^\d{13}(?:\d{2})?(?!\d)/),
  register("RU", "ИНН", /^\d{10}(?:\d{2})?(?!\d)/),
  register("BY", "УНП|УНН|Уч[её]тный номер плательщика"),
  register("UA", "[ЄЕ]ДРПОУ|Ідентифікаційний код", /^\d{8}(?!\d)/),
  register("IL", "H\\.P\\.|ח ?[.\"״']?פ\\.?|(?:מספר|מס') חברה", /^\d{9}(?!\d)/),
  register("CN", "(?:统一)?社会信用代码|信用代码|营业执照(?:注册号|号码?)?", /^[0-9A-Z]{18}(?![0-9A-Z])/),
  register("TR", "Mers[iİ]s", /^\d{16}(?!\d)/),
  register(
    "IE GB",
    "CRO|CRN|Registered in [A-Z][a-z]+(?: (?:and|&) Wales)?(?: with)?(?: under)?",
    /^\d{6,8}(?!\d)/,
  ),
  register("", `${ENGLISH_REGISTER}|limited by guarantee`, /^(?:SC|NI|OC|RC ?)?\d{5,9}(?!\d)/),
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
export const ANY_LABEL = anyOf(NUMBER_LABELS);
