/**
 * Lines that speak of somebody else: who built or hosts the site, who supervises, insures or counts its owner among its
 * members, whom its data are passed on to, and on any page customers, partners, sellers, events and open positions.
 * Their addresses and numbers are not the company's.
 */
import type { PageLine } from "../parse/parsed_page.ts";
import { fold } from "./candidate.ts";
import { isPersonName } from "./names/person_name.ts";
import type { PageRole } from "./site.ts";

/** `Website by Studio Nord`, wherever it stands. */
const CREDIT =
  /(?<!\p{L})(?:(?:web)?site (?:designed |built |made |created |developed )?by|web ?design(?:ed)? by|(?:designed|developed|powered|created|hosted|promoted) (?:(?:and|&) \p{L}+ )?by|designed &|design by|web-?design\s*:|(?<!(?:diese|dieser|unsere|der|this|the|our|deze|onze) )website\s*:(?!\s*(?:https?:|www\.|[\w-]+\.\w))|umsetzung\s*:|realis(?:ation|iert|ierung)(?: von| durch)?\s*:|konzept(?:ion)? (?:und|&) (?:realisation|umsetzung|design|gestaltung)|erstellt mit|réalisation\s*:|réalisé par|conception\s*:|crédits?\s*:|diseño (?:web|y alojamiento)|desarrollado por|diseñado por|desenvolvido por|realizzat[oa] da|sito (?:web )?(?:realizzato )?(?:da|a cura di)|levert av|laget av|lavet af|udviklet af|producerad av|webbplats av|toteutus\s*:|vytvoři|vytvoril|projekt i wykonanie|wykonanie\s*:|realizacja\s*:|készítette|κατασκευή ιστοσελ|изработка на|dezvoltat de|izrada (?:web )?stranic|(?:wordpress |free )?(?:themes?|templates?) (?:by|from|von|par|de)|free website templates|(?:koti|verkko|netti)sivut\s*:|web tasar[ıi]m|projekt(?: graficzny| strony)?\s*:|(?:разработка|создание) сайт|сайт (?:разработан|создан|сделан)|made (?:on|with) (?:tilda|wix|webflow|framer)|(?:בניית|עיצוב) אתר|(?:ホームページ|サイト|web)制作\s*[:：]?|홈페이지 ?제작)/iu;
/** What a site is called, and what its makers did, wherever the two stand together: `Strona stworzona przez …`. */
const SITE =
  "(?:web|internet)?-?(?:site|seiten?|page|oldal|sida|sted)|web[us]?|website|sito|sitio|página(?: web)?|stron[ay]|stránk[ay]|(?:verkko|koti|netti)sivut?|hjemmesiden?|nettsiden?|hemsidan?|сайт[а-яіу]*|homepage|uygulama|siteul";
const MADE =
  "(?:made|built|designed|developed|created|crafted|hosted) by|gemaakt door|gebouwd door|ontwikkeld door|erstellt (?:von|durch)|umgesetzt (?:von|durch)|gestaltet (?:von|durch)|entwickelt von|programmiert von|réalisée? par|créée? par|conçue? par|développée? par|realizzat[oa] d|sviluppat[oa] da|creat[oa] da|realizad[oa] por|cread[oa] por|desarrollad[oa] por|diseñad[oa] por|desenvolvid[oa] por|criad[oa] por|wykonan\\p{L}+ przez|stworzon\\p{L}+ przez|wykonanie|wykonawca|tvorba|création|creación|criação|vytvoř\\p{L}+|készít\\p{L}+|fejleszt\\p{L}+|realizat(?: de|ă de)|creat de|dezvoltat de|izrada|izdelava|разработ\\p{L}+|создан\\p{L}*|розроб\\p{L}+|продвижение|skapad av|gjord av|utvecklad av|laget av|utviklet av|lavet af|udviklet af|af|av|toteut\\p{L}+|tasar[ıi]m\\p{L}*";
/** Those who only keep a site running, or decide whether its owner may; the owner may be named before them. */
const KEEPERS =
  /(?<!\p{L})(?:hébergée? (?:par|chez|auprès)|hosting(?: provider)?\s*:|gehostet (?:von|bei|durch)|hosted (?:by|at|with)|alojad[oa] (?:en|por)|ospitato (?:da|presso)|hostowan\p{L}+ (?:przez|w)|hosting zapewnia|proveedor de (?:alojamiento|hosting)|realisatie\s*:|authori[sz]ed (?:and regulated )?by (?:the )?\p{Lu}|regulated by the|erteilt (?:durch|von)|médiateur de la consommation|(?:orders|payments?|pagamenti|ordini|pagos|paiements|zahlungen)(?= ).{0,20} (?:processed by|gestiti da|gestionad\p{L}+ por|gérés par)|encargad[oa] del? tratamiento|호스팅 ?(?:서비스|제공)?\s*:?)/iu;
/** Whom a company tells of in the middle of a sentence. */
const OFFICE_OF_OTHERS =
  /^(?:we are |wir sind |nous sommes |somos |siamo |wij zijn |vi är |vi er |jesteśmy |olemme )?(?:proud )?(?:members? of|membres? d|mitglied(?:er)? (?:der|des|im|in|bei|von)|miembros? de|medlem(?:mar|mer)? (?:i|av|af)|lid van|soci[oi] d|członk\p{L}+)(?!\p{L})|(?:EU|UK|GDPR|DSGVO)[- ](?:representative|vertreter)|article 27|agencia española de protección|merchant of record|data protection (?:officer|authority)|datenschutzbeauftragt|delegado de protecci|encarregado (?:de|pelo|do)|inscrit[ao] na ordem|obchodn\p{L}+ inspekc|spotřebitelské centrum|úřad\p{L}* pro ochranu|prezes\p{L}* urzędu|ochrony danych osobowych|schlichtungsstelle|datatilsynet|integritetsskyddsmyndigheten|commission nationale de l['’]informatique|information commissioner|garante per la protezione|tietosuojavaltuut|kuluttajariita|konsumentverket|adatvédelmi|reclamaç\p{L}+|returns? address|rücksendeadresse|adresse de retour|adresa pro vrácení|adres do zwrotów|palautusosoite|반품 ?주소|médiation de la consommation|(?<!\p{L})CNIL(?!\p{L})|financial conduct authority|(?:insurance|cover) is provided|underwritten by|versicherer|assurance (?:responsabilité|professionnelle|décennale)|assurée? auprès|^(?:unsere )?bankverbindung|^bank[ae]?\s*:|^gerichtsstand|ochrony konkurencji|békéltető testület|orgán dozoru|obchodn\p{L}+ inšpekc|^ANPC(?!\p{L})|powierzamy|(?:sub)?processors? of (?:our|your) data|^(?:.{0,12}(?:inscrite? (?:au|à l['’])|iscritt[oai] (?:all['’]|al) ?|colegiad[oa] (?:en|por) ))?(?:l['’])?(?:ordre (?:des|national)|barreau d|ordine (?:degli|dei|delle)|(?:ilustre )?colegio (?:oficial|profesional|de (?:abogados|médicos|arquitectos))|ordem d[oa]s |conselho regional|(?:rechtsanwalts|(?:zahn)?ärzte|(?:landes)?apotheker|steuerberater|architekten|handwerks|industrie- und handels)kammer|the law society|bar association)(?!\p{L})/iu;
const MAKERS = new RegExp(
  `(?<!\\p{L})(?:web agency|webbyrå|webbureau|webagentur|web ?design (?:&|and) (?:hosting|development)|(?:${SITE})(?!\\p{L})[^.]{0,25}?(?<!\\p{L})(?:${MADE})(?!\\p{L})|(?:${MADE})[^.]{0,25}?(?<!\\p{L})(?:${SITE})(?!\\p{L}))`,
  "iu",
);
/** Alone on its line, in a page's frame too: below it stand who made the site. */
const CREDIT_TITLE =
  /^(?:site )?(?:credits?|crediti|crédits?|realizzazione|web-?\s?design|realisierung|umsetzung|réalisation|realización|tvorba webu|realisatie|wykonanie|toteutus|made by|design)\s*:?$/iu;
const SECTION =
  /^(?:\d+\.? )?(?:web-?)?(?:(?:angaben|informationen) zur |name und sitz des |infrastructure d['’])?(?:hosting|hoster|host\b|h[ée]berge(?:ur|ment)|tárhely|umsetzung|gestaltung|realisation|realisierung|programmierung|technische umsetzung|konzept|concept|concetto|web-?design|conception|création|réalisation|crédits|diseño|desarrollo|realizzazione|credits|bildnachweis|fotos?|photo|(?:zuständige )?(?:aufsichts|kammer|zulassungs)|schlichtung|(?:verbraucher)?streit|resolução alternativa|médiat|mediator|ombuds|autorité|(?:externer? )?datenschutzbeauftragt|inspektor ochrony|tietosuojavastaava|dataskyddsombud|databeskyttelsesrådgiver|pověřenec|(?:our )?data protection (?:officer|authority)|dpo\b|delegado de protecci|délégué à la protection|responsable? della protezione|functionaris|encarregado|(?:our )?(?:sub-?)?processors?|auftragsverarbeit|sous-traitant|(?:berufs)?haftpflicht|versicher(?:ung|er)|insurance|assurances?(?!\p{L})|nyilvántartó|felügyelet|members? of|mitglied|lid van|recipients|third part|ship to|bill to|deliver to|lieferadresse|dozor|klacht|geschillen|bank(?:er)?\b|取引銀行|取引先|garanties? financières?|caisse de garantie)/iu;
/** Those who watch over what companies do, by their names: on any page, with their address below. */
const AUTHORITY =
  /^(?:\d+\.? )?(?:(?:an )?(?:die|den|der|the|la|le|l['’]|il) ?)?(?:kişisel verileri koruma kurum|valstybin\p{L}+ duomenų apsaugos|andmekaitse inspektsioon|datu valsts inspekcij|úřad pro ochranu|úrad na ochranu|(?:prezes )?urz\p{L}+ ochrony danych|nemzeti adatvédelmi|autoritat\p{L}+ națională|agencija za zaštitu osobnih|informacijsk\p{L}+ pooblašč|комиси\p{L}+ за защита на личните|роскомнадзор|autoriteit persoonsgegevens|gegevensbeschermingsautoriteit|datatilsynet|integritetsskyddsmynd|tietosuojavaltuut|comissão nacional de proteção|αρχή προστασίας|(?:landes|bundes)beauftragte\p{L}* für (?:den )?datenschutz|bayerisches landesamt für datenschutz|unabhängiges landeszentrum|information commissioner|garante per la protezione|agencia española de protección|commission nationale de l['’]informatique|comisia? națională de protecție|державн\p{L}+ служб\p{L}+|комиси\p{L}+ за защита на потреб)/iu;
/** `e.g. 10 Mill Lane`, where a form says how to fill it in. */
const EXAMPLE =
  /^(?:e\.\s?g\.|for example|z\.\s?B\.|beispiel|par ex\.|par exemple|p\.\s?ej\.|por ejemplo|ad es\.|ad esempio|bijv\.|np\.|např\.|t\.\s?ex\.|f\.\s?eks\.|esim\.|пример|например|örn\.|例)\s?[:：]?\s/iu;
/** Headings of what is told about others, on any page; nothing else may stand in them. */
const ABOUT_OTHERS = new RegExp(
  `^(?:(?:our|unsere?|nos|nuestros|i nostri|nossos|onze|våra|våre|vores|nasi|naše|naši|some of our|the) )?(?:${
    [
      "(?:customer |client )?(?:testimonials?|reviews?)|kind words|what .{2,30} say(?: about us)?|happy (?:clients|customers)|clients|customers",
      "referenzen|kundenstimmen|(?:das )?sagen (?:unsere )?kunden|kunden(?:meinungen)?|referencie|reference|referencje|referenties|referenser|referanser|referenssit",
      "témoignages?|avis(?: de nos)? clients?|ils nous font confiance|références|opiniones|testimonios|clientes|recensioni|dicono di noi|clienti|depoimentos|testemunhos|quem já .{3,30}",
      "opinie(?: klientów)?|klanten(?: over ons)?|ervaringen|omdömen|kunder|anmeldelser|asiakkaat kertovat|asiakkaamme|お客様の声|導入事例|導入企業",
      "partners?|partner(?:n|er|zy|í|i)?|partenaires|colaboradores|parceiros|samarbetspartners?|samarbejdspartnere|kumppanit|sponsor(?:s|en|er|i|zy|eurs?|es)?|integrat(?:ions|ionen)|integraatiot",
      "stockists|where to buy|händler|bezugsquellen|verkaufsstellen|revendeurs|points de vente|où (?:nous )?trouver.{0,20}|dónde comprar|rivenditori|punti vendita|gdzie kupić|verkooppunten|återförsäljare|forhandlere|jälleenmyyjät|取扱店",
      "careers|jobs|vacanc(?:y|ies)|open (?:positions|roles)|stellen(?:angebote|anzeigen)?|offene stellen|karriere|offres d['’]emploi|recrutement|empleo|vacantes|lavora con noi|posizioni aperte|vagas(?: abertas)?|candidaturas|oferty pracy|vacatures|lediga (?:jobb|tjänster)|ledige stillinger|avoimet (?:työ)?paikat|採用情報|求人",
      "(?:upcoming )?events|veranstaltungen|(?:nächste )?termine|konzerte|événements|eventos|eventi|evenemang|nästa konsert(?:er)?|(?:next |upcoming )(?:shows|concerts|dates)|tour dates|tapahtumat|arrangementer|wydarzenia",
      "(?:konzern|tochter)?gesellschaften|tochter(?:unternehmen|firmen)|beteiligungen|subsidiaries|(?:group|portfolio) companies|filiales|sociétés du groupe|società del gruppo|dotterbolag|datterselskaber|tytäryhtiöt|spółki zależne|dceřiné společnosti|dochterondernemingen|グループ会社|関連会社|계열사",
      "výdejní místa|odběrná místa|punkty odbioru|noutopisteet|abholstation(?:en)?|points relais|pick-?up points|utlämningsställen",
      "(?:yetkili )?(?:bayi|servis|satıcı)(?:ler|lar)?(?:imiz|ımız)?|dealers|dystrybutorzy|prodejci|viszonteladók|distribuitori|дилеры",
      "нам доверяют|(?:наши )?(?:клиенты|партн[её]ры)|отзывы|referanslar(?:ımız)?|müşteri yorumları|(?:구매|고객)? ?후기|提携(?:病院|先|医療機関)|協力医療機関|リンク集?|אודותינו בעיתונות|מקרים מייצגים|לקוחות(?: ממליצים)?|המלצות|αξιολογήσεις|κριτικές|vélemények|recenz[ie]e?|hodnocení(?: obchodu)?|(?:toimintaa tukevat|tukijat|yhteistyökumppanit)",
      "schwester(?:unternehmen|firmen|gesellschaften)|sister compan(?:y|ies)|sociétés sœurs|freie wohnungen|aktuelle (?:objekte|angebote)|current listings|properties for sale",
    ].join("|")
  })(?: .{0,12})?[:!]?$`,
  "iu",
);
const PRAISE = /^["“”„«»‘「]/;
/** `— Inga Sørby, Tallyhop` */
const SIGNATURE = /^[—–-]\s?\p{Lu}|^(?:Mr|Mrs|Ms|Mx|Dr|Familie|Family|Fam\.|Famille) (?:& |and )?\p{Lu}/u;
const TITLE_AT =
  /(?:CEO|COO|CTO|CMO|[Ff]ounder|[Dd]irector|[Mm]anager|[Oo]wner|[Pp]resident|[Pp]artner|Geschäftsführer(?:in)?|Inhaber(?:in)?|[Dd]irektør|[Tt]oimitusjohtaja|[Pp]rezes|[Dd]yrektor|[Dd]irect(?:eur|rice)|[Gg]érante?|[Gg]erente|[Dd]irettore|[Tt]itolare)(?: and (?:co-)?founder)?(?:,| at| of| bei| chez| von| de| da| i) (?:the )?\p{Lu}/u;
/** Pages that state who is behind a site, one heading after the other. */
const NOTICES: readonly PageRole[] = ["legal", "contact", "other"];
const MAX_LINES_BEHIND = 8;
/** Below a title that is none by its tag or its colon. */
const MAX_LINES_BELOW = 5;
const MAX_LINES_OF_CREDIT = 1;
const MAX_LINES_ABOUT_OTHERS = 30;
/** Where the company goes on about itself. */
const OWN_TITLE =
  /^(?:umsatzsteuer|ust|steuernummer|register|handelsregister|vertret|inhaber|geschäftsführ|kontakt|verantwortlich|redaktion|haftung|urheber|éditeur|directeur|propriété|données|responsable de|contacto?|titolare|sede)[^\d]{0,40}$/iu;
const MAX_LABEL_CHARS = 60;
const MAX_CHARS_BESIDE = 10;
/** Shorter ones are words of a menu. */
const MIN_ENTRY_CHARS = 25;
const MAX_SIGNATURE_CHARS = 120;

interface Section {
  left: number;
  /** Ends where its list does. */
  readonly isList?: boolean;
  /** Of its heading, 1 to 6; undefined where it is a label. */
  readonly rank: number | undefined;
  readonly place: PageLine["place"];
}

/**
 * @param own what the site calls itself, folded (`ownNames`).
 * @returns the lines' indices.
 */
export function findForeignLines(
  lines: readonly PageLine[],
  role: PageRole,
  own: readonly string[] = [],
): ReadonlySet<number> {
  const foreign = new Set<number>();
  let open: Section | undefined;
  for (const [index, line] of lines.entries()) {
    if (open && (isOver(open, line) || beginsOwn(line, own))) open = undefined;
    const section = openSection(line, role) ?? openUnheaded(line, lines[index + 1]);
    if (open || section || line.isOfOthers || isAboutOthers(line, own)) foreign.add(index);
    if (section) open = section;
  }
  for (const index of praise(lines)) foreign.add(index);
  return foreign;
}

function openSection(line: PageLine, role: PageRole): Section | undefined {
  const rank = rankOf(line);
  const isTitle = rank !== undefined || isLabel(line.text);
  if (line.place === "main" && AUTHORITY.test(line.text)) {
    return { left: /\d.*\d/.test(line.text) ? 0 : MAX_LINES_BELOW, rank, place: line.place };
  }
  const section = NOTICES.includes(role) ? SECTION.exec(line.text)?.[0] : undefined;
  if (section !== undefined) {
    const left = isTitle ? MAX_LINES_BEHIND : isAlone(line, section) ? MAX_LINES_BELOW : 0;
    return { left, rank, place: line.place };
  }
  // `Le site est hébergé par :`, with its host below.
  if (isLabel(line.text) && KEEPERS.test(line.text)) {
    return { left: MAX_LINES_BELOW, rank, place: line.place };
  }
  if (CREDIT_TITLE.test(line.text)) return { left: MAX_LINES_OF_CREDIT, rank, place: line.place };
  if (line.text.length > MAX_LABEL_CHARS || line.place === "header" || line.tag === "li") return undefined;
  // What a page is about as a whole, such as `Events`, is its owner's business.
  const isOfOthers = rank !== undefined && rank > 1 && ABOUT_OTHERS.test(line.text);
  return isOfOthers ? { left: MAX_LINES_ABOUT_OTHERS, rank, place: line.place } : undefined;
}

/** `Our dealers` in bold: it covers what stands right below it, and no menu. */
function openUnheaded(line: PageLine, next: PageLine | undefined): Section | undefined {
  const isOfMenu = line.place !== "main" || line.tag === "li" || rankOf(line) !== undefined;
  if (isOfMenu || line.text.length > MAX_LABEL_CHARS || !ABOUT_OTHERS.test(line.text)) return undefined;
  if (!next || next.text.length < MIN_ENTRY_CHARS || !/\d|,/.test(next.text)) return undefined;
  const isList = next.tag === "li";
  return { left: isList ? MAX_LINES_ABOUT_OTHERS : 1, rank: undefined, place: line.place, isList };
}

function isOver(open: Section, line: PageLine): boolean {
  const rank = rankOf(line);
  if (open.isList && line.tag !== "li") return true;
  if (open.left-- === 0 || line.place !== open.place || line.text.includes("©")) return true;
  if (open.rank === undefined) return rank !== undefined || isLabel(line.text) || OWN_TITLE.test(line.text);
  return rank !== undefined && (rank <= open.rank || open.left < MAX_LINES_BEHIND);
}

/** `Acme Tools Ltd · Market Street 4`, where no heading parts the page's end from what is above. */
function beginsOwn({ text, tag }: PageLine, own: readonly string[]): boolean {
  if (tag === "blockquote") return false;
  const folded = fold(text);
  return own.some((name) => folded.startsWith(name));
}

function rankOf({ tag }: PageLine): number | undefined {
  return /^h[1-6]$/.test(tag) ? Number(tag[1]) : undefined;
}

function isAboutOthers({ text, tag }: PageLine, own: readonly string[]): boolean {
  if (CREDIT.test(text) || KEEPERS.test(text) || EXAMPLE.test(text)) return true;
  // Only what could be taken for the company's is worth the dear look.
  const isSuspect = /[\d@]/.test(text) && (OFFICE_OF_OTHERS.test(text) || MAKERS.test(text));
  if (!isSuspect && text.length > MAX_SIGNATURE_CHARS) return false;
  if (!isSuspect && !/figcaption|cite/.test(tag) && !isTitleElsewhere(text)) return false;
  const folded = fold(text);
  return !own.some((name) => folded.includes(name));
}

/** `© 2024 Acme · RCS 732 829 320 · Site réalisé par Studio Nord`: what its maker is named behind is the owner's. */
export function isOwnBeforeCredit(text: string): boolean {
  const credit = /^\W{0,3}(?:©|\(c\)|copyright)/iu.test(text) ? CREDIT.exec(text) : null;
  return credit !== null && /\s[·|•–—-]\s(?:\p{L}+ ){0,3}$/u.test(text.slice(0, credit.index)) &&
    !/[\d@]/.test(text.slice(credit.index));
}

/** `Dana Whitfield, CEO at Northgate Dental` */
function isTitleElsewhere(text: string): boolean {
  const at = TITLE_AT.exec(text);
  return at !== null &&
    isPersonName(text.slice(0, at.index).replace(/^.*[—–]\s|^\p{Ll}+\s|[\s,–—|-]+$/gu, ""));
}

/** What somebody says of the company, and who it was. */
function praise(lines: readonly PageLine[]): number[] {
  const found: number[] = [];
  for (const [index, { text, tag }] of lines.entries()) {
    if (!PRAISE.test(text) && tag !== "blockquote") continue;
    found.push(index);
    const [first, second] = [lines[index + 1], lines[index + 2]];
    if (!first || !isSignature(first)) continue;
    found.push(index + 1);
    // Below a bare name stand its holder's title and company.
    if (second && isPersonName(first.text) && isShort(second)) found.push(index + 2);
  }
  return found;
}

function isSignature(line: PageLine): boolean {
  const [name = ""] = line.text.split(/[,|–—]/, 1);
  return isShort(line) && (SIGNATURE.test(line.text) || isPersonName(name.trim()));
}

function isShort(line: PageLine): boolean {
  return line.text.length <= MAX_SIGNATURE_CHARS && rankOf(line) === undefined;
}

/** `Hébergeur` in bold, and no word of a menu. */
function isAlone({ text, place, tag }: PageLine, section: string): boolean {
  const isTitle = text.length - section.length <= MAX_CHARS_BESIDE && !/[\d,.;]/.test(text);
  return isTitle && place === "main" && tag !== "li";
}

/** `Hosting:`, and the like without the colon. */
function isLabel(text: string): boolean {
  return text.length < MAX_LABEL_CHARS && /:$/.test(text);
}
