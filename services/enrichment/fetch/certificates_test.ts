/** TLS: the vetted address is dialled, and the certificate is held against the name that was asked for. */
import { createServer, type Server, type TLSSocket } from "node:tls";
import type { AddressInfo } from "node:net";
import { assertEquals } from "@std/assert";
import { type Certificate, createAuthority, signItself } from "./test_certificates.ts";
import { PUBLIC_IP } from "./test_hostile_answers.ts";
import { openWorld } from "./test_world.ts";

interface TlsSite extends AsyncDisposable {
  readonly address: string;
  /** The server name of each hello that came to an end. */
  readonly asked: (string | false)[];
  /** How often something was asked for inside. */
  readonly requests: string[];
}

async function startSite(certificate: Certificate, options: object = {}): Promise<TlsSite> {
  const [asked, requests]: [(string | false)[], string[]] = [[], []];
  const sockets = new Set<TLSSocket>();
  const server: Server = createServer({ ...certificate, ...options }, (socket) => {
    sockets.add(socket);
    // The cast: set by Deno and Node when a name was sent, and not declared for every version.
    asked.push((socket as TLSSocket & { servername?: string | false }).servername ?? false);
    socket.on("error", () => {});
    socket.once("data", (head) => {
      requests.push(head.toString("latin1").split("\r\n")[0]!);
      socket.end("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5\r\n\r\nhello");
    });
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server's address is never a text.
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    asked,
    requests,
    async [Symbol.asyncDispose]() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const authority = await createAuthority();

function outcomeOf(site: TlsSite, url: string, caCerts = [authority.cert]): Promise<string> {
  const answers = (_host: string, type: string) => type === "A" ? [PUBLIC_IP] : [];
  return openWorld({ address: site.address, answers, caCerts }).outcomeOf(url, 10_000);
}

Deno.test("fetchPage reads a site whose certificate is for its name", async () => {
  const certificate = await authority.issue({ names: ["site.example", "*.wild.example"] });
  for (const url of ["https://site.example/", "https://SITE.example./", "https://www.wild.example/"]) {
    await using site = await startSite(certificate);
    assertEquals([url, await outcomeOf(site, url)], [url, "ok"]);
    assertEquals(site.requests, ["GET /robots.txt HTTP/1.1", "GET / HTTP/1.1"]);
  }
});

Deno.test("fetchPage asks nothing of a site that cannot prove its name", async () => {
  const day = 86_400_000;
  const stranger = await createAuthority();
  const cases: Record<string, Certificate> = {
    "for another name": await authority.issue({ names: ["other.example"] }),
    "for the parent's name": await authority.issue({ names: ["example"] }),
    "for a wildcard above": await authority.issue({ names: ["*.site.example"] }),
    "for a wildcard over all": await authority.issue({ names: ["*"] }),
    "for the address alone": await authority.issue({ addresses: [PUBLIC_IP, "127.0.0.1"] }),
    "for a name with a zero in it": await authority.issue({ names: ["site.example\0.evil.example"] }),
    "for no name": await authority.issue({}),
    "signed by itself": await signItself({ names: ["site.example"] }),
    "signed by a stranger": await stranger.issue({ names: ["site.example"] }),
    "run out": await authority.issue({
      names: ["site.example"],
      notBefore: new Date(Date.now() - 3 * day),
      notAfter: new Date(Date.now() - day),
    }),
    "not good yet": await authority.issue({
      names: ["site.example"],
      notBefore: new Date(Date.now() + day),
      notAfter: new Date(Date.now() + 3 * day),
    }),
  };
  for (const [name, certificate] of Object.entries(cases)) {
    await using site = await startSite(certificate);
    assertEquals([name, await outcomeOf(site, "https://site.example/")], [name, "unreachable"]);
    assertEquals([name, site.requests], [name, []]);
  }
});

Deno.test("fetchPage takes an address in a URL only with a certificate for the address that is dialled", async () => {
  const cases: [Certificate, string][] = [
    // Dialled is loopback here.
    [await authority.issue({ addresses: ["127.0.0.1"] }), "ok"],
    [await authority.issue({ addresses: ["127.0.0.2"] }), "unreachable"],
    [await authority.issue({ names: ["site.example", "127.0.0.1"] }), "unreachable"],
  ];
  for (const [certificate, outcome] of cases) {
    await using site = await startSite(certificate);
    assertEquals(await outcomeOf(site, `https://${PUBLIC_IP}/`), outcome);
  }
});

Deno.test("fetchPage trusts no authority that it was not told to trust, and falls back to no old version", async () => {
  const certificate = await authority.issue({ names: ["site.example"] });
  await using site = await startSite(certificate);
  assertEquals(await outcomeOf(site, "https://site.example/", []), "unreachable");
  assertEquals(site.requests, []);
  await using old = await startSite(certificate, { minVersion: "TLSv1", maxVersion: "TLSv1.1" });
  assertEquals(await outcomeOf(old, "https://site.example/"), "unreachable");
  assertEquals(old.requests, []);
});
