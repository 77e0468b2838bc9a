/** Answers that say in two ways where they end, or in none: each has one outcome, soon, and nobody else is dialled. */
import { brotliCompressSync, deflateRawSync, gzipSync } from "node:zlib";
import { assertEquals, assertLess } from "@std/assert";
import { until } from "shared/test_until.ts";
import { PUBLIC_IP } from "./test_hostile_answers.ts";
import { startRawServer } from "./test_raw_server.ts";
import { openWorld } from "./test_world.ts";

const OK = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n";
const CHUNKS = "\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
const GZIP = gzipSync("hello");
const BROTLI = brotliCompressSync(new TextEncoder().encode("hello"));

type Parts = readonly (string | Uint8Array)[];

function packed(encoding: string, ...parts: Uint8Array[]): Parts {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [`${OK}content-encoding: ${encoding}\r\ncontent-length: ${length}\r\n\r\n`, ...parts];
}

const CASES: Readonly<Record<string, Readonly<Record<string, Parts>>>> = {
  unreachable: {
    "a space before the colon": [`${OK}content-length : 5\r\n\r\nhello`],
    "chunked twice": [`${OK}transfer-encoding: chunked, chunked${CHUNKS}`],
    "chunked in two headers": [`${OK}transfer-encoding: chunked\r\ntransfer-encoding: chunked${CHUNKS}`],
    "chunked, then packed": [`${OK}transfer-encoding: chunked, gzip${CHUNKS}`],
    "something like chunked": [`${OK}transfer-encoding: xchunked${CHUNKS}`],
    "chunked behind a tabulator": [`${OK}transfer-encoding: \x0bchunked${CHUNKS}`],
    "a length and no coding": [`${OK}transfer-encoding: identity\r\ncontent-length: 5\r\n\r\nhello`],
    "a length with a sign": [`${OK}content-length: +5\r\n\r\nhello`],
    "a hexadecimal length": [`${OK}content-length: 0x5\r\n\r\nhello`],
    "a list of lengths": [`${OK}content-length: 5, 5\r\n\r\nhello`],
    "a length with a power": [`${OK}content-length: 1e3\r\n\r\nhello`],
    "a length beyond numbers": [`${OK}content-length: 99999999999999999999\r\n\r\nhello`],
    "the same length twice": [`${OK}content-length: 5\r\ncontent-length: 5\r\n\r\nhello`],
    "a length at the end": [
      `${OK}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\ncontent-length: 99\r\n\r\n`,
    ],
    "a header without a name": [`${OK}: x\r\n\r\nhello`],
    "a header without a colon": [`${OK}nonsense\r\n\r\nhello`],
    "a type with a zero": ["HTTP/1.1 200 OK\r\ncontent-type: text/html\0\r\n\r\nhello"],
    "carriage returns alone": ["HTTP/1.1 200 OK\rcontent-type: text/html\r\rhello"],
    "a space in front": [` ${OK}\r\nhello`],
    "another protocol's case": ["http/1.1 200 OK\r\ncontent-type: text/html\r\n\r\nhello"],
    "a status of two digits": ["HTTP/1.1 99 OK\r\n\r\n"],
    "a status with a sign": ["HTTP/1.1 +200 OK\r\n\r\n"],
    "a negative chunk": [`${OK}transfer-encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n`],
    "a chunk in another base": [`${OK}transfer-encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n`],
    "a chunk that is longer than it says": [`${OK}transfer-encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n`],
    "chunks with line feeds alone": [`${OK}transfer-encoding: chunked\r\n\r\n5\nhello\n0\n\n`],
    "garbage behind the gzip": packed("gzip", GZIP, BROTLI),
    "brotli that is called gzip": packed("gzip", BROTLI),
    "gzip that is called brotli": packed("br", GZIP),
    "the head of a gzip": packed("gzip", GZIP.subarray(0, 10)),
    "no gzip at all": packed("gzip", new Uint8Array(0)),
    "a deflate without its frame": packed("deflate", deflateRawSync("hello")),
    "a place in two lines": ["HTTP/1.1 302 Found\r\nlocation: /a\n\tb\r\n\r\n"],
  },
  http_error: {
    "a part that nobody asked for": [
      "HTTP/1.1 206 Part\r\ncontent-type: text/html\r\ncontent-range: bytes 0-4/9\r\n\r\nhello",
    ],
    "a status of zero": ["HTTP/1.1 000 OK\r\n\r\n"],
    "a status beyond all": ["HTTP/1.1 600 OK\r\n\r\n"],
    "304 with a body": ["HTTP/1.1 304 Same\r\ncontent-length: 5\r\n\r\nhello"],
  },
  refused_address: {
    "a redirect to nowhere": ["HTTP/1.1 302 Found\r\n\r\n"],
    "two places, the first inside": [
      "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\nlocation: /\r\n\r\n",
    ],
  },
  not_html: {
    "encodings in two headers": [
      `${OK}content-encoding: gzip\r\ncontent-encoding: gzip\r\ncontent-length: ${GZIP.length}\r\n\r\n`,
      GZIP,
    ],
  },
  ok: {
    "no word for the status": ["HTTP/1.1 200\r\ncontent-type: text/html\r\n\r\nhello"],
    "an answer and another": [`${OK}content-length: 5\r\n\r\nhello${OK}content-length: 5\r\n\r\nworld`],
    "an order to go elsewhere": [`${OK}refresh: 0;url=http://127.0.0.1/\r\n\r\nhello`],
    "nothing": ["HTTP/1.1 204 No\r\ncontent-type: text/html\r\n\r\n"],
    "a charset that browsers gave up": [
      "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-",
    ],
  },
};

function toBytes(part: string | Uint8Array): Uint8Array {
  return typeof part === "string" ? Uint8Array.from(part, (each) => each.charCodeAt(0)) : part;
}

async function ask(parts: Parts): Promise<{ outcome: string; dialled: readonly string[] }> {
  await using server = await startRawServer((socket, path) => {
    if (path === "/robots.txt") return void socket.end("HTTP/1.1 404 None\r\n\r\n");
    for (const part of parts) socket.write(toBytes(part));
    socket.end();
  });
  const world = openWorld({ address: server.address, answers: (_, type) => type === "A" ? [PUBLIC_IP] : [] });
  const outcome = await world.outcomeOf("http://site.example/", 12_000);
  await until("0 open sockets", () => server.openSockets.size === 0);
  return { outcome, dialled: [...new Set(world.dialled)] };
}

for (const [outcome, cases] of Object.entries(CASES)) {
  Deno.test(`fetchPage takes as ${outcome}: ${Object.keys(cases).join(", ")}`, async () => {
    const start = performance.now();
    const told = await Promise.all(
      Object.entries(cases).map(async ([name, parts]) => [name, await ask(parts)]),
    );
    assertEquals(told, Object.keys(cases).map((name) => [name, { outcome, dialled: [PUBLIC_IP] }]));
    assertLess(performance.now() - start, 9_000);
  });
}
