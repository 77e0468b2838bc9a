/** Where a link of a page leads. */

/** An absolute http(s), `mailto:` or `tel:` address, else undefined. */
export function resolveLink(href: string, baseUrl: string): string | undefined {
  const text = href.trim();
  if (/^(mailto|tel):/i.test(text)) return text;
  if (text === "" || !URL.canParse(text, baseUrl)) return undefined;
  const url = new URL(text, baseUrl);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
