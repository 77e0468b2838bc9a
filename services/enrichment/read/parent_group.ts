/** The group that a company says it is a part of: what is told of the group is not the company's. */
import type { PageLine } from "../parse/parsed_page.ts";

const GROUP =
  /\p{Lu}[\p{L}\d&-]*(?: \p{Lu}[\p{L}\d&-]*){0,2} (?:Group|Groupe|Gruppe|Grupo|Gruppo|Grup|Grupa|Groep|Holding|Konzern|Concern|Koncern|Група|Группа|Групата)(?!\p{L})/u;
const PART_OF =
  /(?<!\p{L})(?:(?:part|member|subsidiary|branch) of|(?:teil|mitglied|tochter\p{L}*|unternehmen) (?:der|des|von)|(?:membre|filiale|partie) (?:de|du)|(?:parte|miembro|filial|membro) d\p{L}+|onderdeel van|lid van|del a[vf]|del i|część\p{L}*|część grupy|súčasť\p{L}*|součást\p{L}*|dio|del|deo|parte a|дел од|део|част от|часть|частина)(?!\p{L})/iu;
const MAX_BETWEEN = 100;

/** Whether the line begins with a group's name, and another says that the company belongs to it. */
export function isOfParent(text: string, lines: readonly PageLine[]): boolean {
  const group = GROUP.exec(text);
  if (group === null || group.index > 4) return false;
  return lines.some((line) => belongsTo(line.text, group[0]));
}

function belongsTo(text: string, group: string): boolean {
  const at = text.indexOf(group);
  return at > 0 && PART_OF.test(text.slice(Math.max(0, at - MAX_BETWEEN), at));
}
