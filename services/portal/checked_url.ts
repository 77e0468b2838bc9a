/** URLs that may stand in a page: each kind is made by the function that checks it. */

export class CheckedUrl {
  readonly href: string;

  private constructor(href: string) {
    this.href = href;
  }

  /** Somebody else's address, such as a payment page: https only, no credentials. */
  static web(text: string | null): CheckedUrl | undefined {
    if (text === null || !URL.canParse(text)) return undefined;
    const url = new URL(text);
    const isAllowed = url.protocol === "https:" && url.username === "" && url.password === "";
    return isAllowed ? new CheckedUrl(url.href) : undefined;
  }

  /** A page of this portal: relative segments, each encoded. */
  static path(...segments: readonly string[]): CheckedUrl {
    return new CheckedUrl(segments.map(encodeSegment).join("/"));
  }

  /** From the root of our own door, such as a picture: a foreign host would see who looks. */
  static root(...segments: readonly string[]): CheckedUrl {
    return new CheckedUrl(`/${segments.map(encodeSegment).join("/")}`);
  }

  /** The same address with parameters; those without a value are left out. */
  with(parameters: Readonly<Record<string, string | null>>): CheckedUrl {
    const given = Object.entries(parameters).flatMap(([name, value]) => value ? [[name, value]] : []);
    return given.length > 0 ? new CheckedUrl(`${this.href}?${new URLSearchParams(given)}`) : this;
  }

  /** The same page with other parameters; the path, and the secret in it, is not repeated. */
  static query(parameters: Readonly<Record<string, string>>, fragment = ""): CheckedUrl {
    const query = `?${new URLSearchParams(parameters)}`;
    return new CheckedUrl(fragment ? `${query}#${fragment}` : query);
  }

  static mail(address: string): CheckedUrl {
    return new CheckedUrl(`mailto:${encodeURIComponent(address).replaceAll("%40", "@")}`);
  }

  static phone(number: string): CheckedUrl {
    return new CheckedUrl(`tel:${number.replace(/[^0-9+]/g, "")}`);
  }
}

/** Ids, names of files, and the dots that stand for folders. */
const PLAIN = /^[\w.-]+$/;

/** To look is cheaper than to encode, and a page has hundreds of them. */
function encodeSegment(segment: string): string {
  return PLAIN.test(segment) ? segment : encodeURIComponent(segment);
}
