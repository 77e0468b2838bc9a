import { assertEquals } from "@std/assert";
import { listAddresses, withoutTls } from "./server_addresses.ts";

Deno.test("listAddresses reads host, port and sslmode of a URL", () => {
  const [place, ...more] = listAddresses(
    "postgres://me:p%40ss@db.example:6543/mesh?sslmode=verify-full",
    undefined,
  );
  const tls = { use: "yes" as const, check: "issuer and host" as const };
  assertEquals(place, { path: undefined, host: "db.example", port: 6543, tls });
  assertEquals(more, []);
  assertEquals(listAddresses("postgres://db/mesh", "/run/s.5432"), [
    { path: "/run/s.5432", host: "db", port: 5432, tls: { use: "no", check: "nothing" } },
  ]);
});

Deno.test("listAddresses takes several hosts, and addresses of six groups", () => {
  const places = listAddresses("postgres://me@a:1,[::1]:2,c/mesh", undefined);
  assertEquals(places.map(({ host, port }) => `${host} ${port}`), ["a 1", "::1 2", "c 5432"]);
});

Deno.test("withoutTls leaves everything else as it is", () => {
  const url = "postgres://me:p%40ss@a:1,b:2/mesh";
  assertEquals(withoutTls(`${url}?sslmode=require&sslrootcert=%2Fca.pem`), url);
  assertEquals(withoutTls(`${url}?ssl=true&options=-c%20x`), `${url}?options=-c+x`);
  assertEquals(withoutTls(url), url);
});
