/**
 * Lines that speak of somebody else: who built or hosts the site, who supervises, insures or counts its owner among its
 * members, whom its data are passed on to. Their addresses and numbers are not the company's.
 */
import type { PageLine } from "./parsed_page.ts";
import type { PageRole } from "./site.ts";

/** `Website by Studio Nord`, wherever it stands. */
const CREDIT =
  /(?<!\p{L})(?:(?:web)?site (?:designed |built |made |created |developed )?by|web ?design(?:ed)? by|(?:designed|developed|powered|created|hosted) (?:and \p{L}+ )?by|design by|web-?design\s*:|website\s*:|umsetzung\s*:|realis(?:ation|iert|ierung)(?: von| durch)?\s*:|konzept(?:ion)? (?:und|&) (?:realisation|umsetzung|design|gestaltung)|réalisation\s*:|réalisé par|conception\s*:|crédits?\s*:|diseño web|desarrollado por|diseñado por|desenvolvido por|realizzat[oa] da|sito (?:web )?(?:realizzato )?(?:da|a cura di)|levert av|laget av|lavet af|udviklet af|producerad av|webbplats av|toteutus\s*:|vytvoři|vytvoril|projekt i wykonanie|wykonanie\s*:|realizacja\s*:|készítette|κατασκευή ιστοσελ|изработка на|dezvoltat de|izrada (?:web )?stranic)/iu;
const SECTION =
  /^(?:\d+\.? )?(?:web-?)?(?:hosting|hoster|host\b|h[ée]berge(?:ur|ment)|tárhely|umsetzung|gestaltung|realisation|realisierung|programmierung|technische umsetzung|konzept|web-?design|conception|réalisation|crédits|diseño|desarrollo|realizzazione|credits|bildnachweis|fotos?|photo|(?:zuständige )?(?:aufsichts|kammer|zulassungs)|schlichtung|(?:verbraucher)?streit|médiat|mediator|ombuds|autorité|(?:externer? )?datenschutzbeauftragt|(?:our )?data protection (?:officer|authority)|dpo\b|delegado de protecci|délégué à la protection|responsable? della protezione|functionaris|encarregado|(?:our )?(?:sub-?)?processors?|auftragsverarbeit|sous-traitant|(?:berufs)?haftpflicht|versicherung|insurance|nyilvántartó|felügyelet|members? of|mitglied|lid van|recipients|third part|ship to|bill to|deliver to|lieferadresse)/iu;
/** Pages that state who is behind a site, one heading after the other. */
const NOTICES: readonly PageRole[] = ["legal", "contact", "other"];
const MAX_LINES_BEHIND = 8;
const MAX_LABEL_CHARS = 60;

/** Indices of the lines. */
export function findForeignLines(lines: readonly PageLine[], role: PageRole): ReadonlySet<number> {
  const foreign = new Set<number>();
  let open: { left: number; isHeading: boolean } | undefined;
  for (const [index, line] of lines.entries()) {
    const isHeading = /^h[1-6]$/.test(line.tag);
    if (open && (isHeading || (!open.isHeading && isLabel(line.text)) || open.left-- === 0)) open = undefined;
    const isSection = NOTICES.includes(role) && SECTION.test(line.text);
    if (open || isSection || CREDIT.test(line.text)) foreign.add(index);
    if (isSection && (isHeading || isLabel(line.text))) open = { left: MAX_LINES_BEHIND, isHeading };
  }
  return foreign;
}

/** `Hosting:`, and the like without the colon. */
function isLabel(text: string): boolean {
  return text.length < MAX_LABEL_CHARS && /:$/.test(text);
}
