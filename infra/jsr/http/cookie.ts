/** Reading and writing cookies (RFC 6265). */

export interface Cookie {
  name: string;
  value: string;
  expires?: Date | number;
  maxAge?: number;
  domain?: string;
  path?: string;
  secure?: boolean;
  httpOnly?: boolean;
  partitioned?: boolean;
  sameSite?: "Strict" | "Lax" | "None";
  unparsed?: string[];
}

export function getCookies(headers: Headers): Record<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const cookies: Record<string, string> = {};
  for (const pair of pairs.filter((pair) => pair.includes("="))) {
    const at = pair.indexOf("=");
    cookies[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return cookies;
}

/** @throws {SyntaxError} when a part would break out of the header line. */
export function setCookie(headers: Headers, cookie: Cookie): void {
  headers.append("set-cookie", renderCookie(cookie));
}

export function deleteCookie(
  headers: Headers,
  name: string,
  attributes: Pick<Cookie, "path" | "domain" | "secure" | "httpOnly" | "partitioned"> = {},
): void {
  setCookie(headers, { ...attributes, name, value: "", expires: new Date(0) });
}

function renderCookie(cookie: Cookie): string {
  checkPart(cookie.name, /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, "name");
  checkPart(cookie.value, /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/, "value");
  return [`${cookie.name}=${cookie.value}`, ...renderAttributes(cookie), ...cookie.unparsed ?? []].join("; ");
}

function renderAttributes(cookie: Cookie): string[] {
  const attributes = [
    cookie.secure && "Secure",
    cookie.httpOnly && "HttpOnly",
    cookie.partitioned && "Partitioned",
    cookie.maxAge !== undefined && `Max-Age=${cookie.maxAge}`,
    cookie.domain && `Domain=${checkPart(cookie.domain, /^[A-Za-z0-9.-]+$/, "domain")}`,
    cookie.sameSite && `SameSite=${cookie.sameSite}`,
    cookie.path && `Path=${checkPart(cookie.path, /^[\x20-\x3a\x3c-\x7e]*$/, "path")}`,
    cookie.expires !== undefined && `Expires=${new Date(cookie.expires).toUTCString()}`,
  ];
  return attributes.filter((attribute): attribute is string => typeof attribute === "string");
}

function checkPart(text: string, pattern: RegExp, part: string): string {
  if (!pattern.test(text)) {
    throw new SyntaxError(`Cannot set cookie: ${part} "${text}" has a character it may not have`);
  }
  return text;
}
