/** `deno task bench:cancel [--cancels N] [--lanes N]`: from the HTTP answer of a cancel to the closed socket at the site. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { startDevMesh } from "../../infra/test_mesh.ts";
import { startRawServer } from "../../services/enrichment/fetch/test_raw_server.ts";
import { type Http, httpClient } from "../mesh_client.ts";
import { percentile } from "./measure.ts";

const { values: flags } = parseArgs({
  options: {
    cancels: { type: "string", default: "500" },
    /** Runs at once: as many as the worker has slots. */
    lanes: { type: "string", default: "8" },
    minutes: { type: "string", default: "3" },
  },
});
const WAIT_MS = 20_000;

interface Sample {
  /** Below zero: the socket was closed before the answer came. */
  readonly afterAnswerMs: number;
  readonly afterRequestMs: number;
  readonly answerMs: number;
}

await using site = await startSilentSite();
await using mesh = await startDevMesh({ allowFetch: [site.address] });
const http = httpClient(mesh);
const samples: Sample[] = [];
const end = performance.now() + Number(flags.minutes) * 60_000;
let begun = 0;
const lane = async () => {
  while (begun < Number(flags.cancels) && performance.now() < end) {
    samples.push(await cancelOne(begun++, http));
  }
};
await Promise.all(Array.from({ length: Number(flags.lanes) }, lane));
report(samples);
Deno.exit(percentile(lateness(samples), 0.99) <= 50 ? 0 : 1);

async function cancelOne(number: number, http: Http): Promise<Sample> {
  const path = `/site-${number}/`;
  const [connected, closed] = site.watch(path);
  const body = { name: `Bench ${number}`, email: "b@example.com", website: `http://${site.address}${path}` };
  const { body: customer } = await ask(() => http("POST", "/customers", { body }), 201);
  await within(connected, "the worker's request");
  const askedAt = performance.now();
  await ask(() => http("POST", `/customers/${customer.id}/enrichment/cancel`), 200);
  const answeredAt = performance.now();
  const closedAt = await within(closed, "the closed socket");
  return {
    afterAnswerMs: closedAt - answeredAt,
    afterRequestMs: closedAt - askedAt,
    answerMs: answeredAt - askedAt,
  };
}

/** Slower than the team's limit if need be; that is no part of what is measured. */
async function ask(work: () => ReturnType<Http>, status: number) {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await work();
    if (answer.status === status) return answer;
    if (answer.status !== 429) throw new Error(`Unexpected answer: ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("Too many requests, for too long");
}

async function within<Value>(wait: Promise<Value>, what: string): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`Not in time: ${what}`)), WAIT_MS);
  return await Promise.race([wait, promise]).finally(() => clearTimeout(timer));
}

/** Sends the head of a page and no more; tells when each path was asked for and when its socket closed. */
async function startSilentSite() {
  const watched = new Map<string, { connect: () => void; close: (at: number) => void }>();
  const server = await startRawServer((socket, path) => {
    const watcher = watched.get(path);
    if (!watcher) return void socket.end("HTTP/1.1 404 None\r\nconnection: close\r\n\r\n");
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<title>Slow");
    socket.on("close", () => watcher.close(performance.now()));
    watcher.connect();
  });
  return {
    address: server.address,
    watch: (path: string) => {
      const [connected, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
      watched.set(path, { connect: connected.resolve, close: closed.resolve });
      return [connected.promise, closed.promise] as const;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function lateness(samples: readonly Sample[]): number[] {
  return samples.map(({ afterAnswerMs }) => Math.max(0, afterAnswerMs));
}

function report(samples: readonly Sample[]): void {
  const row = (name: string, times: readonly number[]) => {
    const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(times, share).toFixed(1).padStart(8));
    printLine(`| ${name.padEnd(44)} | ${cells.join(" | ")} |`);
  };
  const early = samples.filter(({ afterAnswerMs }) => afterAnswerMs <= 0).length;
  printLine(
    `${samples.length} cancels, ${flags.lanes} at once; ${early} sockets were closed before the answer came`,
  );
  printLine(`| ${"".padEnd(44)} |   p50 ms |   p95 ms |   p99 ms |   max ms |`);
  printLine(`| ${"-".repeat(44)} | -------: | -------: | -------: | -------: |`);
  row("answer → socket closed (0: before the answer)", lateness(samples));
  row("request → socket closed", samples.map(({ afterRequestMs }) => afterRequestMs));
  row("request → answer", samples.map(({ answerMs }) => answerMs));
}
