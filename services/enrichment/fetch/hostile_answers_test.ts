/** Servers that answer nonsense, too much, too slowly or never: each ends in time with a typed failure, and nothing leaks. */
import { Buffer } from "node:buffer";
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { Socket } from "node:net";
import { assert, assertEquals, assertLess } from "@std/assert";
import { askMemory } from "shared/test_memory.ts";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { until } from "shared/test_until.ts";
import { PUBLIC_IP } from "./test_hostile_answers.ts";
import { flood, type RawServer, startRawServer } from "./test_raw_server.ts";
import { openWorld } from "./test_world.ts";

const OK = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n";
const CHUNKED = `${OK}transfer-encoding: chunked\r\n\r\n`;
const ZEROS = new Uint8Array(100_000_000);
/** Packed as well as the best would do in seconds. */
const BROTLI_BOMB = brotliCompressSync(ZEROS, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
/** Shorter than the pause before a second try. */
const BUDGET_MS = 450;

type Answer = (socket: Socket) => void;

function send(...parts: (string | Uint8Array)[]): Answer {
  return (socket) => {
    parts.forEach((part) => socket.write(part));
    socket.end();
  };
}

function packed(encoding: string, bytes: Uint8Array): Answer {
  return send(`${OK}content-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\n\r\n`, bytes);
}

function drip(head: string, piece: string): Answer {
  return (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(piece), 20);
    socket.on("close", () => clearInterval(timer));
  };
}

/** What the budget has to end, by what the customer's site does. */
const SLOW: Readonly<Record<string, Answer>> = {
  "silence": () => {},
  "headers that never end": drip("HTTP/1.1 200 OK\r\n", "x"),
  "a body by the byte": drip(`${OK}\r\n`, "x"),
  "a body that stops": (socket) => void socket.write(`${OK}content-length: 500\r\n\r\nhello`),
  "a chunk that stops": (socket) => void socket.write(`${CHUNKED}ff\r\nhello`),
  "compressed bytes one by one": drip(`${OK}content-encoding: gzip\r\n\r\n`, "\x1f"),
};

const BROKEN: Readonly<Record<string, Answer>> = {
  "nothing": send(),
  "another protocol": send("220 smtp.example ESMTP\r\n"),
  "HTTP/0.9": send("<html>hello"),
  "HTTP/2": send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  "an unknown version": send("HTTP/9.9 200 OK\r\n\r\n"),
  "an impossible status": send("HTTP/1.1 99999 OK\r\n\r\n"),
  "another protocol after 101": (socket) =>
    void socket.write("HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\nhello"),
  "endless 100": (socket) => flood(socket, "HTTP/1.1 100 Continue\r\n\r\n"),
  "endless 102": (socket) => flood(socket, "HTTP/1.1 102 Processing\r\n\r\n"),
  "endless 103": (socket) => flood(socket, "HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n"),
  "endless headers": (socket) => flood(socket, "x: y\r\n"),
  "20,000 headers": send(OK, "x: y\r\n".repeat(20_000), "\r\nhello"),
  "a header of 1 MB": send(`${OK}x: ${"a".repeat(1_000_000)}\r\n\r\nhello`),
  "a header of 17 kB": send(`${OK}x: ${"a".repeat(17_000)}\r\n\r\nhello`),
  "a folded header": send(`${OK}x: y\r\n  z\r\n\r\nhello`),
  "a header with NUL": send(`${OK}x: a\0b\r\n\r\nhello`),
  "bare line feeds": send("HTTP/1.1 200 OK\ncontent-type: text/html\n\nhello"),
  "two lengths": send(`${OK}content-length: 5\r\ncontent-length: 6\r\n\r\nhello!`),
  "length and chunks": send(`${OK}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\nhello`),
  "a negative length": send(`${OK}content-length: -5\r\n\r\nhello`),
  "a length that is none": send(`${OK}content-length: many\r\n\r\nhello`),
  "fewer bytes than announced": send(`${OK}content-length: 500\r\n\r\nhello`),
  "a chunk size that is none": send(`${CHUNKED}zz\r\nhello\r\n0\r\n\r\n`),
  "a chunk size beyond numbers": send(`${CHUNKED}ffffffffffffffffff\r\nhello\r\n0\r\n\r\n`),
  "chunks cut off": send(`${CHUNKED}5\r\nhello\r\n`),
  "endless chunk extensions": (socket) => {
    socket.write(`${CHUNKED}5;`);
    flood(socket, "padding=padding;");
  },
  "endless trailers": (socket) => {
    socket.write(`${CHUNKED}5\r\nhello\r\n0\r\n`);
    flood(socket, "x: y\r\n");
  },
  "a redirect without an end": send("HTTP/1.1 302 Found\r\nlocation: "),
  "a broken deflate": packed("deflate", Uint8Array.of(0xff, 0xff, 0xff)),
  "a broken gzip": packed("gzip", new TextEncoder().encode("hello")),
  "a gzip cut off": packed("gzip", gzipSync("hello".repeat(1_000)).subarray(0, 20)),
};

const TOO_LARGE: Readonly<Record<string, Answer>> = {
  "an endless body": (socket) => {
    socket.write(`${OK}\r\n`);
    flood(socket, "<p>more");
  },
  "endless chunks": (socket) => {
    socket.write(CHUNKED);
    flood(socket, "5\r\nhello\r\n");
  },
  "a body of crumbs": send(CHUNKED, "1\r\nx\r\n".repeat(60_000), "0\r\n\r\n"),
  "3 MB announced": (socket) => void socket.write(`${OK}content-length: 3000000\r\n\r\n`),
  "a gzip bomb": packed("gzip", gzipSync(ZEROS)),
  "a brotli bomb": packed("br", BROTLI_BOMB),
  "a deflate bomb": packed("deflate", deflateSync(ZEROS)),
  "a gzip bomb of many members": packed(
    "gzip",
    Buffer.concat(Array(60).fill(gzipSync(ZEROS.subarray(0, 50_000)))),
  ),
};

const NOT_HTML: Readonly<Record<string, Answer>> = {
  "a PDF": send("HTTP/1.1 200 OK\r\ncontent-type: application/pdf\r\n\r\nhello"),
  "an SVG": send("HTTP/1.1 200 OK\r\ncontent-type: image/svg+xml\r\n\r\n<svg/>"),
  "a picture by name": send("HTTP/1.1 200 OK\r\ncontent-type: image/png\r\n\r\n<html>"),
  "no type": send("HTTP/1.1 200 OK\r\n\r\nhello"),
  "two types": send(
    "HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-type: text/html\r\n\r\nhello",
  ),
  "a type in another's parameter": send(
    'HTTP/1.1 200 OK\r\ncontent-type: text/plain; x="text/html"\r\n\r\nhello',
  ),
  "zstd": packed("zstd", zstdCompressSync(new Uint8Array(1_000))),
  "gzip in gzip": packed("gzip, gzip", gzipSync(gzipSync("hello"))),
  "brotli in gzip": packed("br, gzip", gzipSync(BROTLI_BOMB)),
  "an encoding that every object has": packed("constructor", new Uint8Array(5)),
  "an encoding of its own": packed("aes128gcm", new Uint8Array(100)),
};

const FAILED_STATUS: Readonly<Record<string, Answer>> = {
  "300 with a location": send("HTTP/1.1 300 Choices\r\nlocation: http://127.0.0.1/\r\n\r\n"),
  "304": send("HTTP/1.1 304 Same\r\nlocation: http://127.0.0.1/\r\n\r\n"),
  "305 with a proxy": send("HTTP/1.1 305 Use Proxy\r\nlocation: http://127.0.0.1/\r\n\r\n"),
  "306": send("HTTP/1.1 306 Unused\r\nlocation: http://127.0.0.1/\r\n\r\n"),
  "a redirect to itself for ever": send("HTTP/1.1 302 Found\r\nlocation: /\r\n\r\n"),
  "status 999": send("HTTP/1.1 999 Denied\r\n\r\n"),
  "a login": send('HTTP/1.1 401 No\r\nwww-authenticate: Basic realm="x"\r\n\r\n'),
  "another login": send('HTTP/1.1 407 No\r\nproxy-authenticate: Basic realm="x"\r\n\r\n'),
};

/** Only the slow ones may use up their budget. */
const EXPECTED = [
  ["unreachable", SLOW, BUDGET_MS],
  ["unreachable", BROKEN, 12_000],
  ["too_large", TOO_LARGE, 12_000],
  ["not_html", NOT_HTML, 12_000],
  ["http_error", FAILED_STATUS, 12_000],
] as const;

function noRobots(answer: Answer): (socket: Socket, path: string) => void {
  return (socket, path) =>
    path === "/robots.txt" ? send("HTTP/1.1 404 None\r\n\r\n")(socket) : answer(socket);
}

async function ask(server: RawServer, budgetMs = BUDGET_MS): Promise<string> {
  const world = openWorld({ address: server.address, answers: (_, type) => type === "A" ? [PUBLIC_IP] : [] });
  return await world.outcomeOf("http://site.example/", budgetMs);
}

for (const [outcome, answers, budgetMs] of EXPECTED) {
  Deno.test(`fetchPage ends as ${outcome}: ${Object.keys(answers).join(", ")}`, async () => {
    const start = performance.now();
    const ended = await Promise.all(
      Object.entries(answers).map(async ([name, answer]) => {
        await using server = await startRawServer(noRobots(answer));
        const told = await ask(server, budgetMs);
        await until("0 open sockets", () => server.openSockets.size === 0);
        return [name, told, server.openSockets.size];
      }),
    );
    assertEquals(ended, Object.keys(answers).map((name) => [name, outcome, 0]));
    assertLess(performance.now() - start, 9_000);
  });
}

Deno.test("fetchPage gives up a flood of padding by itself, long before its time is over", async () => {
  await using server = await startRawServer(noRobots(BROKEN["endless chunk extensions"]!));
  const start = performance.now();
  assertEquals(await ask(server, 60_000), "unreachable");
  assertLess(performance.now() - start, 8_000);
});

Deno.test("fetchPage takes what is honest: a length, chunks, an end of the connection, gzip and brotli", async () => {
  const honest = [
    send(`${OK}content-length: 5\r\n\r\nhello`),
    send(`${CHUNKED}5\r\nhello\r\n0\r\n\r\n`),
    send(`${OK}\r\nhello`),
    send(`HTTP/1.1 103 Early Hints\r\n\r\n${OK}content-length: 5\r\n\r\nhello`),
    send(`${OK}x: ${"a".repeat(14_000)}\r\ncontent-length: 5\r\n\r\nhello`),
    packed("gzip", gzipSync("hello".repeat(20_000))),
    packed("br", brotliCompressSync(new TextEncoder().encode("hello"))),
  ];
  for (const answer of honest) {
    await using server = await startRawServer(noRobots(answer));
    assertEquals(await ask(server, 10_000), "ok");
  }
});

Deno.test("fetchPage holds little memory of a bomb", async () => {
  const growth = await askMemory(new URL("test_bomb_memory.ts", import.meta.url));
  assertLess(growth, 60 * 1_024 * 1_024);
});

Deno.test("fetchPage is done with a robots.txt that is a bomb, a maze or a novel", async () => {
  const long = "User-agent: *\n" + "Disallow: /" + "*a".repeat(200_000) + "$\n";
  const many = "User-agent: *\nallow: x\n".repeat(25_000);
  const delays = "User-agent: *\nCrawl-delay: 1e308\n".repeat(15_000);
  const mazes = [
    long,
    many,
    " ".repeat(500_000),
    `${"a".repeat(500_000)}:`,
    `User-agent${" ".repeat(500_000)}`,
  ];
  const text = (body: string) => send("HTTP/1.1 200 OK\r\n\r\n", body);
  const zeros = send("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n", gzipSync(ZEROS));
  for (const robots of [...mazes.map(text), zeros]) {
    const page = send(`${OK}\r\nhello`);
    await using server = await startRawServer((socket, path) =>
      path === "/robots.txt" ? robots(socket) : page(socket)
    );
    using watch = startStopwatch();
    assertEquals(await ask(server, 10_000), "ok");
    assertLess(Math.max(watch.livedMs, watch.workedMs), 2_000);
  }
  await using waiting = await startRawServer((socket) => text(delays)(socket));
  assertEquals(await ask(waiting, 500), "unreachable");
});

Deno.test("fetchPage ends 40 slow sites together within their budget", async () => {
  const [silence, body] = [SLOW["silence"]!, SLOW["a body by the byte"]!];
  await using server = await startRawServer((socket, path) =>
    path === "/robots.txt"
      ? send("HTTP/1.1 404 None\r\n\r\n")(socket)
      : path === "/hang"
      ? silence(socket)
      : body(socket)
  );
  const world = openWorld({ address: server.address, answers: (_, type) => type === "A" ? [PUBLIC_IP] : [] });
  using watch = startStopwatch();
  const outcomes = await Promise.all(
    Array.from(
      { length: 40 },
      (_, n) => world.outcomeOf(`http://site${n}.example/${n % 2 ? "hang" : "drip"}`, 1_000),
    ),
  );
  assertEquals(new Set(outcomes), new Set(["unreachable"]));
  assertLess(watch.livedMs, 2_500);
  await until("0 open sockets", () => server.openSockets.size === 0);
  assertEquals(server.openSockets.size, 0);
});

/** Deterministic, so that a failure can be repeated by its seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function mangle(answer: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = [...answer];
  for (let edits = 1 + random(6); edits > 0; edits--) {
    const at = random(bytes.length + 1);
    const kind = random(4);
    if (kind === 0) bytes[at] = random(256);
    if (kind === 1) bytes.splice(at, 1 + random(20));
    if (kind === 2) bytes.splice(at, 0, ...Array.from({ length: random(40) }, () => random(256)));
    if (kind === 3) bytes.splice(at, 0, ...bytes.slice(random(bytes.length + 1)).slice(0, 200));
  }
  return Uint8Array.from(bytes);
}

Deno.test("fetchPage survives 400 mangled answers: an outcome each time, no socket left, no error beside it", async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const gzip = gzipSync("<p>hello".repeat(50));
  const seeds = [
    encode(`${OK}content-length: 5\r\n\r\nhello`),
    encode(`${CHUNKED}5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n`),
    encode("HTTP/1.1 302 Found\r\nlocation: /next\r\ncontent-length: 0\r\n\r\n"),
    Uint8Array.from([
      ...encode(`${OK}content-encoding: gzip\r\ncontent-length: ${gzip.length}\r\n\r\n`),
      ...gzip,
    ]),
  ];
  const known = [
    "ok",
    "unreachable",
    "http_error",
    "not_html",
    "too_large",
    "refused_address",
    "blocked_by_robots",
  ];
  await using server = await startRawServer((socket, path) => {
    const seed = Number(/\d+/.exec(path)?.[0] ?? 0);
    send(mangle(seeds[seed % seeds.length]!, randomFrom(seed)))(socket);
  });
  const check = async (seed: number) => {
    const world = openWorld({
      address: server.address,
      answers: (_, type) => type === "A" ? [PUBLIC_IP] : [],
    });
    const outcome = await world.outcomeOf(`http://site.example/${seed}`, 300);
    assert(known.includes(outcome), `seed ${seed}: ${outcome}`);
  };
  for (let first = 1; first <= 400; first += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, n) => check(first + n)));
  }
  await until("0 open sockets", () => server.openSockets.size === 0);
  assertEquals(server.openSockets.size, 0);
});
