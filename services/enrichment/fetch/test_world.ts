/** For tests: the public internet, played by one loopback server. Only the last step, the dialling, is led there. */
import { FetchFailure } from "../outcome.ts";
import { runWithin } from "./deadline.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { createFetcher, type Page } from "./fetch_page.ts";
import type { Lookup, RecordType } from "./resolve_host.ts";

export interface World {
  /** Addresses, in order. */
  readonly dialled: string[];
  /** Names and record types, in order. */
  readonly asked: string[];
  get(url: string, timeoutMs?: number): Promise<Page>;
  outcomeOf(url: string, timeoutMs?: number): Promise<string>;
}

export interface WorldOptions {
  /** `127.0.0.1:<port>` of the server that plays every public address. */
  readonly address: string;
  /** @param count how often the name was asked for this type, this time included */
  readonly answers: (
    host: string,
    type: RecordType,
    count: number,
    signal: AbortSignal,
  ) => readonly string[] | Promise<readonly string[]>;
  readonly politeGapMs?: number;
  readonly caCerts?: readonly string[];
}

export function openWorld({ address, answers, politeGapMs = 0, caCerts }: WorldOptions): World {
  const [dialled, asked]: string[][] = [[], []];
  const lookup: Lookup = async (host, type, signal) => {
    asked!.push(`${host} ${type}`);
    return await answers(host, type, asked!.filter((each) => each === `${host} ${type}`).length, signal);
  };
  const exchange = createExchange({ caCerts });
  const toLoopback: Exchange = (target, ip, options) => {
    dialled!.push(ip);
    return exchange({ ...target, port: Number(address.split(":")[1]) }, "127.0.0.1", options);
  };
  const fetcher = createFetcher({ lookup, allowFetch: [], exchange: toLoopback, politeGapMs });
  const get = (url: string, timeoutMs = 10_000) =>
    runWithin(timeoutMs, new AbortController().signal, {
      onTimeout: () => new FetchFailure("unreachable", "test budget"),
      work: (budget) => fetcher.startVisit().fetchPage(url, budget),
    });
  const outcomeOf = (url: string, timeoutMs?: number) => outcomeOfPage(get(url, timeoutMs));
  return { dialled: dialled!, asked: asked!, get, outcomeOf };
}

async function outcomeOfPage(page: Promise<unknown>): Promise<string> {
  return await page.then(
    () => "ok",
    (error) => error instanceof FetchFailure ? error.outcome : String(error),
  );
}
