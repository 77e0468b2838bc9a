import { assertEquals, assertThrows } from "@std/assert";
import { createServer, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { dial } from "./dial.ts";
import { listAddresses } from "./server_addresses.ts";
import { AUTHORITY, OF_ADDRESS, OF_LOCALHOST } from "./test_certificates.ts";

interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Answers the request for TLS as Postgres does: `S` and TLS, or another answer and nothing. */
async function startServer(answer: string, certificate?: Certificate) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(answer);
      if (!certificate) return;
      new TLSSocket(socket, { isServer: true, ...certificate }).on("error", () => {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast: it listens on a port, so it has one.
  const { port } = server.address() as { port: number };
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, [Symbol.asyncDispose]: stop };
}

/** What it comes to: a plain line, one with TLS, or none. */
async function outcome(url: string): Promise<string> {
  try {
    const line = await dial(listAddresses(url, undefined)[0]!, AbortSignal.timeout(5_000));
    line.on("error", () => {}).destroy();
    return line instanceof TLSSocket ? "TLS" : "plain";
  } catch (error) {
    if (error instanceof DOMException) throw error;
    return "refused";
  }
}

async function withIssuers(work: (parameter: string) => Promise<void>): Promise<void> {
  const file = await Deno.makeTempFile({ suffix: ".pem" });
  await Deno.writeTextFile(file, AUTHORITY);
  await work(`sslrootcert=${encodeURIComponent(file)}`);
  await Deno.remove(file);
}

async function list(certificate: Certificate, queries: readonly string[]) {
  await using server = await startServer("S", certificate);
  const outcomes: Record<string, string[]> = {};
  for (const query of queries) {
    const hosts = ["localhost", "127.0.0.1"].map((host) =>
      `postgres://me@${host}:${server.port}/db?${query}`
    );
    outcomes[query.split("&")[0]!] = await Promise.all(hosts.map(outcome));
  }
  return outcomes;
}

const CHECKED = ["sslmode=verify-full", "ssl=true", "sslmode=verify-ca", "sslmode=require"];

Deno.test("dial checks who signed the certificate, and whose it is where it was told to", async () => {
  await withIssuers(async (issuers) => {
    const queries = CHECKED.map((query) => `${query}&${issuers}`);
    assertEquals(await list(OF_LOCALHOST, queries), {
      "sslmode=verify-full": ["TLS", "refused"],
      "ssl=true": ["TLS", "refused"],
      "sslmode=verify-ca": ["TLS", "TLS"],
      "sslmode=require": ["TLS", "TLS"],
    });
    assertEquals(await list(OF_ADDRESS, queries), {
      "sslmode=verify-full": ["refused", "TLS"],
      "ssl=true": ["refused", "TLS"],
      "sslmode=verify-ca": ["TLS", "TLS"],
      "sslmode=require": ["TLS", "TLS"],
    });
  });
});

Deno.test("dial takes no certificate that nobody trusts, unless it was told not to look", async () => {
  assertEquals(await list(OF_LOCALHOST, [...CHECKED, "sslmode=no-verify", "sslmode=prefer"]), {
    "sslmode=verify-full": ["refused", "refused"],
    "ssl=true": ["refused", "refused"],
    "sslmode=verify-ca": ["refused", "refused"],
    "sslmode=require": ["TLS", "TLS"],
    "sslmode=no-verify": ["TLS", "TLS"],
    "sslmode=prefer": ["TLS", "TLS"],
  });
});

Deno.test("dial goes without TLS only where that was left to the server, and the server says so and no more", async () => {
  for (const [answer, offered] of [["N", "plain"], ["NR", "refused"], ["SR", "refused"], ["E", "refused"]]) {
    await using server = await startServer(answer!);
    const url = `postgres://me@127.0.0.1:${server.port}/db`;
    assertEquals([answer, await outcome(`${url}?sslmode=prefer`)], [answer, offered]);
    assertEquals([answer, await outcome(`${url}?sslmode=require`)], [answer, "refused"]);
    assertEquals(await outcome(url), "plain");
  }
});

Deno.test("listAddresses refuses a mode that there is not", () => {
  for (const mode of ["verify", "Require", "toString", ""]) {
    assertThrows(() => listAddresses(`postgres://db/mesh?sslmode=${mode}`, undefined), TypeError, "sslmode");
  }
});
