/** Tells pages that say something from shells, placeholders and parking pages. */
import type { ParsedPage } from "./parsed_page.ts";

export type PageState = "full" | "thin" | "parked";

const MIN_CHARS = 200;
/** One ideograph says about as much as three letters. */
const IDEOGRAPHS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu;
const EXTRA_OF_IDEOGRAPH = 2;
const MAX_PARKED_CHARS = 3_000;
const PARKED =
  /(this domain (is|may be) for sale|domain (is )?parked|buy this domain|domain (name )?for sale|diese domain (steht|ist) zum verkauf|domain steht zum verkauf|ce (nom de )?domaine est (à vendre|en vente)|dominio (está )?en venta|questo dominio è in vendita|dit domein is te koop|domänen är till salu|verkkotunnus on myytävänä|domena (jest )?na sprzedaż|parkingcrew|sedoparking|hugedomains|afternic|parked free|future home of something quite cool|website coming soon|welcome to nginx|apache2? (debian|ubuntu) default page|index of \/|it works!)/i;

export function stateOf(home: ParsedPage): PageState {
  const text = home.lines.map((line) => line.text).join(" ");
  if (text.length < MAX_PARKED_CHARS && PARKED.test(`${home.title} ${text}`)) return "parked";
  return text.length + EXTRA_OF_IDEOGRAPH * (text.match(IDEOGRAPHS)?.length ?? 0) < MIN_CHARS
    ? "thin"
    : "full";
}
