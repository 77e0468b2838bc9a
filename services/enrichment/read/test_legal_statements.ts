/**
 * How companies state their numbers, country by country: the labels that their notices use, and a number that we make up. Which
 * digits check is the library's matter, so that no number here is anybody's on purpose.
 */
import { stdnum } from "stdnum";

export interface Statement {
  readonly country: string;
  readonly host: string;
  readonly language: string;
  readonly company: string;
  readonly numbers: readonly StatedNumber[];
}

export interface StatedNumber {
  readonly field: "vatNumber" | "companyNumber";
  readonly labels: readonly string[];
  readonly number: string;
}

/** @param made `#` becomes a digit, `@` a letter; with a rule they are turned until the library is content. */
function vat(labels: string, made: string, rule?: string, behind = ""): StatedNumber {
  return { field: "vatNumber", labels: labels.split("|"), number: makeNumber(made, rule) + behind };
}

function register(labels: string, made: string, rule?: string): StatedNumber {
  return { field: "companyNumber", labels: labels.split("|"), number: makeNumber(made, rule) };
}

const MAX_TURNS = 20_000;

function makeNumber(made: string, rule?: string): string {
  const [country = "", name = ""] = rule?.split(".") ?? [];
  const validator = stdnum[country]?.[name];
  if (rule !== undefined && !validator) throw new RangeError(`No rule ${rule}`);
  const next = openDice(made);
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const number = made.replace(
      /[#@]/g,
      (sign) => sign === "#" ? String(next(10)) : "ABDEFHKLMPT"[next(11)]!,
    );
    if (
      !/(\d)\1{4}/.test(number) &&
      (!validator || validator.validate(number.replace(/[^A-Z0-9]/g, "")).isValid)
    ) return number;
  }
  throw new RangeError(`No number like ${made} passes ${rule}`);
}

/** The same numbers in each run. */
function openDice(seed: string): (sides: number) => number {
  let state = [...seed].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) >>> 0, 7);
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function state(country: string, host: string, language: string, company: string, ...numbers: StatedNumber[]) {
  return { country, host, language, company, numbers };
}

const IN_ENGLISH = "VAT number|VAT No.|VAT Reg. No.|VAT Registration Number|VAT ID";

export const STATEMENTS: readonly Statement[] = [
  state(
    "DE",
    "sundwerk.de",
    "de",
    "Sundwerk GmbH",
    vat(
      "USt-IdNr.|USt-ID|USt.-Id.-Nr.|UStID|Umsatzsteuer-ID|Umsatzsteuer-Identifikationsnummer gemäß § 27 a UStG|Umsatzsteuer-Identifikationsnummer|Umsatzsteueridentifikationsnummer|USt-Identnummer|VAT-ID",
      "DE#########",
      "DE.vat",
    ),
    register(
      "HRB|HRB-Nr.|Handelsregister: HRB|Amtsgericht Kiel, HRB|Registergericht Kiel HRB|Registernummer: HRB|Handelsregisternummer HRB",
      "4####",
    ),
  ),
  state(
    "AT",
    "sundwerk.at",
    "de",
    "Sundwerk GmbH",
    vat(
      "UID|UID-Nr.|UID-Nummer|UID Nr|Umsatzsteuer-Identifikationsnummer|USt-ID|ATU-Nr.",
      "ATU########",
      "AT.uid",
    ),
    register("FN|Firmenbuchnummer|Firmenbuch-Nr.|FN-Nr.|Firmenbuchnr.", "4#####d"),
  ),
  state(
    "CH",
    "sundwerk.ch",
    "de",
    "Sundwerk AG",
    vat(
      "MWST-Nr.|MwSt.-Nummer|MWST|Mehrwertsteuernummer|N° TVA|Numéro de TVA|Partita IVA|IVA",
      "CHE-###.###.### MWST",
      "CH.vat",
    ),
  ),
  state(
    "CH",
    "sundwerk.ch",
    "de",
    "Sundwerk AG",
    register(
      "UID|UID-Nr.|UID-Nummer|Firmennummer|Unternehmens-Identifikationsnummer|Handelsregisternummer|Handelsregister-Nr.|IDE|IDI|N° IDE|Numéro IDE",
      "CHE-###.###.###",
      "CH.uid",
    ),
  ),
  state(
    "LI",
    "sundwerk.li",
    "de",
    "Sundwerk Anstalt",
    register("Handelsregister-Nr.|Registernummer|Öffentlichkeitsregister-Nr.", "FL-0002.###.###-#"),
  ),
  state(
    "FR",
    "sundwerk.fr",
    "fr",
    "Sundwerk SAS",
    vat(
      "TVA intracommunautaire|N° TVA|Numéro de TVA intracommunautaire|TVA intracom|N° de TVA|TVA|Numéro de TVA|N° TVA intra.|Identifiant TVA",
      "FR##4########",
      "FR.tva",
    ),
    register(
      "SIREN|N° SIREN|Numéro SIREN|RCS Lyon|R.C.S. Lyon|RCS de Lyon|immatriculée au RCS de Lyon sous le numéro|Immatriculée au Registre du Commerce et des Sociétés de Lyon sous le n°",
      "4########",
      "FR.siren",
    ),
  ),
  state(
    "FR",
    "sundatelier.fr",
    "fr",
    "Sundatelier SARL",
    register(
      "SIRET|N° SIRET|Numéro SIRET|Siret n°|SIRET (siège)|N° de SIRET|Immatriculation au Répertoire des Métiers|N° d'identification SIRET",
      "4######## 000##",
      "FR.siret",
    ),
  ),
  state(
    "BE",
    "sundwerk.be",
    "nl",
    "Sundwerk BV",
    vat("BTW|BTW-nummer|BTW nr.|Btw-nr|TVA|N° TVA|Numéro de TVA|BTW BE", "BE0#########", "BE.vat"),
  ),
  state(
    "BE",
    "sundwerk.be",
    "nl",
    "Sundwerk BV",
    register(
      "Ondernemingsnummer|KBO|KBO-nummer|BCE|Numéro d'entreprise|N° d'entreprise|N° BCE|RPR Gent|RPM Liège|Ondernemingsnr.|KBO nr",
      "0#########",
      "BE.vat",
    ),
  ),
  state(
    "LU",
    "sundwerk.lu",
    "fr",
    "Sundwerk S.à r.l.",
    vat("TVA|N° TVA|Numéro de TVA|TVA intracommunautaire|N° d'identification TVA", "LU########", "LU.tva"),
    register("RCS Luxembourg|R.C.S. Luxembourg|RCSL|N° RCS|RC Luxembourg|Registre de commerce", "B1#####"),
  ),
  state(
    "NL",
    "sundwerk.nl",
    "nl",
    "Sundwerk B.V.",
    vat(
      "BTW|BTW-nummer|Btw-id|BTW nr.|btw-identificatienummer|Btw identificatienummer|BTW-nr.|VAT",
      "NL#########B0#",
      "NL.btw",
    ),
    register(
      "KvK|KvK-nummer|KVK nummer|KvK nr.|K.v.K.|Kamer van Koophandel|Handelsregister|KvK Utrecht|Inschrijfnummer KvK|Chamber of Commerce|KvK-nr",
      "6#######",
    ),
  ),
  state(
    "GB",
    "sundwerk.co.uk",
    "en",
    "Sundwerk Ltd",
    vat(`${IN_ENGLISH}|VAT|VAT Registered|VAT Registration`, "GB ### #### ##", "GB.vat"),
    register(
      "Company number|Company No.|Company No|Company Registration Number|Company reg. no.|Registered in England and Wales No.|Registered in England No|Registered number|Company registered in England and Wales number|Registered in England & Wales|Registered in Scotland with number|Reg. No.|Companies House number|Registration number|Registered in England under company number|Company registration no|Co. Reg. No.|CRN|Company Reg No",
      "0#######",
    ),
  ),
  state(
    "IE",
    "sundwerk.ie",
    "en",
    "Sundwerk Limited",
    vat(IN_ENGLISH, "IE#######@", "IE.vat"),
    register(
      "Company number|Company Registration Number|CRO number|CRO No.|Registered in Ireland No.|Registered in Ireland|Company Reg. No.|Registered number|Company No",
      "5#####",
    ),
  ),
  state(
    "IT",
    "sundwerk.it",
    "it",
    "Sundwerk S.r.l.",
    vat(
      "P.IVA|P. IVA|Partita IVA|P.Iva e C.F.|C.F. e P.IVA|Partita Iva/Codice Fiscale|Cod. Fisc. e P. IVA|PI|P.I.|P. Iva IT|Partita I.V.A.|PIVA|C.F./P.IVA|Codice fiscale e partita IVA",
      "0##########",
      "IT.iva",
    ),
    register("REA|R.E.A.|N. REA|Numero REA|REA n.|Nr. REA|R.E.A. n°|Iscrizione REA", "MI-1######"),
  ),
  state(
    "SM",
    "sundwerk.sm",
    "it",
    "Sundwerk S.r.l.",
    vat("C.O.E.|COE|Codice Operatore Economico|Cod. Op. Ec.", "2####", "SM.coe"),
  ),
  state(
    "ES",
    "sundwerk.es",
    "es",
    "Sundwerk S.L.",
    vat(
      "CIF|C.I.F.|NIF|N.I.F.|CIF/NIF|NIF/CIF|NIF-IVA|CIF nº|Número de identificación fiscal|N.I.F. núm.|C.I.F. n.º|Código de Identificación Fiscal",
      "B########",
      "ES.cif",
    ),
  ),
  state(
    "PT",
    "sundwerk.pt",
    "pt",
    "Sundwerk Lda",
    vat(
      "NIF|NIPC|Contribuinte|Contribuinte n.º|N.º de contribuinte|NIF/NIPC|Número de contribuinte|N.I.F.|Nº Contribuinte|NIPC/VAT|Pessoa coletiva n.º|Número de Identificação Fiscal|Número único de matrícula e de pessoa coletiva",
      "5########",
      "PT.nif",
    ),
  ),
  state(
    "SE",
    "sundwerk.se",
    "sv",
    "Sundwerk AB",
    vat(
      "Momsnr|Moms nr.|Momsregistreringsnummer|VAT-nr|VAT nr|Momsreg.nr|Moms-ID|VAT-nummer|Momsnummer|Momsreg. nr|Moms/VAT",
      "SE55########01",
      "SE.vat",
    ),
    register(
      "Org.nr|Org.nr.|Org nr|Orgnr|Organisationsnummer|Org. nummer|Org.-nr|Organisationsnr|Org.no|Organization number|Organisationsnr.",
      "55####-####",
      "SE.orgnr",
    ),
  ),
  state(
    "NO",
    "sundwerk.no",
    "nb",
    "Sundwerk AS",
    vat("MVA|MVA-nr|Org.nr.|Foretaksregisteret", "NO 9######## MVA", "NO.mva"),
  ),
  state(
    "NO",
    "sundwerk.no",
    "nb",
    "Sundwerk AS",
    register(
      "Org.nr.|Org. nr|Orgnr|Org.nr|Organisasjonsnummer|Organisasjonsnr.|Org.no.|Foretaksnummer|Foretaksregisteret|Org. nummer",
      "9## ### ###",
      "NO.orgnr",
    ),
  ),
  state(
    "DK",
    "sundwerk.dk",
    "da",
    "Sundwerk ApS",
    register(
      "CVR|CVR-nr.|CVR nr.|CVR-nummer|CVR nummer|Cvr.nr.|CVR No.|CVR-no|Cvr. nr.|SE-nr.|CVR/SE-nr.",
      "########",
      "DK.cvr",
    ),
  ),
  state(
    "FI",
    "sundwerk.fi",
    "fi",
    "Sundwerk Oy",
    vat(
      "ALV-numero|ALV-tunnus|ALV nro|VAT|VAT-numero|VAT-tunnus|Arvonlisäverotunniste",
      "FI########",
      "FI.alv",
    ),
    register(
      "Y-tunnus|Y-tunnus:|Ytunnus|LY-tunnus|FO-nummer|Business ID|Y-tunnuksemme on|FO-nr|y-tunnus",
      "#######-#",
      "FI.ytunnus",
    ),
  ),
  state(
    "IS",
    "sundwerk.is",
    "is",
    "Sundwerk ehf.",
    vat("VSK nr.|VSK-númer|VSK númer|Vsk.nr.|Virðisaukaskattsnúmer|VSK", "1#####", "IS.vsk"),
    register("Kennitala|Kt.|kt|Kennitala:|Kt", "45####-####", "IS.kennitala"),
  ),
  state("FO", "sundwerk.fo", "da", "Sundwerk P/F", register("V-tal|Vtal|V-tal nr.|Skráseting nr.", "4#####")),
  state(
    "PL",
    "sundwerk.pl",
    "pl",
    "Sundwerk Sp. z o.o.",
    vat("NIP|NIP:|N.I.P.|Numer NIP|NIP (UE)|nr NIP|VAT-UE", "5#########", "PL.nip"),
    register(
      "KRS|Nr KRS|KRS nr|numer KRS|Numer wpisu KRS|wpisana do Krajowego Rejestru Sądowego pod numerem|KRS:",
      "00002#####",
    ),
  ),
  state(
    "PL",
    "sundatelier.pl",
    "pl",
    "Sundatelier",
    register("REGON|Regon|nr REGON|Numer REGON|REGON:", "3########", "PL.regon"),
  ),
  state(
    "CZ",
    "sundwerk.cz",
    "cs",
    "Sundwerk s.r.o.",
    vat("DIČ|DIČ:|DIC|Daňové identifikační číslo|DIČ (VAT)", "CZ########", "CZ.dic"),
    register("IČ|IČO|IČ:|ICO|Ič|I.Č.|IČO:|Identifikační číslo", "4#######", "CZ.ico"),
  ),
  state(
    "SK",
    "sundwerk.sk",
    "sk",
    "Sundwerk s. r. o.",
    vat("IČ DPH|IČ-DPH|IČDPH|IČ pre DPH|IC DPH|DIČ DPH|IČ DPH:", "SK20########", "SK.dph"),
    register("IČO|IČO:|ICO|IČ|Identifikačné číslo", "5#######"),
  ),
  state(
    "HU",
    "sundwerk.hu",
    "hu",
    "Sundwerk Kft.",
    vat(
      "Adószám|Adószám:|Adószámunk|Adószáma|Közösségi adószám|EU adószám|Asz.|Csoportos adószám",
      "2#######",
      "HU.anum",
      "-2-42",
    ),
    register(
      "Cégjegyzékszám|Cégjegyzékszám:|Cg.|Cégjegyzék szám|Cégjegyzékszáma|Cégj.sz.|Cg. szám|Nyilvántartási szám",
      "01-09-######",
    ),
  ),
  state(
    "RO",
    "sundwerk.ro",
    "ro",
    "Sundwerk SRL",
    vat(
      "CUI|C.U.I.|CIF|Cod fiscal|C.I.F.|Cod unic de înregistrare|Cod de înregistrare fiscală|TVA",
      "RO3#######",
      "RO.cif",
    ),
  ),
  state(
    "RO",
    "sundwerk.ro",
    "ro",
    "Sundwerk SRL",
    register(
      "Nr. Reg. Com.|Registrul Comerțului|Reg. Com.|Nr. înregistrare Registrul Comerțului|Nr. ORC|Număr de ordine în Registrul Comerțului|ONRC|R.C.|Nr. înmatriculare|Înregistrată la Registrul Comerțului sub nr.",
      "J40/4###/2015",
    ),
  ),
  state(
    "MD",
    "sundwerk.md",
    "ro",
    "Sundwerk SRL",
    register("IDNO|IDNO:|Cod fiscal|c/f|Cod fiscal (IDNO)", "1############", "MD.idno"),
  ),
  state(
    "BG",
    "sundwerk.bg",
    "bg",
    "Сундверк ЕООД",
    vat(
      "ДДС номер|ИН по ДДС|ДДС №|ИН по ЗДДС|ЗДДС №|VAT|Идентификационен номер по ДДС|ДДС",
      "BG2########",
      "BG.vat",
    ),
    register(
      "ЕИК|ЕИК:|БУЛСТАТ|Булстат|ЕИК/Булстат|ЕИК по БУЛСТАТ|EIK|ЕИК №|ЕИК/ПИК|Единен идентификационен код",
      "2########",
      "BG.vat",
    ),
  ),
  state(
    "GR",
    "sundwerk.gr",
    "el",
    "Sundwerk ΙΚΕ",
    vat(
      "ΑΦΜ|Α.Φ.Μ.|ΑΦΜ:|Α.Φ.Μ|Αριθμός Φορολογικού Μητρώου|VAT|Αρ. Φορολογικού Μητρώου|AFM",
      "8########",
      "GR.vat",
    ),
    register(
      "ΓΕΜΗ|Γ.Ε.ΜΗ.|Αρ. ΓΕΜΗ|Αριθμός ΓΕΜΗ|Αρ. Γ.Ε.ΜΗ.|Γ.Ε.Μ.Η.|Αριθμός Γ.Ε.ΜΗ.|ΑΡ. Γ.Ε.ΜΗ|G.E.MI.|GEMI",
      "1###########",
    ),
  ),
  state(
    "CY",
    "sundwerk.com.cy",
    "el",
    "Sundwerk Ltd",
    vat("ΦΠΑ|Α.Φ.Μ.|VAT|VAT number|Αρ. ΦΠΑ|VAT Reg. No.", "CY1#######@", "CY.vat"),
    register(
      "Registration number|Company Registration Number|Company number|Αριθμός Εγγραφής|Αρ. Εγγραφής|Registered in Cyprus, No.",
      "HE 3#####",
    ),
  ),
  state(
    "MT",
    "sundwerk.mt",
    "en",
    "Sundwerk Limited",
    vat(IN_ENGLISH, "MT########", "MT.vat"),
    register(
      "Company number|Company Registration Number|Company Reg. No.|Registered in Malta|Registration No",
      "C 4####",
    ),
  ),
  state(
    "HR",
    "sundwerk.hr",
    "hr",
    "Sundwerk d.o.o.",
    vat("OIB|OIB:|O.I.B.|PDV ID|PDV ID broj|OIB/PDV ID|Porezni broj|OIB broj", "###########", "HR.oib"),
    register(
      "MBS|MBS:|Matični broj subjekta|Matični broj subjekta (MBS)|MBS broj|Sudski registar MBS",
      "0########",
    ),
  ),
  state(
    "SI",
    "sundwerk.si",
    "sl",
    "Sundwerk d.o.o.",
    vat(
      "ID za DDV|ID številka za DDV|Davčna številka|ID DDV|ID št. za DDV|Davčna št.|Identifikacijska številka za DDV|DDV ID|Davčni zavezanec",
      "SI########",
      "SI.ddv",
    ),
    register("Matična številka|Matična št.|Mat. št.|MŠ|Matična|Matična številka podjetja", "6######000"),
  ),
  state(
    "RS",
    "sundwerk.rs",
    "sr",
    "Sundwerk d.o.o.",
    vat("PIB|PIB:|ПИБ|Poreski broj|PIB broj|Poreski identifikacioni broj|P.I.B.", "1########", "RS.pib"),
    register("Matični broj|MB|Mat. br.|Матични број|Matični br.|MB:|Maticni broj|Mat. broj|МБ", "2#######"),
  ),
  state(
    "BA",
    "sundwerk.ba",
    "bs",
    "Sundwerk d.o.o.",
    vat("PDV broj|PDV|PDV br.|PDV ID|PDV identifikacioni broj", "2###########"),
    register("ID broj|JIB|Identifikacijski broj|Identifikacioni broj|JIB:|ID br.", "42###########"),
  ),
  state(
    "ME",
    "sundwerk.me",
    "sr-ME",
    "Sundwerk d.o.o.",
    vat("PIB|PDV|PDV broj|PIB:", "0#######", "ME.pib"),
  ),
  state(
    "MK",
    "sundwerk.mk",
    "mk",
    "Сундверк ДООЕЛ",
    vat("ЕДБ|Даночен број|Единствен даночен број|ЕДБ:|EDB", "40###########", "MK.edb"),
    register("ЕМБС|Матичен број|ЕМБС:|EMBS", "7######"),
  ),
  state(
    "AL",
    "sundwerk.al",
    "sq",
    "Sundwerk sh.p.k.",
    vat("NIPT|NUIS|NIPT:|Nr. NIPT|NIPT/NUIS|NUIS (NIPT)", "L########@", "AL.nipt"),
  ),
  state(
    "LT",
    "sundwerk.lt",
    "lt",
    "UAB Sundwerk",
    vat(
      "PVM kodas|PVM mokėtojo kodas|PVM kodas:|PVM mok. kodas|PVM|PVM mokėtojo kodas:",
      "LT#######1#",
      "LT.pvm",
    ),
    register(
      "Įmonės kodas|Įm. kodas|Įm.k.|Į.k.|Kodas|Įmonės kodas:|Juridinio asmens kodas|Į/k|Imonės kodas",
      "3########",
    ),
  ),
  state(
    "LV",
    "sundwerk.lv",
    "lv",
    "SIA Sundwerk",
    vat(
      "PVN|PVN Nr.|PVN reģ. Nr.|PVN numurs|PVN reģistrācijas numurs|PVN reģistrācijas Nr.|PVN nr",
      "LV4##########",
      "LV.pvn",
    ),
    register(
      "Reģ. Nr.|Reģistrācijas numurs|Reģ.Nr.|Reg. Nr.|Vienotais reģistrācijas numurs|Reģistrācijas Nr.|Reģ. nr.|Reg.nr.|Reģ.numurs|Vienotais reģ. Nr.",
      "4##########",
      "LV.pvn",
    ),
  ),
  state(
    "EE",
    "sundwerk.ee",
    "et",
    "Sundwerk OÜ",
    vat(
      "KMKR|KMKR nr|KMKR number|KMKR:|KM nr|Käibemaksukohustuslase number|KMKN|KM-number|KMKR nr.",
      "EE10#######",
      "EE.kmkr",
    ),
    register(
      "Registrikood|Reg. kood|Reg.kood|Registrikood:|Reg nr|Reg.nr|Registrinumber|Äriregistri kood|Rg-kood|Reg. nr.|Äriregistrikood|Rg kood",
      "1#######",
      "EE.registrikood",
    ),
  ),
  state(
    "UA",
    "sundwerk.com.ua",
    "uk",
    "ТОВ «Сундверк»",
    vat("ІПН|ІПН:|Індивідуальний податковий номер|Податковий номер", "3###########"),
    register(
      "ЄДРПОУ|Код ЄДРПОУ|ЄДРПОУ:|код за ЄДРПОУ|Ідентифікаційний код|код ЄДРПОУ|ЕДРПОУ",
      "4#######",
      "UA.edrpou",
    ),
  ),
  state(
    "RU",
    "sundwerk.ru",
    "ru",
    "ООО «Сундверк»",
    register("ОГРН|ОГРН:|ОГРН №|О.Г.Р.Н.|огрн|ОГРН -", "1############"),
  ),
  state(
    "RU",
    "sundatelier.ru",
    "ru",
    "ИП Сунд",
    register("ИНН|ИНН:|ИНН/КПП|инн|И.Н.Н.|ИНН №", "77########", "RU.inn"),
  ),
  state(
    "BY",
    "sundwerk.by",
    "ru",
    "ООО «Сундверк»",
    register("УНП|УНП:|УНН|Учетный номер плательщика|унп", "2########", "BY.unp"),
  ),
  state(
    "KZ",
    "sundwerk.kz",
    "ru",
    "ТОО «Сундверк»",
    register("БИН|БИН:|БИН/ИИН|БСН|ИИН/БИН|BIN|бин", "0702########"),
  ),
  state("UZ", "sundwerk.uz", "ru", "ООО «Сундверк»", register("ИНН|СТИР|STIR|INN", "3########")),
  state(
    "GE",
    "sundwerk.ge",
    "ka",
    "შპს სუნდვერკი",
    register("ს/კ|საიდენტიფიკაციო კოდი|ს.კ.|ID|საიდენტიფიკაციო ნომერი", "4########"),
  ),
  state("AM", "sundwerk.am", "hy", "Սունդ ՍՊԸ", register("ՀՎՀՀ|ՀՎՀՀ:", "0#######")),
  state(
    "AZ",
    "sundwerk.az",
    "az",
    "Sundwerk MMC",
    register("VÖEN|VOEN|VÖEN:|VÖEN №", "1########1", "AZ.tin"),
  ),
  state(
    "TR",
    "sundwerk.com.tr",
    "tr",
    "Sundwerk A.Ş.",
    register("MERSİS|Mersis No|MERSİS No|MERSİS Numarası|Mersis Numarası|MERSIS NO", "0###############"),
  ),
  state(
    "TR",
    "sundatelier.com.tr",
    "tr",
    "Sundatelier Ltd. Şti.",
    register(
      "Vergi No|VKN|Vergi Numarası|Vergi Kimlik No|Vergi Kimlik Numarası|V.K.N.|Vergi Dairesi / No: Nilüfer",
      "##########",
      "TR.vkn",
    ),
  ),
  state(
    "IL",
    "sundwerk.co.il",
    "he",
    'סונד בע"מ',
    register("ח.פ.|ח.פ|ח\"פ|חפ|מספר חברה|ח״פ|ח.פ:|מס' חברה|H.P.", "51#######", "IL.hp"),
    vat('עוסק מורשה|ע.מ.|עוסק מורשה מספר|ע.מ|ע"מ', "51#######", "IL.hp"),
  ),
  state(
    "SA",
    "sundwerk.com.sa",
    "ar",
    "شركة سوند",
    vat(
      "الرقم الضريبي|VAT No.|VAT Number|رقم ضريبي|رقم التسجيل الضريبي|الرقم الضريبي:|VAT",
      "3#############3",
    ),
    register(
      "سجل تجاري|السجل التجاري|س.ت|رقم السجل التجاري|C.R.|CR No.|س.ت.|Commercial Registration|CR",
      "10########",
    ),
  ),
  state(
    "AE",
    "sundwerk.ae",
    "en",
    "Sundwerk LLC",
    vat(
      "TRN|TRN:|TRN No.|VAT TRN|Tax Registration Number|VAT No.|الرقم الضريبي|رقم التسجيل الضريبي",
      "100############",
    ),
    register(
      "Trade License No.|Trade Licence No|License No.|رقم الرخصة|Trade License Number|Commercial License No.",
      "7#####",
    ),
  ),
  state(
    "QA",
    "sundwerk.qa",
    "en",
    "Sundwerk W.L.L.",
    register("CR No.|C.R. No.|CR|Commercial Registration No.|سجل تجاري", "1#####"),
  ),
  state(
    "EG",
    "sundwerk.eg",
    "ar",
    "شركة سوند",
    register("سجل تجاري|س.ت|رقم السجل التجاري|Commercial Register No.", "1#####"),
    vat("الرقم الضريبي|رقم التسجيل الضريبي|بطاقة ضريبية|Tax Card No.", "###-###-###", "EG.tn"),
  ),
  state(
    "MA",
    "sundwerk.ma",
    "fr",
    "Sundwerk SARL",
    register("ICE|ICE:|I.C.E.|N° ICE|ICE n°|Identifiant Commun de l'Entreprise", "00###########00"),
  ),
  state(
    "TN",
    "sundwerk.tn",
    "fr",
    "Sundwerk SARL",
    register(
      "Matricule fiscal|Matricule fiscale|MF|M.F.|Matricule Fiscale|Identifiant unique",
      "1######/L/A/M/000",
    ),
  ),
  state(
    "DZ",
    "sundwerk.dz",
    "fr",
    "Sundwerk SARL",
    register("NIF|N.I.F.|NIF:|Numéro d'identification fiscale", "000############"),
  ),
  state(
    "SN",
    "sundwerk.sn",
    "fr",
    "Sundwerk SARL",
    register("RCCM|R.C.C.M.|RCCM N°|N° RCCM|RC", "SN-DKR-2015-B-1####"),
  ),
  state(
    "CI",
    "sundwerk.ci",
    "fr",
    "Sundwerk SARL",
    register("RCCM|R.C.C.M|RCCM:|Registre du commerce", "CI-ABJ-2017-B-1####"),
  ),
  state(
    "CM",
    "sundwerk.cm",
    "fr",
    "Sundwerk SARL",
    register("RC|RCCM|RCCM N°", "RC/DLA/2015/B/1###"),
    register("NIU|N° contribuable|Numéro de contribuable", "M0415########B"),
  ),
  state(
    "NG",
    "sundwerk.ng",
    "en",
    "Sundwerk Limited",
    register("RC|RC:|RC No.|RC Number|CAC Registration Number|CAC No.|RC No|RC-|CAC RC", "1######"),
  ),
  state(
    "KE",
    "sundwerk.co.ke",
    "en",
    "Sundwerk Limited",
    register("PIN|KRA PIN|PIN No.|Company PIN|P.I.N. No.|KRA PIN No", "P051######@", "KE.pin"),
  ),
  state(
    "GH",
    "sundwerk.com.gh",
    "en",
    "Sundwerk Limited",
    register("TIN|TIN No.|Tax Identification Number|GRA TIN", "C00########", "GH.tin"),
  ),
  state(
    "TZ",
    "sundwerk.co.tz",
    "en",
    "Sundwerk Limited",
    register("TIN|TIN No.|TIN:|Tax Identification Number", "1##-###-###"),
  ),
  state("UG", "sundwerk.co.ug", "en", "Sundwerk Limited", register("TIN|TIN No.|TIN:", "10########")),
  state(
    "ZA",
    "sundwerk.co.za",
    "en",
    "Sundwerk (Pty) Ltd",
    vat(`${IN_ENGLISH}|VAT|VAT Reg`, "4#########", "ZA.vat"),
    register(
      "Reg. No.|Registration Number|Company Reg No|Reg No|Co. Reg. No.|Company Registration|Registration No.|Reg|CK|CIPC|Company registration number|Reg. Nr",
      "2014/######/07",
    ),
  ),
  state(
    "MU",
    "sundwerk.mu",
    "en",
    "Sundwerk Ltd",
    register("BRN|BRN:|Business Registration Number|BRN No.", "C07######"),
    vat("VAT|VAT No.|VAT Registration Number", "2#######"),
  ),
  state(
    "IN",
    "sundwerk.in",
    "en",
    "Sundwerk Private Limited",
    vat(
      "GSTIN|GST No.|GST Number|GSTIN No.|GST|GST IN|GST Registration No.|GSTIN/UIN|GST No|GSTIN :",
      "27ABDCF####K1Z#",
      "IN.gstin",
    ),
    register(
      "CIN|CIN:|CIN No.|Corporate Identity Number|CIN Number|Corporate Identification Number|CIN No",
      "U7####MH2006PTC1#####",
    ),
  ),
  state(
    "PK",
    "sundwerk.com.pk",
    "en",
    "Sundwerk (Pvt.) Ltd.",
    register("NTN|NTN No.|NTN:|National Tax Number|NTN Number", "1######-#"),
  ),
  state(
    "BD",
    "sundwerk.com.bd",
    "en",
    "Sundwerk Limited",
    vat("BIN|BIN No.|VAT Reg. No.|VAT Registration No", "000######-0#0#"),
  ),
  state(
    "LK",
    "sundwerk.lk",
    "en",
    "Sundwerk (Pvt) Ltd",
    register(
      "Company Registration No.|Reg. No.|Company Reg. No|Business Registration No.|BR No.",
      "PV 1####",
    ),
  ),
  state(
    "NP",
    "sundwerk.com.np",
    "en",
    "Sundwerk Pvt. Ltd.",
    register("PAN|PAN No.|PAN Number|PAN/VAT No.|VAT/PAN No.", "60#######"),
  ),
  state(
    "SG",
    "sundwerk.sg",
    "en",
    "Sundwerk Pte. Ltd.",
    register(
      "UEN|UEN:|UEN No.|Co. Reg. No.|Company Registration No.|UEN Number|Company Reg No|Business Registration No.|Unique Entity Number|ROC|Co. Reg. No.|RCB No.",
      "2015#####@",
      "SG.uen",
    ),
    vat("GST Reg. No.|GST Registration No.|GST No.|GST Reg No", "M2-001####-#"),
  ),
  state(
    "MY",
    "sundwerk.com.my",
    "en",
    "Sundwerk Sdn. Bhd.",
    register(
      "Company No.|Registration No.|SSM No.|Co. No.|Company Registration No.|Reg. No.|SSM|Co. Reg. No.|ROC No.",
      "201501######",
    ),
  ),
  state(
    "ID",
    "sundwerk.co.id",
    "id",
    "PT Sundwerk",
    register("NPWP|NPWP:|N.P.W.P.|No. NPWP|Nomor NPWP", "0#.###.###.#-###.000", "ID.npwp"),
    register("NIB|NIB:|Nomor Induk Berusaha|No. NIB", "91###########"),
  ),
  state(
    "TH",
    "sundwerk.co.th",
    "th",
    "บริษัท ซุนด์ จำกัด",
    register(
      "เลขประจำตัวผู้เสียภาษี|เลขที่ผู้เสียภาษี|เลขทะเบียนนิติบุคคล|ทะเบียนเลขที่|เลขประจำตัวผู้เสียภาษีอากร|Tax ID|TAX ID:|เลขทะเบียน",
      "0105###57####",
      "TH.moa",
    ),
  ),
  state(
    "VN",
    "sundwerk.vn",
    "vi",
    "Công ty TNHH Sundwerk",
    register(
      "MST|Mã số thuế|Mã số doanh nghiệp|MST:|MSDN|Mã số DN|GPKD số|GPĐKKD số|Giấy CNĐKDN số|Tax code|Mã số thuế/MST|ĐKKD",
      "03########",
      "VN.mst",
    ),
  ),
  state(
    "PH",
    "sundwerk.com.ph",
    "en",
    "Sundwerk, Inc.",
    register("TIN|TIN No.|TIN:|SEC Reg. No.|SEC Registration No.", "00#-###-###-000"),
  ),
  state(
    "TW",
    "sundwerk.com.tw",
    "zh-TW",
    "桑德有限公司",
    register("統一編號|統編|公司統編|統一編號：|營利事業統一編號|公司統一編號|統編：", "########", "TW.ubn"),
  ),
  state(
    "HK",
    "sundwerk.com.hk",
    "en",
    "Sundwerk Limited",
    register(
      "BR No.|Business Registration No.|BRN|CR No.|Company No.|Company Registration No.|商業登記證號碼|公司編號|Business Registration Number",
      "2#######",
    ),
  ),
  state(
    "CN",
    "sundwerk.cn",
    "zh",
    "桑德有限公司",
    register(
      "统一社会信用代码|统一社会信用代码：|营业执照注册号|营业执照|社会信用代码|信用代码",
      "91310000MA1#####X#",
    ),
  ),
  state(
    "JP",
    "sundwerk.co.jp",
    "ja",
    "株式会社サンド",
    register("法人番号|法人番号：|会社法人等番号", "#############", "JP.cn"),
  ),
  state(
    "JP",
    "sundatelier.co.jp",
    "ja",
    "合同会社サンド",
    register(
      "登録番号|適格請求書発行事業者登録番号|インボイス登録番号|適格請求書発行事業者番号|インボイス番号|適格請求書発行事業者の登録番号",
      "T7010001#####1",
    ),
  ),
  state(
    "KR",
    "sundwerk.co.kr",
    "ko",
    "주식회사 순드",
    register(
      "사업자등록번호|사업자 등록번호|사업자번호|사업자등록번호 :|사업자 번호|사업자등록 번호|등록번호|Business Registration Number",
      "###-81-#####",
      "KR.brn",
    ),
  ),
  state(
    "AU",
    "sundwerk.com.au",
    "en",
    "Sundwerk Pty Ltd",
    register(
      "ABN|ABN:|A.B.N.|ABN No.|ABN Number|Australian Business Number|ABN #",
      "## ### ### ###",
      "AU.abn",
    ),
  ),
  state(
    "AU",
    "sundatelier.com.au",
    "en",
    "Sundatelier Pty Ltd",
    register("ACN|A.C.N.|ACN:|Australian Company Number|ACN No.", "6## ### ###", "AU.acn"),
  ),
  state(
    "NZ",
    "sundwerk.co.nz",
    "en",
    "Sundwerk Limited",
    register("NZBN|NZBN:|New Zealand Business Number|NZBN No.|NZBN number", "94290########"),
    vat("GST|GST No.|GST Number|GST Reg. No.|GST#|GST:|GST registration number", "1##-###-###", "NZ.ird"),
  ),
  state(
    "NZ",
    "sundatelier.co.nz",
    "en",
    "Sundatelier Limited",
    register(
      "Company Number|Company No.|Companies Office Number|Company registration number|NZ Company Number",
      "6######",
    ),
  ),
  state(
    "CA",
    "sundwerk.ca",
    "en",
    "Sundwerk Inc.",
    vat(
      "GST/HST|GST No.|HST|GST/HST No.|GST|GST Registration Number|TPS|N° TPS|HST No.|HST #|GST #|GST/HST Registration No.|No de TPS",
      "######### RT0001",
      "CA.gst",
    ),
  ),
  state(
    "CA",
    "sundatelier.ca",
    "fr",
    "Sundatelier inc.",
    register("NEQ|NEQ:|N° d'entreprise du Québec|Numéro d'entreprise du Québec", "117#######"),
    register(
      "Business Number|BN|BN:|Charitable Registration Number|Registered charity|Numéro d'organisme de bienfaisance|Charity number",
      "######### RR0001",
    ),
  ),
  state(
    "US",
    "sundwerk.us",
    "en",
    "Sundwerk Inc.",
    register(
      "EIN|EIN:|Tax ID|Federal Tax ID|Federal EIN|Tax ID Number|EIN #|Employer Identification Number|Federal Tax ID Number|FEIN",
      "84-#######",
      "US.ein",
    ),
  ),
  state(
    "BR",
    "sundwerk.com.br",
    "pt-BR",
    "Sundwerk Ltda.",
    register(
      "CNPJ|CNPJ:|C.N.P.J.|CNPJ nº|CNPJ/MF|CNPJ sob nº|Inscrita no CNPJ sob o nº|CNPJ n.|CNPJ (MF)|inscrita no CNPJ/MF sob o nº",
      "##.###.###/0001-##",
      "BR.cnpj",
    ),
  ),
  state(
    "AR",
    "sundwerk.com.ar",
    "es",
    "Sundwerk S.R.L.",
    register("CUIT|C.U.I.T.|CUIT:|CUIT N°|CUIT Nº|C.U.I.T. N°|CUIT nro.", "30-########-#", "AR.cuit"),
  ),
  state(
    "CL",
    "sundwerk.cl",
    "es",
    "Sundwerk SpA",
    register(
      "RUT|R.U.T.|RUT:|Rut|RUT N°|Rol Único Tributario|RUT empresa|R.U.T. N°",
      "76.###.###-#",
      "CL.rut",
    ),
  ),
  state(
    "CO",
    "sundwerk.com.co",
    "es",
    "Sundwerk S.A.S.",
    register("NIT|N.I.T.|NIT:|Nit|NIT No.|NIT.|Nit. No.|identificada con NIT", "900.###.###-#", "CO.nit"),
  ),
  state(
    "PE",
    "sundwerk.pe",
    "es",
    "Sundwerk S.A.C.",
    register(
      "RUC|R.U.C.|RUC:|RUC N°|RUC Nº|Ruc|R.U.C. N°|Registro Único de Contribuyentes",
      "20#########",
      "PE.ruc",
    ),
  ),
  state(
    "EC",
    "sundwerk.ec",
    "es",
    "Sundwerk S.A.",
    register("RUC|R.U.C.|RUC:|RUC N°|Ruc", "179#######001", "EC.ruc"),
  ),
  state(
    "PY",
    "sundwerk.com.py",
    "es",
    "Sundwerk S.R.L.",
    register("RUC|R.U.C.|RUC:|RUC N°", "80######-#", "PY.ruc"),
  ),
  state(
    "UY",
    "sundwerk.com.uy",
    "es",
    "Sundwerk S.A.",
    register("RUT|R.U.T.|RUT:|RUC", "21#########1", "UY.rut"),
  ),
  state(
    "VE",
    "sundwerk.com.ve",
    "es",
    "Sundwerk C.A.",
    register("RIF|R.I.F.|RIF:|Rif|RIF N°", "J-########-#", "VE.rif"),
  ),
  state("BO", "sundwerk.com.bo", "es", "Sundwerk S.R.L.", register("NIT|N.I.T.|NIT:", "102#######")),
  state(
    "MX",
    "sundwerk.com.mx",
    "es",
    "Sundwerk S.A. de C.V.",
    register("RFC|R.F.C.|RFC:|Registro Federal de Contribuyentes|R.F.C:", "SUN080512@@#", "MX.rfc"),
  ),
  state(
    "CR",
    "sundwerk.co.cr",
    "es",
    "Sundwerk S.A.",
    register(
      "Cédula jurídica|Cédula Jurídica|Cédula jurídica:|Ced. Jur.|Céd. Jurídica|Cedula juridica|Cédula Jurídica N°|Ced. Jurídica",
      "3-101-######",
    ),
  ),
  state(
    "DO",
    "sundwerk.com.do",
    "es",
    "Sundwerk SRL",
    register("RNC|R.N.C.|RNC:|RNC No.|RNC N°", "1-3#-#####-#", "DO.rnc"),
  ),
  state("GT", "sundwerk.com.gt", "es", "Sundwerk S.A.", register("NIT|N.I.T.|NIT:", "######-K", "GT.nit")),
  state(
    "SV",
    "sundwerk.com.sv",
    "es",
    "Sundwerk S.A. de C.V.",
    register("NIT|N.I.T.", "0614-######-10#-#", "SV.nit"),
    register("NRC", "1#####-#"),
  ),
  state("HN", "sundwerk.hn", "es", "Sundwerk S. de R.L.", register("RTN|R.T.N.|RTN:", "0801##########")),
  state("PA", "sundwerk.com.pa", "es", "Sundwerk, S.A.", register("RUC|R.U.C.|RUC:", "155######-2-2016")),
  state(
    "MC",
    "sundwerk.mc",
    "fr",
    "Sundwerk SARL",
    register("RCI|R.C.I.|RCI Monaco|RCI n°", "08 S 0####"),
    vat("TVA|TVA intracommunautaire|N° TVA", "FR##000######", "MC.tva"),
  ),
  state(
    "AD",
    "sundwerk.ad",
    "ca",
    "Sundwerk SL",
    register("NRT|N.R.T.|NRT:|Número de registre tributari", "L-7#####-K"),
  ),
];
