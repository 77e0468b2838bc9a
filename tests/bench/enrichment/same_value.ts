/** When a found value counts as the stated one, field by field. */

type Normalise = (value: string, baseUrl: string) => string;
type Same = (found: string, stated: string, baseUrl: string) => boolean;

const LEGAL_FORMS = new Set(
  ("gmbh ag kg ohg ug haftungsbeschrankt ltd limited llc inc incorporated corp corporation co company plc ab as asa oy oyj " +
    "aps srl spa sarl sas sa sl bv nv ev eu pvt private doo kk flexco se").split(" "),
);
const TITLES = new Set(["dr", "prof", "mr", "ms", "herr", "frau", "ing", "maitre"]);
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/str\.(?=\s|$)|\bstr\b|straße/gi, "strasse "],
  [/\bst\b\.?/gi, "street"],
  [/\brd\b\.?/gi, "road"],
  [/\bave\b\.?/gi, "avenue"],
];

const SAME: Readonly<Record<string, Same>> = {
  name: equalBy(nameKey),
  description: (found, stated) => overlapOf(found, stated) >= 0.5,
  logoUrl: equalBy(pictureKey),
  linkedin: equalBy((value) => profileOf(value).replace(/^((?:company|in|school|showcase)\/[^/]+).*$/, "$1")),
  twitter: equalBy((value) => profileOf(value).split("/")[0] ?? ""),
  instagram: equalBy((value) => profileOf(value).split("/")[0] ?? ""),
  facebook: equalBy(facebookKey),
  youtube: equalBy((value) =>
    profileOf(value).replace(/^(c|user)\//, "").replace(/^(channel\/[^/]+|[^/]+).*$/, "$1")
  ),
  github: equalBy((value) => profileOf(value).split("/")[0] ?? ""),
  email: equalBy((value) => value.trim().toLowerCase()),
  phone: isSamePhone,
  street: isSameStreet,
  postalCode: (found, stated) => squash(found).replace(/^[a-z]{1,2}(?=\d{4,5}$)/, "") === squash(stated),
  city: isSameCity,
  language: equalBy((value) => value.trim().toLowerCase().split(/[-_]/)[0] ?? ""),
  foundedYear: (found, stated) => digitsOf(found).slice(0, 4) === stated,
  vatNumber: isSameNumber,
  companyNumber: isSameNumber,
  ceo: (found, stated) => personKey(found) === personKey(stated) || squash(found) === squash(stated),
};

export function isSameValue(
  field: string,
  { found, stated, baseUrl }: { found: string; stated: string; baseUrl: string },
): boolean {
  const same = SAME[field] ?? equalBy((value) => fold(value.trim()));
  return same(found, stated, baseUrl);
}

function equalBy(normalise: Normalise): Same {
  return (found, stated, baseUrl) => normalise(found, baseUrl) === normalise(stated, baseUrl);
}

function fold(text: string): string {
  return text.normalize("NFKC").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("ø", "o").replaceAll("æ", "ae").replaceAll("ß", "ss").replaceAll("đ", "d").replaceAll(
      "ł",
      "l",
    );
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function squash(text: string): string {
  return wordsOf(text).join("");
}

function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/\(0\)/g, "").replace(/\D/g, "");
}

function nameKey(name: string): string {
  const bare = fold(name).replace(/株式会社|有限会社|合同会社/g, " ").replace(/[.'’]/g, "");
  const words = bare.match(/[\p{L}\p{N}&+]+/gu) ?? [];
  const core = words.filter((word) => !LEGAL_FORMS.has(word));
  return (core.length > 0 ? core : words).join("").replaceAll("&", "and");
}

function pictureKey(value: string, baseUrl: string): string {
  if (!URL.canParse(value, baseUrl)) return value;
  const outer = new URL(value, baseUrl);
  const inner = outer.searchParams.get("url") ?? outer.searchParams.get("src");
  const isProxy = /_next\/image|image-proxy|cdn-cgi\/image/.test(outer.pathname);
  const url = isProxy && inner !== null && URL.canParse(inner, baseUrl) ? new URL(inner, baseUrl) : outer;
  const path = decode(url.pathname);
  return (url.hostname.replace(/^www\./, "") + path).toLowerCase().replace(/\/{2,}/g, "/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign is compared as it stands.
    return text;
  }
}

/** The path of a profile without scheme, host, query and `@`. */
function profileOf(value: string): string {
  const path = value.trim().replace(/^(https?:)?\/\/[^/]+\//i, "").replace(/[?#].*$/, "").replace(/\/+$/, "");
  return decode(path).toLowerCase().replace(/^@/, "");
}

function facebookKey(value: string): string {
  const id = /[?&]id=(\d+)/.exec(value)?.[1] ?? /(\d{9,})$/.exec(profileOf(value))?.[1];
  const path = profileOf(value);
  if (id !== undefined && !path.startsWith("share")) return `id${id}`;
  return path.split("/").slice(0, path.startsWith("share/") ? 2 : 1).join("/");
}

/** The F1 of common words; of common pairs of letters where words are not parted. */
function overlapOf(found: string, stated: string): number {
  const parts = /[\u3040-\u30ff\u4e00-\u9fff]/.test(stated) ? pairsOf : wordsOf;
  const [ours, theirs] = [parts(found), parts(stated)];
  const left = new Map<string, number>();
  for (const part of theirs) left.set(part, (left.get(part) ?? 0) + 1);
  const common = ours.filter((part) => {
    const count = left.get(part) ?? 0;
    left.set(part, count - 1);
    return count > 0;
  }).length;
  return common === 0 ? 0 : 2 * common / (ours.length + theirs.length);
}

function pairsOf(text: string): string[] {
  const letters = [...squash(text)];
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ""));
}

function isSamePhone(found: string, stated: string): boolean {
  const tailOf = (text: string) => digitsOf(text).replace(/^00/, "").replace(/^0/, "");
  const [short = "", long = ""] = [tailOf(found), tailOf(stated)].sort((a, b) => a.length - b.length);
  return short.length >= 7 && long.endsWith(short) && long.length - short.length <= 3;
}

function isSameStreet(found: string, stated: string): boolean {
  const spell = (text: string) =>
    squash(SPELLED.reduce((spelled, [pattern, word]) => spelled.replace(pattern, word), text));
  const [a, b] = [spell(found), spell(stated)];
  return a === b || (a.length >= 6 && b.length >= 6 && (a.includes(b) || b.includes(a)));
}

function isSameCity(found: string, stated: string): boolean {
  const [a, b] = [squash(found), squash(stated)];
  return a === b || (/[\u3040-\u9fff]/.test(b) && b.length >= 2 && (a.includes(b) || b.includes(a)));
}

function isSameNumber(found: string, stated: string): boolean {
  const key = (text: string) => squash(text).replace(/(mwst|tva|iva|vat)$/, "");
  const digits = digitsOf(key(found));
  return key(found) === key(stated) || (digits.length >= 6 && digits === digitsOf(key(stated)));
}

function personKey(name: string): string {
  return wordsOf(name).filter((word) => !TITLES.has(word)).sort().join(" ");
}
