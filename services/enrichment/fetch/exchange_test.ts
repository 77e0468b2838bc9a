import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { FetchFailure } from "../outcome.ts";
import { parseAllowList } from "./allow_list.ts";
import { createExchange } from "./exchange.ts";
import type { WantedBody } from "./http_answer.ts";
import { vetUrl } from "./vet_url.ts";

const exchange = createExchange();
const ANY: WantedBody = { contentType: /^/, limit: { maxBytes: 100, onOverflow: "refuse" } };

/** Answers every connection with raw bytes, piece by piece, until the client is gone. */
function startRawServer(pieces: () => Iterable<string>): { address: string; stop: () => Promise<void> } {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const served = (async () => {
    for await (const connection of listener) await serveRaw(connection, pieces());
  })();
  const stop = async () => {
    listener.close();
    await served;
  };
  return { address: `127.0.0.1:${listener.addr.port}`, stop };
}

async function serveRaw(connection: Deno.Conn, pieces: Iterable<string>): Promise<void> {
  try {
    await connection.read(new Uint8Array(4_096));
    const writer = connection.writable.getWriter();
    for (const piece of pieces) await writer.write(new TextEncoder().encode(piece));
    await writer.close();
  } catch {
    // The client hung up, which is what most of these tests are about.
  }
  try {
    connection.close();
  } catch {
    // Closed with its writer.
  }
}

async function read(pieces: () => Iterable<string>, scheme = "http"): Promise<string> {
  const server = startRawServer(pieces);
  const target = vetUrl(`${scheme}://${server.address}/`, parseAllowList([server.address]));
  const { signal } = new AbortController();
  try {
    const { body } = await exchange(target, "127.0.0.1", { accept: "text/html", body: ANY, signal });
    return new TextDecoder().decode(body);
  } finally {
    await server.stop();
  }
}

function* forever(piece: string): Iterable<string> {
  for (;;) yield piece;
}

Deno.test("exchange reads a plain answer and hands over its body", async () => {
  assertEquals(await read(() => ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n", "he", "llo"]), "hello");
});

Deno.test("exchange fails on broken, oversized, endless and cut-off answers", async () => {
  const cases: Record<string, () => Iterable<string>> = {
    "no HTTP": () => ["220 smtp.example ESMTP\r\n"],
    "nothing": () => [],
    "1 MB header": () => ["HTTP/1.1 200 OK\r\nx: ", "a".repeat(1_000_000), "\r\n\r\n"],
    "endless headers": () => forever("x: y\r\n"),
    "endless 103": () => forever("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n"),
    "cut off": () => ["HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhello"],
    "two lengths": () => ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\nhello"],
  };
  for (const [name, pieces] of Object.entries(cases)) {
    const start = performance.now();
    const failure = await assertRejects(() => read(pieces), FetchFailure);
    assertEquals([name, failure.outcome], [name, "unreachable"]);
    assertLess(performance.now() - start, 5_000);
  }
});

Deno.test("exchange stops an endless body at the cap", async () => {
  const head = "HTTP/1.1 200 OK\r\n\r\n";
  const failure = await assertRejects(
    () =>
      read(function* () {
        yield head;
        yield* forever("a".repeat(1_000));
      }),
    FetchFailure,
  );
  assertEquals(failure.outcome, "too_large");
});

Deno.test("exchange does not speak plain text where TLS is due", async () => {
  const failure = await assertRejects(() => read(() => ["HTTP/1.1 200 OK\r\n\r\n"], "https"), FetchFailure);
  assertEquals([failure.outcome, failure.isNetwork], ["unreachable", true]);
});

Deno.test({
  name: "exchange takes a refusal by the runtime's permissions for a refused address",
  permissions: { net: false },
  fn: async () => {
    const target = vetUrl("http://example.com/", parseAllowList([]));
    const { signal } = new AbortController();
    const failure = await assertRejects(
      () => exchange(target, "93.184.215.14", { accept: "text/html", body: ANY, signal }),
      FetchFailure,
    );
    assertEquals(failure.outcome, "refused_address");
  },
});
