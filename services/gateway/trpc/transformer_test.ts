import { assertEquals, assertThrows } from "@std/assert";
import superjson from "superjson";
import { transformer } from "./transformer.ts";

const { input: { deserialize }, output: { serialize } } = transformer;

Deno.test("transformer revives undefined, at any depth and as the whole", () => {
  const value = { a: undefined, b: null, c: [{ d: undefined, "e.f\\g": undefined }], same: [] as unknown[] };
  assertEquals(deserialize(superjson.serialize(value)), value);
  assertEquals(deserialize(superjson.serialize(undefined)), undefined);
  assertEquals(deserialize({ json: null }), null);
  const legacy = { json: { a: null }, meta: { values: { a: ["undefined"] } } };
  assertEquals(deserialize(legacy), { a: undefined });
});

Deno.test("transformer gives an object that was sent twice to both places", () => {
  const tag = { name: "VIP", note: undefined };
  for (const dedupe of [false, true]) {
    const sent = new superjson({ dedupe }).serialize({ tags: [tag, tag] });
    assertEquals(deserialize(JSON.parse(JSON.stringify(sent))), { tags: [tag, tag] });
  }
});

Deno.test("transformer refuses what holds itself, and what is small on the wire and endless behind it", () => {
  const itself = { json: { a: { b: [{}] } }, meta: { v: 1, referentialEqualities: { a: ["a.b.0"] } } };
  assertThrows(() => deserialize(itself as never), Error, "holds itself");
  const levels = Array.from({ length: 40 }, (_, n) => `l${n}`);
  const json = Object.fromEntries(levels.map((level) => [level, [null, null]]));
  const doubled = levels.slice(1).map((level, n) => [level, [`l${n}.0`, `l${n}.1`]]);
  const laughs = { json, meta: { v: 1, referentialEqualities: Object.fromEntries(doubled) } };
  assertThrows(() => deserialize(laughs as never), Error, "too much");
});

Deno.test("transformer leaves other types as the text that they are on the wire", () => {
  const sent = { at: new Date(0), url: new URL("https://a.example/"), big: 12n, set: new Set([1]), not: NaN };
  assertEquals(deserialize(superjson.serialize(sent)), {
    at: "1970-01-01T00:00:00.000Z",
    url: "https://a.example/",
    big: "12",
    set: [1],
    not: "NaN",
  });
});

Deno.test("transformer builds nothing large or strange for a stranger", () => {
  const types = [[["typed-array", "Float64Array"]], ["regexp"], [["class", "X"]], [["symbol", "x"]], [
    "what",
  ]];
  for (const type of types) {
    assertEquals(deserialize({ json: { a: 4e9 }, meta: { v: 1, values: { a: type } } }), { a: 4e9 });
  }
  const polluted = { json: {}, meta: { v: 1, values: { "__proto__.x": ["undefined"] } } };
  assertThrows(() => deserialize(JSON.parse(JSON.stringify(polluted))), Error, "__proto__");
  assertEquals(({} as Record<string, unknown>).x, undefined);
});

Deno.test("transformer writes what a client's superjson reads", () => {
  for (const value of [null, 0, "x", [], { a: [null, { constructor: 1 }] }]) {
    // The cast: as it arrives at a client, whatever its type was.
    assertEquals(superjson.deserialize(JSON.parse(JSON.stringify(serialize(value))) as never), value);
  }
});
