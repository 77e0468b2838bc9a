/** Where a link of a page leads. */

/** An absolute http(s), `mailto:` or `tel:` address, else undefined. */
export function resolveLink(href: string, baseUrl: string): string | undefined {
  const text = href.trim();
  if (/^(mailto|tel):/i.test(text)) return text;
  const url = text === "" ? null : URL.parse(text, baseUrl);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
