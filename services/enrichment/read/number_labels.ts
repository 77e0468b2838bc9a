/** The words that stand before a VAT or register number, country by country, and the form of numbers without check digits. */

export interface NumberLabel {
  readonly field: "vatNumber" | "companyNumber";
  /** Where the label is used; none: everywhere. */
  readonly countries: readonly string[];
  readonly words: RegExp;
  /** What the number looks like where no check digit tells; without it the country's own rule decides. */
  readonly form?: RegExp;
}

const BEFORE = "(?<![\\p{L}\\p{N}])(?:";
/** No word goes on behind it; but where cells stand side by side, the number's own letters may follow at once. */
const BEHIND = ")(?!\\p{L}(?![A-Z]{0,2}[ .-]?\\d))";

/** Not within a word, whatever its script. */
function whole(words: string, flags = "giu"): RegExp {
  return new RegExp(BEFORE + dotted(words) + BEHIND, flags);
}

/** `RUT` is also written `R.U.T.`. */
function dotted(words: string): string {
  return words.replace(
    /(?<![\p{L}\\])\p{Lu}{2,6}(?!\p{L})/gu,
    (letters) => `${[...letters].join("\\.?")}\\.?`,
  );
}

function vat(countries: string, words: string, form?: RegExp): NumberLabel {
  return { field: "vatNumber", countries: list(countries), words: whole(words), form };
}

function register(countries: string, words: string, form?: RegExp): NumberLabel {
  return { field: "companyNumber", countries: list(countries), words: whole(words), form };
}

function list(countries: string): string[] {
  return countries.split(" ").filter((code) => code !== "");
}

const ENGLISH_NUMBER = "(?: (?:registration|reg\\.?))? ?(?:number|no\\.?|nr\\.?|#)";
const ENGLISH_REGISTER =
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

const ENGLISH_VAT =
  "VAT(?: (?:registration|reg\\.?))?(?: ?(?:number|no\\.?))?|TRN|Tax registration number|Tax ID";
const ARABIC_VAT = "(?:ال)?رقم (?:ال)?ضريبي|رقم التسجيل الضريبي|بطاقة ضريبية";
const ARABIC_REGISTER = "(?:رقم )?(?:ال)?سجل (?:ال)?تجاري|س\\.?ت\\.?";

/** Too short, or said of too many things, to be read on the site of another country. */
const LOCAL_LABELS: readonly NumberLabel[] = [
  vat("CH LI", "TVA|IVA|Partita IVA"),
  register("CH LI", "Handelsregister[\\p{L}.-]*"),
  register("LI", "\\p{L}*[Rr]egister[\\p{L}.-]*", /^FL-?\d{4}\.\d{3}\.\d{3}-?\d/),
  register("LU", "RCS(?:L)?(?: ?Luxembourg)?|RC Luxembourg|Registre de commerce", /^B ?\d{4,6}(?!\d)/),
  register("NL", "Handelsregister", /^\d{8}(?!\d)/),
  register("MC", "RCI(?: Monaco)?", /^\d{2} ?[SP] ?\d{4,6}/),
  register("AD", "NRT|registre tributari", /^[A-Z]-?\d{6}-?[A-Z]/),
  vat("IT", "PI"),
  register("DK", "SE-?nr\\.?"),
  vat("IS", "VSK[\\p{L}.-]*|Virðisaukaskatts\\p{L}*"),
  register("IS", "Kennitala|Kt\\.?"),
  register("FO", "V-?tal|Skráseting", /^\d{6}(?!\d)/),
  vat("CY", "ΦΠΑ|Αρ\\.? ΦΠΑ"),
  register(
    "CY",
    `${ENGLISH_REGISTER}|Αρ(?:ιθμός|\\.) Εγγραφής|Registered in Cyprus|(?=HE ?\\d{5})`,
    /^(?:HE|ΗΕ) ?\d{4,6}/,
  ),
  register("MT", `${ENGLISH_REGISTER}|Registered in Malta`, /^C ?-?\d{3,6}/),
  register("SI", "Mat\\. ?št\\.?|MŠ|Matična(?: številka(?: podjetja)?)?", /^\d{7,10}(?!\d)/),
  vat("BA ME", "PDV(?: ID| identifikacioni)?(?: br(?:oj|\\.))?", /^\d{12}(?!\d)/),
  vat("ME", "PDV(?: br(?:oj|\\.))?"),
  register("BA", "JIB|ID br(?:oj|\\.)|Identifika(?:cijski|cioni) broj", /^4\d{12}(?!\d)/),
  vat("MK", "ЕДБ|EDB|даночен број"),
  register("MK", "ЕМБС|EMBS|Матичен број", /^\d{7}(?!\d)/),
  vat("AL", "NIPT|NUIS"),
  register("MD", "IDNO|Cod fiscal|c/f"),
  register("LT", "Kodas", /^\d{9}(?!\d)/),
  register("HU", "Nyilvántartási szám(?:a|unk)?", /^\d{2}[- ]?\d{2}[- ]?\d{6,7}(?!\d)/),
  vat("UA", "ІПН|(?:Індивідуальний )?податковий номер", /^\d{12}(?!\d)/),
  register("KZ", "BIN", /^\d{12}(?!\d)/),
  register("UZ", "ИНН|СТИР|STIR|INN", /^\d{9}(?!\d)/),
  register("GE", "ს ?[/.] ?კ\\.?|საიდენტიფიკაციო (?:კოდი|ნომერი)|ID", /^\d{9}(?!\d)/),
  register("AM", "ՀՎՀՀ", /^\d{8}(?!\d)/),
  register("AZ", "V[ÖO]EN"),
  register("TR", "Vergi (?:Kimlik )?(?:No|Numaras[ıi]|Dairesi)|VKN"),
  vat("IL", "עוסק מורשה|ע ?[.\"״']?מ\\.?", /^\d{9}(?!\d)/),

  vat("SA AE BH OM", `${ENGLISH_VAT}|${ARABIC_VAT}`, /^[1-3]\d{14}(?!\d)/),
  vat("EG", `${ENGLISH_VAT}|Tax Card|${ARABIC_VAT}`),
  register(
    "SA AE BH OM QA KW EG JO LB",
    `CR|Commercial regist(?:er|ration)|${ARABIC_REGISTER}`,
    /^\d{5,10}(?!\d)/,
  ),
  register("AE", "(?:(?:Trade|Commercial|Business) )?Licen[cs]e|رقم الرخصة", /^(?:CN-?)?\d{5,8}(?!\d)/),
  register("MA", "ICE|Identifiant Commun de l['’]Entreprise", /^\d{15}(?!\d)/),
  register(
    "TN",
    "Matricule fiscale?|MF|Identifiant unique",
    /^\d{7} ?[\/-]? ?[A-Z](?: ?[\/-]? ?[A-Z]){1,2} ?[\/-]? ?\d{3}/,
  ),
  register("DZ", "NIF|Numéro d['’]identification fiscale", /^\d{15}(?!\d)/),
  register(
    "SN CI CM BF ML BJ TG NE GA CG TD",
    "RCCM|RC|Registre du commerce",
    /^(?:[A-Z]{2}|RC)[-\/ ]?[A-Z]{3}[-\/ ]?\d{2,4}[-\/ ]?[A-Z][-\/ ]?\d{1,6}/,
  ),
  register("CM", "NIU|contribuable", /^[MP]\d{12}[A-Z]/),
  register("KE", "(?:KRA |Company )?PIN"),
  register("GH", "TIN|Tax Identification Number", /^[CPGQV]00\d{7}[\dX]/),
  register("TZ UG RW ZM ZW", "TIN|TPIN|Tax Identification Number", /^\d{3}-?\d{3}-?\d{3}\d?(?!\d)/),
  register(
    "ZA NA BW",
    `${ENGLISH_REGISTER}|Reg\\.?|CK|CIPC`,
    /^(?:CK ?)?\d{4} ?\/ ?\d{5,6} ?\/ ?\d{2}(?!\d)/,
  ),
  register("MU", `${ENGLISH_REGISTER}|BRN`, /^C\d{8}(?!\d)/),
  vat("MU", ENGLISH_VAT, /^\d{8}(?!\d)/),
  register("PK", "NTN|National Tax Number", /^\d{7}-\d(?!\d)/),
  vat("BD", `BIN|${ENGLISH_VAT}`, /^\d{9}-?\d{4}(?!\d)/),
  register("LK", `${ENGLISH_REGISTER}|BR(?: no\\.?)?`, /^(?:PV|PB|GL|PQ) ?\d{3,8}(?!\d)/),
  register("NP", "PAN|VAT ?/ ?PAN", /^\d{9}(?!\d)/),
  register("SG", `${ENGLISH_REGISTER}|ROC|RCB`, /^\d{8,9}[A-Z](?![A-Z\d])/),
  vat("SG", "GST(?: (?:registration|reg\\.?))?", /^(?:M[\dA-Z]-?\d{7}-?[\dA-Z]|\d{8,9}[A-Z])(?![A-Z\d])/),
  register(
    "MY",
    `${ENGLISH_REGISTER}|SSM|ROC|Co\\. no\\.?|Sdn\\.? Bhd\\.?`,
    /^(?:\d{12}(?: ?\(\d{4,7}-[A-Z]\))?|\d{4,7}-[A-Z])(?![A-Z\d])/,
  ),
  register("ID", "NPWP"),
  register("ID", "NIB|Nomor Induk Berusaha", /^\d{13}(?!\d)/),
  register(
    "TH",
    "เลขประจำตัวผู้เสียภาษี(?:อากร)?|เลขที่ผู้เสียภาษี|(?:เลข)?ทะเบียน(?:นิติบุคคล)?(?:เลขที่)?|เลขทะเบียน|Tax ID",
  ),
  register(
    "VN",
    "MST|MSDN|Mã số (?:thuế|doanh nghiệp|DN)|(?:Giấy )?(?:GP|GPĐK|CNĐK|ĐK)K?D(?:N)?(?: số)?|Tax code",
  ),
  register("PH", "TIN", /^\d{3}-\d{3}-\d{3}(?:-\d{3,5})?(?!\d)/),
  register(
    "PH",
    "SEC(?: (?:registration|reg\\.?))?",
    /^(?:[A-Z]{1,2}\d{6,12}|\d{3}-\d{3}-\d{3}-\d{3}|\d{6,12})(?!\d)/,
  ),
  register("TW", "(?:公司|營利事業)?(?:統一編號|統編)"),
  register("HK", `${ENGLISH_REGISTER}|BRN|BR|CR|商業登記(?:證號碼)?|公司編號`, /^\d{7,8}(?!\d)/),
  register("JP", "(?:適格請求書発行事業者|インボイス)の?(?:登録)?番号|登録番号", /^T-?\d{13}(?!\d)/),
  register(
    "KR",
    "등록번호|Business (?:registration|license)(?: number| no\\.?)?",
    /^\d{3}-?\d{2}-?\d{5}(?!\d)/,
  ),
  vat("NZ", "GST(?: (?:registration|reg\\.?))?(?: ?(?:number|no\\.?|#))?"),
  vat(
    "CA",
    "(?:GST|HST|TPS)(?: ?/ ?(?:GST|HST|TPS|TVH))?(?: (?:registration|reg\\.?))?(?: ?(?:number|no\\.?|#))?",
  ),
  register("CA", "NEQ|(?:N° |Numéro )d['’]entreprise du Québec", /^11\d{8}(?!\d)/),
  register(
    "CA",
    "Business number|BN|(?:Registered )?charit(?:y|able)(?: registration)?(?: number| no\\.?)?|organisme de bienfaisance",
    /^\d{5} ?\d{4} ?R[RCTP] ?\d{4}|^\d{9}(?!\d)/,
  ),
  register("US", "F?EIN|Employer Identification|(?:Federal )?Tax ID", /^\d{2}-?\d{7}(?!\d)/),

  register("PE EC PY UY", "RUC|Registro [ÚU]nico de Contribuyentes"),
  register("PA NI", "RUC", /^\d{1,10}-\d{1,4}-\d{1,7}|^J\d{13}/),
  register("UY", "RUT"),
  register("CL", "Rol [ÚU]nico Tributario"),
  register("GT SV", "NIT"),
  register("BO", "NIT", /^\d{7,12}(?!\d)/),
  register("SV", "NRC", /^\d{1,6}-\d(?!\d)/),
  register("HN", "RTN", /^\d{14}(?!\d)/),
  register("VE", "RIF", /^[JGV]-?\d{8}-?\d(?!\d)/),
  register("MX", "RFC|Registro Federal de Contribuyentes"),
  register("DO", "RNC"),
];

const ANY = (labels: readonly NumberLabel[]) =>
  new RegExp(
    BEFORE + labels.map(({ words }) => words.source.slice(BEFORE.length, -BEHIND.length)).join("|") + BEHIND,
    "iu",
  );

/**
 * Most lines have none of them: one look for all is cheaper than one for each, if it looks only once at each place whether
 * a word begins there.
 */
export const ANY_LABEL = ANY(NUMBER_LABELS);

/** Of two letters: said of other things too, in countries that do not use it. */
export function isShortLabel(words: string): boolean {
  return words.replace(/[^\p{L}]+/gu, "").length <= 2;
}

export interface LocalLabels {
  readonly any: RegExp;
  readonly labels: readonly NumberLabel[];
}

const localByCountry = new Map<string, LocalLabels | undefined>();

/** Made when a site of the country comes: most countries have none, and most sites are of few. */
export function localLabels(country: string): LocalLabels | undefined {
  if (!localByCountry.has(country)) {
    const labels = LOCAL_LABELS.filter(({ countries }) => countries.includes(country));
    localByCountry.set(country, labels.length === 0 ? undefined : { labels, any: ANY(labels) });
  }
  return localByCountry.get(country);
}
