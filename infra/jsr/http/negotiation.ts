/** Content negotiation by the Accept headers (RFC 9110, section 12.5). */

/** All accepted media types in order of preference, or the first preferred one of those offered. */
export function accepts(request: Pick<Request, "headers">): string[];
export function accepts(request: Pick<Request, "headers">, ...types: string[]): string | undefined;
export function accepts(
  request: Pick<Request, "headers">,
  ...types: string[]
): string | string[] | undefined {
  return negotiate(request.headers.get("accept") ?? "*/*", types, matchMediaType);
}

export function acceptsEncodings(request: Pick<Request, "headers">): string[];
export function acceptsEncodings(
  request: Pick<Request, "headers">,
  ...encodings: string[]
): string | undefined;
export function acceptsEncodings(
  request: Pick<Request, "headers">,
  ...encodings: string[]
): string | string[] | undefined {
  return negotiate(request.headers.get("accept-encoding") ?? "*", encodings, matchToken);
}

export function acceptsLanguages(request: Pick<Request, "headers">): string[];
export function acceptsLanguages(
  request: Pick<Request, "headers">,
  ...languages: string[]
): string | undefined;
export function acceptsLanguages(
  request: Pick<Request, "headers">,
  ...languages: string[]
): string | string[] | undefined {
  return negotiate(request.headers.get("accept-language") ?? "*", languages, matchLanguage);
}

/** How exactly a range names what is offered; 0 is not at all. */
type Match = (range: string, offered: string) => number;

interface Preference {
  range: string;
  quality: number;
}

function negotiate(header: string, offered: string[], match: Match): string | string[] | undefined {
  const preferences = parsePreferences(header);
  if (offered.length === 0) return preferences.filter(({ quality }) => quality > 0).map(({ range }) => range);
  return offered
    .map((name) => ({ name, ...rank(name, preferences, match) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || b.exactness - a.exactness)[0]?.name;
}

function parsePreferences(header: string): Preference[] {
  return header.split(",").map((part) => part.trim()).filter((part) => part !== "")
    .map(parsePreference).sort((a, b) => b.quality - a.quality);
}

function parsePreference(part: string): Preference {
  const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim());
  const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return { range, quality: Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0 };
}

/** The most exact range decides, even when it says "not this one" with q=0. */
function rank(offered: string, preferences: Preference[], match: Match) {
  return preferences
    .map(({ range, quality }) => ({ quality, exactness: match(range.toLowerCase(), offered.toLowerCase()) }))
    .filter(({ exactness }) => exactness > 0)
    .sort((a, b) => b.exactness - a.exactness)[0] ?? { quality: 0, exactness: 0 };
}

function matchMediaType(range: string, offered: string): number {
  const name = offered.split(";")[0]!.trim();
  if (range === name) return 3;
  if (range === "*/*" || range === "*") return 1;
  return range.endsWith("/*") && name.startsWith(range.slice(0, -1)) ? 2 : 0;
}

function matchToken(range: string, offered: string): number {
  if (range === offered) return 2;
  return range === "*" ? 1 : 0;
}

function matchLanguage(range: string, offered: string): number {
  if (range === offered) return 3;
  if (offered.startsWith(`${range}-`) || range.startsWith(`${offered}-`)) return 2;
  return range === "*" ? 1 : 0;
}
