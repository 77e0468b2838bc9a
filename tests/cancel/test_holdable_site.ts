/** For tests: a company's site that stops before its headers or in the middle of its body, and knows who is connected. */
import type { Socket } from "node:net";
import { startRawServer } from "../../services/enrichment/fetch/test_raw_server.ts";

export interface HoldableSite extends AsyncDisposable {
  readonly address: string;
  readonly openSockets: ReadonlySet<Socket>;
  /** Paths, in order, without robots.txt. */
  readonly requests: readonly string[];
  /** All that were ever opened. */
  readonly connections: number;
  /** Resolves with the next request for this path. */
  requested(path: string): Promise<void>;
  /** Lets everything that is held end, now and from now on. */
  release(): void;
}

const PAGE = `<html lang="en"><title>Acme Tools</title>
<meta name="description" content="Acme makes fine hand tools for joiners."><body><p>Acme makes fine hand tools for
joiners and carpenters, and has done so in the same workshop for many years. Every chisel is ground by hand, and every
plane is set up before it leaves the house.</p></body></html>`;
const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n";

/** What the workers of these tests give a page, and a site: its own end must not pass for a stop. */
export const PATIENCE_MS = 120_000;

/** `/page` answers; `/headers` says nothing; `/body` begins and stops. */
export async function startHoldableSite(): Promise<HoldableSite> {
  const requests: string[] = [];
  const waiting: { path: string; resolve: () => void }[] = [];
  const held = new Set<() => void>();
  let isReleased = false;
  const server = await startRawServer((socket, path) => {
    if (path === "/robots.txt") return void socket.end("HTTP/1.1 404 None\r\nconnection: close\r\n\r\n");
    requests.push(path);
    waiting.filter((each) => each.path === path).forEach((each) => each.resolve());
    const half = PAGE.length / 2;
    if (path === "/body") socket.write(HEAD + PAGE.slice(0, half));
    const finish = () => void socket.end(path === "/body" ? PAGE.slice(half) : HEAD + PAGE);
    if (isReleased || path.startsWith("/page")) finish();
    else held.add(finish);
  });
  return {
    address: server.address,
    openSockets: server.openSockets,
    requests,
    get connections() {
      return server.connections;
    },
    requested: (path) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(() => reject(new Error(`Nobody asked for ${path}`)), 30_000);
      waiting.push({ path, resolve });
      return promise.finally(() => clearTimeout(timer));
    },
    release: () => {
      isReleased = true;
      held.forEach((finish) => finish());
      held.clear();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
