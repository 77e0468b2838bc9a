/** A route as the contract writes it, `GET /p/{portalId}/invoices/{invoiceId}.pdf`, taken apart. */

export interface HttpPattern {
  readonly method: string;
  /** As in the contract and in the API description. */
  readonly path: string;
  readonly parameters: readonly string[];
  /** What follows the last parameter in its segment, such as `.pdf`; usually nothing. */
  readonly suffix: string;
}

const PATTERN = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*?(?:\}(\.[a-z]+))?)$/;

/** @throws {TypeError} for a route that is not written as above. */
export function parsePattern(text: string): HttpPattern {
  const [, method, path, suffix = ""] = PATTERN.exec(text) ?? [];
  if (!method || !path) throw new TypeError(`Cannot read the route "${text}"`);
  const parameters = [...path.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1]!);
  return { method, path, parameters, suffix };
}

/** In the words of the router: `/p/:portalId/invoices/:invoiceId{[^/]+\.pdf}`. */
export function toRouterPath({ path, suffix }: HttpPattern): string {
  const stem = path.slice(0, path.length - suffix.length).replace(/\{([A-Za-z]+)\}/g, ":$1");
  return suffix ? `${stem}{[^/]+\\${suffix}}` : stem;
}

/** The router's parameters without the suffix. */
export function readParameters(pattern: HttpPattern, found: Record<string, string>): Record<string, string> {
  const last = pattern.parameters.at(-1);
  if (!pattern.suffix || !last) return found;
  return { ...found, [last]: found[last]!.slice(0, -pattern.suffix.length) };
}
