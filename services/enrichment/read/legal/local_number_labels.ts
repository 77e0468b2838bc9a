/** Words before such numbers that count only on sites of their own countries. */
import { anyOf, type NumberLabel, register, vat } from "./number_label.ts";
import { ENGLISH_REGISTER } from "./number_labels.ts";

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

export interface LocalLabels {
  readonly any: RegExp;
  readonly labels: readonly NumberLabel[];
}

const localByCountry = new Map<string, LocalLabels | undefined>();

/** Made when a site of the country comes: most countries have none, and most sites are of few. */
export function localLabels(country: string): LocalLabels | undefined {
  if (!localByCountry.has(country)) {
    const labels = LOCAL_LABELS.filter(({ countries }) => countries.includes(country));
    localByCountry.set(country, labels.length === 0 ? undefined : { labels, any: anyOf(labels) });
  }
  return localByCountry.get(country);
}
