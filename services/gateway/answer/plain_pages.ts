/** Error pages. They are drawn by the portal, and fetched beforehand, since they are needed when it does not answer. */
import { accepts, acceptsLanguages } from "@std/http";
import { type Bus, callRaw } from "shared/bus/mod.ts";
import { portal } from "shared/contract/portal.ts";
import type { PlainPage } from "shared/contract/portal_shapes.ts";
import type { ErrorCode, OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "../exchange.ts";
import { errorHeaders, problemAnswer } from "./problem.ts";
import { toAnswer } from "./reply_answer.ts";
import { suitEncoding } from "./suit_encoding.ts";

/** The errors that a person can meet; all others come from programs, which read JSON. */
const PAGE_OF_ERROR: Partial<Record<ErrorCode, PlainPage>> = {
  NOT_FOUND: "missing",
  INVALID: "missing",
  METHOD_NOT_ALLOWED: "missing",
  GONE: "gone",
  RATE_LIMITED: "busy",
  OVERLOADED: "unavailable",
  UNAVAILABLE: "unavailable",
  DEADLINE: "unavailable",
  INTERNAL: "unavailable",
};

const PAGES = [...new Set(Object.values(PAGE_OF_ERROR))];

/** How many languages are kept; whoever asks for more makes them up. */
const MAX_LANGUAGES = 50;

/** How long the first visitor in a language waits for the page, before it is answered without one. */
const LIMIT_MS = 2_000;

const CALLER = { teamId: "system", actor: "gateway", door: "portal" } as const;

export class PlainPages {
  #bus: Bus;
  #log: Log;
  /** By language; on their way at first. */
  #pages = new Map<string, Promise<ReadonlyMap<PlainPage, Answer>>>();

  constructor(bus: Bus, log: Log) {
    this.#bus = bus;
    this.#log = log;
  }

  /** Fetched at the first visit in a language, and waited for only by a visitor who needs one. */
  prepare({ request }: Exchange): void {
    const language = languageOf(request);
    if (this.#pages.has(language) || this.#pages.size >= MAX_LANGUAGES) return;
    const pages = this.#fetch(language);
    this.#pages.set(language, pages);
    pages.catch((error) => {
      this.#pages.delete(language);
      this.#log.debug("plain pages not fetched", { language, error });
    });
  }

  /** A page for a client that reads pages, a problem document for any other. */
  async describe(error: OperationError, exchange: Exchange): Promise<Answer> {
    const problem = problemAnswer(error, exchange);
    const { request } = exchange;
    const page = PAGE_OF_ERROR[error.code];
    if (!page || !readsPages(request)) return problem;
    const ready = await this.#find(page, languageOf(request)) ?? await this.#find(page, FALLBACK);
    if (!ready) return problem;
    const answer = suitEncoding(ready, request);
    return { ...answer, status: problem.status, headers: { ...answer.headers, ...errorHeaders(error) } };
  }

  async #find(page: PlainPage, language: string): Promise<Answer | undefined> {
    const pages = await this.#pages.get(language)?.catch(() => undefined);
    return pages?.get(page);
  }

  async #fetch(language: string): Promise<ReadonlyMap<PlainPage, Answer>> {
    const deadline = Date.now() + LIMIT_MS;
    const pages = new Map<PlainPage, Answer>();
    for (const page of PAGES) {
      const requestId = crypto.randomUUID();
      const options = { caller: CALLER, requestId, deadline };
      const reply = await callRaw(this.#bus, portal.plainPage, { page, language }, options);
      pages.set(page, toAnswer(portal.plainPage, reply));
    }
    return pages;
  }
}

const FALLBACK = "en";

/** A program that takes anything gets JSON. */
function readsPages(request: Request): boolean {
  return accepts(request, "application/json", "text/html") === "text/html";
}

function languageOf(request: Request): string {
  const [first = FALLBACK] = acceptsLanguages(request);
  return /^[a-z]{2,3}\b/i.exec(first)?.[0].toLowerCase() ?? FALLBACK;
}
