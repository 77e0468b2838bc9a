/** The legal forms that stand behind or before a company's name, of the countries that we know. */

/** Of one meaning wherever they stand. */
const ANYWHERE =
  "g?GmbH(?: & Co\\.? KG(?:aA)?)?|mbH(?: & Co\\.? KG)?|UG(?: \\(haftungsbeschr(?:ä|ae)nkt\\))?|AG|KG(?:aA)?|OHG|OG|GbR|PartG(?: ?mbB)?|Ges\\.? ?m\\.? ?b\\.? ?H\\.?|FlexCo|e\\.\\s?K\\.|e\\.\\s?U\\.|e\\.\\s?V\\.|" +
  "Pty\\.? (?:Ltd\\.?|Limited)|(?:\\(Pty\\)|\\(Proprietary\\)|Proprietary|Pte\\.?|Pvt\\.?|\\(Pvt\\.?\\)|\\(P\\)|Private) (?:Ltd\\.?|Limited)|(?:& )?Co\\.?,? (?:Ltd\\.?|Inc\\.?)|Ltd\\.?|Limited|FZ-?LLC|LLC|L\\.L\\.C\\.?|Inc\\.?|Incorporated|Corp\\.?|Corporation|PLC|plc|PLLC|LLP|CIC|CLG|Teoranta|W\\.L\\.L\\.?|FZE|FZCO|DMCC|Sdn\\.? Bhd\\.?|Berhad|" +
  "S\\.?A\\.?R\\.?L\\.?(?:[ -](?:AU|S))?|Sàrl|S\\.? ?à ?r\\.? ?l\\.?|Sagl|SASU?|S\\.A\\.S\\.?U?\\.?|EURL|BVBA|SPRL|VZW|ASBL|" +
  "S\\.?r\\.?l\\.?(?:s|S)?\\.?(?: ?Unipersonale)?|S\\.?p\\.?A\\.?|S\\.n\\.c\\.|S\\.a\\.s\\.|Soc(?:ietà|\\.) Coop(?:erativa|\\.)|" +
  "S\\.?L\\.?(?:U|P|N\\.?E)?\\.?|S\\. ?Coop\\.?|S\\.A\\.U?\\.?(?: de C\\.V\\.)?|SA de CV|S\\. de R\\.L\\.(?: de C\\.V\\.)?|S\\.A\\.P\\.I\\. de C\\.V\\.|S\\.A\\.C\\.|E\\.I\\.R\\.L\\.|EIRL|S\\.R\\.L\\.|SRL(?:-D)?|(?:Unipessoal,? )?(?:Lda\\.?|L[Tt][Dd][Aa]\\.?|Limitada)(?:(?: -)? (?:ME|EPP))?|EIRELI|" +
  "B\\.?V\\.?|N\\.?V\\.?|V\\.O\\.F\\.|VOF|AB(?: \\(publ\\))?|Aktiebolag|Handelsbolag|Ek\\. ?för\\.?|ASA?|ENK|ApS|A/S|I/S|K/S|P/S|Oyj?(?: Ab)?|Tmi|ehf\\.?|hf\\.|" +
  "[Ss]p\\. ?z ?o\\. ?o\\.?(?: [Ss]p\\. ?k\\.?)?|Sp\\. ?[jk]\\.|[Ss]półka z (?:o\\. ?o\\.|ograniczoną odpowiedzialnością)|s\\. ?r\\. ?o\\.|spol\\. s r\\. ?o\\.|a\\. ?s\\.|v\\. ?o\\. ?s\\.|Kft\\.?|Zrt\\.?|Nyrt\\.?|Bt\\.|Kkt\\.?|Korlátolt Felelősségű Társaság|" +
  "j?\\.?d\\. ?o\\. ?o\\.|DOO|d\\. ?d\\.|UAB|SIA|OÜ|MTÜ|(?:San(?:ayi|\\.) (?:ve )?Tic(?:aret|\\.) )?(?:Ltd\\. Şti\\.?|Limited Şirketi|A\\.Ş\\.?|Anonim Şirketi)";

/** In other letters, with no word's end to go by. */
const OTHER_LETTERS =
  '株式会社|有限会社|合同会社|合資会社|協同組合|一般(?:社団|財団)法人|NPO法人|医療法人(?:社団|財団)?|[(（]株[)）]|㈱|(?:股份)?有限公司|企業社|주식회사|유한회사|\\(주\\)|㈜|(?<!\\p{L})(?:Е?ООД|ДОО(?:ЕЛ)?|ТОО|ООО|О[АД]О|ЗАО|ПАО|ИП|ФОП|ТОВ|ЧТ?УП|НКО)(?!\\p{L})|Общество с ограниченной ответственностью|ΕΠΕ|ΙΚΕ|[ΕΙ]\\.[ΠΚ]\\.Ε\\.|[ΑΟΕ]\\.Ε\\.|בע["״]מ|จำกัด(?: \\(มหาชน\\))?|Công ty (?:TNHH|C(?:ổ phần|P))|CÔNG TY (?:TNHH|CỔ PHẦN)';

/** Said of other things too, so that they count only at the end of a name. */
const AT_END =
  "SA|S/A|SE|eG|SCOP|SNC|SCI|snc|DAC|C\\.B\\.|MEI|ME|HB|KB|DA|ANS|IVS|Ky|Ay|ry|Osk|sf\\.|s\\.c\\.|z\\.s\\.|e\\.v\\.|PFA|АД|s\\.p\\.|a\\.d\\.|obrt|CC|NPC|OPC|Co\\.|P\\.C\\.|L\\.P\\.|C\\.A\\.|S\\.C\\.|SAC|inc\\.|lt[ée]e|Ltée|JSC|Tbk|L\\.P\\.";

/** Before the name, which is quoted or begins with a capital. */
const AT_START =
  "SAS|SASU|SARL|EURL|SCI|SNC|EI|BVBA|Stichting|Vereniging|AB|AS|Oy|Tmi|S\\.?C\\.?|P\\.?P?\\.?H\\.?U\\.?|F\\.?H\\.?U\\.?|Fundacja|UAB|MB|IĮ|VšĮ|SIA|IK|OÜ|MTÜ|FIE|PT\\.?|CV\\.?|UD\\.?|M/s\\.?|ЕТ|ПП|АТ|АО|ООО|ТОВ|ФОП|ИП|ТОО|شركة|مؤسسة|บริษัท|ห้างหุ้นส่วนจำกัด";

const STARTED = `^(?:${AT_START})(?=\\s?["«„“]|\\s[\\p{Lu}\\p{Lo}])`;

export const LEGAL_FORM = new RegExp(
  `(?:(?<![\\p{L}\\d])(?:${ANYWHERE})(?=[\\s,.)]|$))|${OTHER_LETTERS}|(?<=[\\p{L}»"”“],? )(?:${AT_END})(?=\\s*$|,\\s(?!\\d)|\\s\\()|${STARTED}`,
  "u",
);

/** `Acme Tools Ltd, Mill Lane 4, Leeds`: the name is whoever is addressed. */
export const ADDRESSEE = new RegExp(
  `^(${STARTED}[^:©@|,\\d]{2,50}|[^:©@|,\\d]{2,50}?(?:, )?(?:${LEGAL_FORM.source}))(?:, | [–-] | \\| )`,
  "u",
);
