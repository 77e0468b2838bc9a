/** What one visit has sent and received: counted, and remembered for the next time. */
import type { Exchange } from "./exchange.ts";
import type { HttpAnswer } from "./http_answer.ts";

/** What a server says of a page's version (RFC 9110, 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Traffic {
  readonly fetches: number;
  readonly notModified: number;
  readonly bytes: number;
}

const NOT_MODIFIED = 304;
/** Longer ones are not worth keeping. */
const MAX_ETAG_CHARS = 500;
const MAX_DATE_CHARS = 100;

export class VisitLog {
  #traffic = { fetches: 0, notModified: 0, bytes: 0 };
  #validators = new Map<string, Validators>();

  get traffic(): Traffic {
    return { ...this.#traffic };
  }

  /** Those of the newest answer for this very address. */
  validatorsOf(url: string): Validators {
    return this.#validators.get(url) ?? { etag: null, lastModified: null };
  }

  /** @param known Asked for only if it has been modified since; a redirect's other addresses are asked for plainly. */
  watch(exchange: Exchange, known?: Validators & { readonly url: string }): Exchange {
    return async (target, ip, options) => {
      const { href } = target.url;
      const headers = known?.url === href ? conditionsOf(known) : {};
      const onEnd = (wireBytes: number) => void (this.#traffic.bytes += wireBytes);
      this.#traffic.fetches++;
      const answer = await exchange(target, ip, { ...options, headers, onEnd });
      if (answer.status === NOT_MODIFIED) this.#traffic.notModified++;
      if (answer.body) this.#validators.set(href, validatorsOf(answer));
      return answer;
    };
  }
}

function validatorsOf({ headers }: HttpAnswer): Validators {
  return {
    etag: keepShort(headers.etag, MAX_ETAG_CHARS),
    lastModified: keepShort(headers["last-modified"], MAX_DATE_CHARS),
  };
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { "if-none-match": etag }),
    ...(lastModified !== null && { "if-modified-since": lastModified }),
  };
}

function keepShort(value: string | undefined, maxChars: number): string | null {
  return value !== undefined && value.length <= maxChars ? value : null;
}
