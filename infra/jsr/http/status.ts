/** HTTP status codes and their texts (IANA registry, RFC 9110). */

export const STATUS_CODE = {
  Continue: 100,
  SwitchingProtocols: 101,
  Processing: 102,
  EarlyHints: 103,
  OK: 200,
  Created: 201,
  Accepted: 202,
  NonAuthoritativeInfo: 203,
  NoContent: 204,
  ResetContent: 205,
  PartialContent: 206,
  MultiStatus: 207,
  AlreadyReported: 208,
  IMUsed: 226,
  MultipleChoices: 300,
  MovedPermanently: 301,
  Found: 302,
  SeeOther: 303,
  NotModified: 304,
  UseProxy: 305,
  TemporaryRedirect: 307,
  PermanentRedirect: 308,
  BadRequest: 400,
  Unauthorized: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  ProxyAuthRequired: 407,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  LengthRequired: 411,
  PreconditionFailed: 412,
  ContentTooLarge: 413,
  URITooLong: 414,
  UnsupportedMediaType: 415,
  RangeNotSatisfiable: 416,
  ExpectationFailed: 417,
  Teapot: 418,
  MisdirectedRequest: 421,
  UnprocessableEntity: 422,
  Locked: 423,
  FailedDependency: 424,
  TooEarly: 425,
  UpgradeRequired: 426,
  PreconditionRequired: 428,
  TooManyRequests: 429,
  RequestHeaderFieldsTooLarge: 431,
  UnavailableForLegalReasons: 451,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
  HTTPVersionNotSupported: 505,
  VariantAlsoNegotiates: 506,
  InsufficientStorage: 507,
  LoopDetected: 508,
  NotExtended: 510,
  NetworkAuthenticationRequired: 511,
} as const;

export type StatusCode = typeof STATUS_CODE[keyof typeof STATUS_CODE];

const IRREGULAR_TEXT: Record<number, string> = {
  203: "Non-Authoritative Information",
  207: "Multi-Status",
  226: "IM Used",
  407: "Proxy Authentication Required",
  418: "I'm a teapot",
};

/** The name with spaces between its words, 404 is "Not Found", but for the irregular ones. */
export const STATUS_TEXT: Record<StatusCode, string> = Object.fromEntries(
  Object.entries(STATUS_CODE).map(([name, code]) => [code, IRREGULAR_TEXT[code] ?? splitWords(name)]),
  // The cast: every code of the table above was just given its text.
) as Record<StatusCode, string>;

function splitWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
}

export function isStatus(status: number): status is StatusCode {
  return Object.hasOwn(STATUS_TEXT, status);
}

export function isInformationalStatus(status: number): boolean {
  return isStatus(status) && status < 200;
}

export function isSuccessfulStatus(status: number): boolean {
  return isStatus(status) && status >= 200 && status < 300;
}

export function isRedirectStatus(status: number): boolean {
  return isStatus(status) && status >= 300 && status < 400;
}

export function isClientErrorStatus(status: number): boolean {
  return isStatus(status) && status >= 400 && status < 500;
}

export function isServerErrorStatus(status: number): boolean {
  return isStatus(status) && status >= 500;
}

export function isErrorStatus(status: number): boolean {
  return isStatus(status) && status >= 400;
}
