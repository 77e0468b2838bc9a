/** The assertions of `@std/assert` that our tests use, written here so that nothing needs the JSR registry. */
export { AssertionError } from "./assertion_error.ts";
export { equal } from "./equal.ts";
export { assertEquals, assertNotEquals } from "./assert_equals.ts";
export { assertAlmostEquals, assertGreater, assertGreaterOrEqual, assertLess } from "./assert_order.ts";
export { assertMatch, assertStringIncludes } from "./assert_text.ts";
export { assertRejects, assertThrows } from "./assert_throws.ts";
export { assert, assertExists, assertFalse, fail, unreachable } from "./assert_truth.ts";
