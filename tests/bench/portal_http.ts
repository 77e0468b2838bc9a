/** The portal as a visitor meets it: HTTP, gateway, NATS, portal, store and Postgres. */
import { type Measured, measureLoad } from "./load.ts";
import { type Line, measure, percentile } from "./measure.ts";
import type { Account } from "./portal_accounts.ts";

const ROWS = "pageSize=50";

/** By name, what is asked of the account page. */
const LISTINGS: Readonly<Record<string, string>> = {
  "newest": "",
  "oldest": "sort=oldest",
  "by due date": "sort=due",
  "by amount": "sort=amount",
  "open": "status=open",
  "overdue, by amount": "status=overdue&sort=amount",
  "paid": "status=paid",
  "a quarter": "from=2025-01-01&to=2025-03-31",
  "search, a number": "q=-77",
  "search, nothing like it": "q=zzzzzz",
};

/** Spread over the account's links, since each may be asked only so often. */
export class Visitor {
  readonly account: Account;
  readonly #url: string;
  #asked = 0;

  constructor(url: string, account: Account) {
    this.account = account;
    this.#url = url;
  }

  nextPath(rest: string): string {
    const { links } = this.account;
    return `/p/${links[this.#asked++ % links.length]}/${rest}`;
  }

  async read(rest: string): Promise<void> {
    const response = await fetch(this.#url + this.nextPath(rest));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${response.status} instead of ${rest}`);
  }

  async measurePages(connections: number): Promise<Line> {
    const name = `account page of ${this.account.invoices} invoices, ${connections} connections`;
    return await this.measureSteadily(name, connections, () => `?${ROWS}`);
  }

  /** @param next What comes after the link. */
  async measureSteadily(name: string, connections: number, next: () => string): Promise<Line> {
    await this.ask(connections, 1_500, next);
    const { times, perSecond } = await this.ask(connections, 3_000, next);
    return {
      name,
      runs: times.length,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      perSecond,
    };
  }

  async ask(connections: number, durationMs: number, next: () => string): Promise<Measured> {
    return await measureLoad({
      url: this.#url,
      key: "",
      isBrowser: true,
      connections,
      durationMs,
      next: () => ({ method: "GET", path: this.nextPath(next()) }),
    });
  }

  async measureListings(runs: number): Promise<Line[]> {
    const lines: Line[] = [];
    const deep = { "a page far down": `cursor=${await this.#findDeepCursor()}` };
    for (const [name, query] of Object.entries({ ...LISTINGS, ...deep })) {
      lines.push(
        await measure(
          `${this.account.invoices} invoices: ${name}`,
          runs,
          () => this.read(`?${ROWS}&${query}`),
          8,
        ),
      );
    }
    return lines;
  }

  /** As a visitor finds it: the link to the next page, again and again. */
  async #findDeepCursor(): Promise<string> {
    const pageSize = Math.min(200, this.account.invoices / 2);
    let cursor = "";
    for (let page = 0; page < 40; page++) {
      const path = this.nextPath(`?pageSize=${pageSize}${cursor && `&cursor=${cursor}`}`);
      const next = /cursor=([\w.-]+)/.exec(await (await fetch(this.#url + path)).text())?.[1];
      if (!next) break;
      cursor = next;
    }
    return cursor;
  }
}

/** All bytes of an answer, headers too, as they go over the wire to a browser that takes this encoding. */
export async function countWireBytes(url: string, path: string, encoding: string): Promise<number> {
  const { hostname, port } = new URL(url);
  using socket = await Deno.connect({ hostname, port: Number(port) });
  const question =
    `GET ${path} HTTP/1.1\r\nHost: mesh\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`;
  await socket.write(new TextEncoder().encode(question));
  const buffer = new Uint8Array(64 * 1024);
  let [total, head] = [0, ""];
  for (let count = await socket.read(buffer); count !== null; count = await socket.read(buffer)) {
    if (total === 0) head = new TextDecoder("latin1").decode(buffer.subarray(0, count));
    total += count;
  }
  if (!head.startsWith("HTTP/1.1 200") || !new RegExp(`content-encoding: ${encoding}`, "i").test(head)) {
    throw new Error(`Not answered in ${encoding}: ${head.slice(0, 400)}`);
  }
  return total;
}
