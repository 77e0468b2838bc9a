/** Everything derived from the store's one secret: portal links, signed cursors, names of logos, secrets of webhooks, file keys. */
import { Buffer } from "node:buffer";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const LINK_LENGTH = 21;
const LOGO_LENGTH = 32;

export class SecretKeys {
  #portal: Uint8Array;
  #cursor: Uint8Array;
  #webhook: Uint8Array;
  #file: Uint8Array;
  #logo: Uint8Array;

  constructor(secret: string) {
    this.#portal = hmac(secret, "portal link");
    this.#cursor = hmac(secret, "cursor");
    this.#webhook = hmac(secret, "webhook");
    this.#file = hmac(secret, "file key");
    this.#logo = hmac(secret, "logo");
  }

  /** The link of a customer's n-th rotation: 21 URL-safe characters, 126 bits. */
  portalId(teamId: string, customerId: string, rotation: number): string {
    const digest = hmac(this.#portal, `${teamId}/${customerId}/${rotation}`);
    return digest.toString("base64url").slice(0, LINK_LENGTH);
  }

  /** A link to one invoice, of the same kind. */
  invoiceLink(teamId: string, linkId: string): string {
    return hmac(this.#portal, `${teamId}/link/${linkId}`).toString("base64url").slice(0, LINK_LENGTH);
  }

  /** What a webhook's messages are signed with, after its n-th rotation: as Standard Webhooks writes it. */
  webhookSecret(teamId: string, webhookId: string, rotation: number): string {
    return `whsec_${hmac(this.#webhook, `${teamId}/${webhookId}/${rotation}`).toString("base64")}`;
  }

  /** Differs by picture and by customer: whoever only knows the picture cannot ask whether somebody has it. */
  logoName(teamId: string, customerId: string, png: Uint8Array): string {
    const print = createHash("sha256").update(png).digest("hex");
    return hmac(this.#logo, `${teamId}/${customerId}/${print}`).toString("base64url").slice(0, LOGO_LENGTH);
  }

  signCursor(text: string): string {
    return sign(this.#cursor, text);
  }

  /** The text that was signed, or undefined when this is not a cursor of ours. */
  openCursor(cursor: string): string | undefined {
    return openSigned(this.#cursor, cursor);
  }

  signFileKey(text: string): string {
    return FILE_KEY_PREFIX + sign(this.#file, text);
  }

  openFileKey(fileKey: string): string | undefined {
    return openSigned(this.#file, fileKey.slice(FILE_KEY_PREFIX.length));
  }
}

/** No link begins like this, so the two can be told apart where either may stand. */
export const FILE_KEY_PREFIX = "fk.";

function sign(key: Uint8Array, text: string): string {
  const mac = hmac(key, text).toString("base64url").slice(0, LINK_LENGTH);
  return `${mac}.${Buffer.from(text).toString("base64url")}`;
}

function openSigned(key: Uint8Array, signed: string): string | undefined {
  const [mac, payload] = signed.split(".");
  if (!mac || !payload) return undefined;
  const text = Buffer.from(payload, "base64url").toString();
  const expected = Buffer.from(sign(key, text));
  const actual = Buffer.from(signed);
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? text : undefined;
}

/** What is stored of a link or a key, and what it is looked up by: SHA-256, hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Uint8Array, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
