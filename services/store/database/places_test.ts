import { assertEquals } from "@std/assert";
import { listPlaces } from "./places.ts";

Deno.test("listPlaces reads host, port and sslmode of a URL", () => {
  const [place, ...more] = listPlaces(
    "postgres://me:p%40ss@db.example:6543/mesh?sslmode=verify-full",
    undefined,
  );
  assertEquals(place, { path: undefined, host: "db.example", port: 6543, tls: "verify-full" });
  assertEquals(more, []);
  assertEquals(listPlaces("postgres://db/mesh", "/run/s.5432"), [
    { path: "/run/s.5432", host: "db", port: 5432, tls: undefined },
  ]);
});

Deno.test("listPlaces takes several hosts, and addresses of six groups", () => {
  const places = listPlaces("postgres://me@a:1,[::1]:2,c/mesh", undefined);
  assertEquals(places.map(({ host, port }) => `${host} ${port}`), ["a 1", "::1 2", "c 5432"]);
});
