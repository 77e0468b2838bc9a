import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertExists,
  assertGreater,
  AssertionError,
  assertMatch,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
  equal,
} from "@std/assert";

Deno.test("equal tells structures apart as the published package does", () => {
  const cycle = () => {
    const ring: Record<string, unknown> = { name: "ring" };
    ring.self = ring;
    return ring;
  };
  const same: [unknown, unknown][] = [
    [{ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 }],
    [NaN, NaN],
    [0, -0],
    [new Date(5), new Date(5)],
    [new Map([[{ k: 1 }, "v"]]), new Map([[{ k: 1 }, "v"]])],
    [new Set([[1], [2]]), new Set([[2], [1]])],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [new Error("x"), new Error("x")],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [cycle(), cycle()],
  ];
  const different: [unknown, unknown][] = [
    [{ a: undefined }, {}],
    [{ a: 1 }, { a: 1, b: undefined }],
    [[1, 2], [2, 1]],
    [[], {}],
    ["1", 1],
    [null, undefined],
    [new Date(5), new Date(6)],
    [new Set([1, 2]), new Set([1, 3])],
    [new Uint8Array([1, 2]), new Uint8Array([1])],
    [new Error("x"), new Error("y")],
    [new TypeError("x"), new Error("x")],
    [/a/g, /a/i],
  ];
  for (const [left, right] of same) assert(equal(left, right), Deno.inspect([left, right]));
  for (const [left, right] of different) assert(!equal(left, right), Deno.inspect([left, right]));
});

Deno.test("assertEquals shows only what differs with a sign", () => {
  const error = assertThrows(
    () => assertEquals({ a: 1, b: 2, c: [1, 2] }, { a: 1, b: 3, c: [1, 2] }, "of b"),
    AssertionError,
  );
  assertStringIncludes(error.message, "Values are not equal: of b.");
  assertStringIncludes(error.message, "-   b: 2,");
  assertStringIncludes(error.message, "+   b: 3,");
  assertStringIncludes(error.message, "    a: 1,");
});

Deno.test("assertRejects answers the error, and refuses a wrong class, a wrong text and a success", async () => {
  const reject = () => Promise.reject(new TypeError("no such team"));
  const error = await assertRejects(reject, TypeError, "such team");
  assertEquals(error.message, "no such team");
  await assertRejects(() => assertRejects(reject, RangeError), AssertionError, "RangeError");
  await assertRejects(() => assertRejects(reject, TypeError, "other"), AssertionError, "other");
  await assertRejects(() => assertRejects(() => Promise.resolve(1)), AssertionError, "to reject");
});

Deno.test("the small assertions hold and fail", () => {
  assertAlmostEquals(0.1 + 0.2, 0.3);
  assertThrows(() => assertAlmostEquals(1, 1.1), AssertionError);
  assertGreater(2, 1);
  assertThrows(() => assertGreater(1, 1), AssertionError, "Expect 1 > 1");
  assertMatch("INV-7", /^INV-\d$/g);
  assertThrows(() => assertMatch("INV", /\d/), AssertionError);
  assertNotEquals({ a: 1 }, { a: 2 });
  assertExists(0);
  assertThrows(() => assertExists(null), AssertionError);
});
