/** The assertions of `@std/assert` that our tests use, written here so that nothing needs the JSR registry. */
export { AssertionError } from "./assertion_error.ts";
export { equal } from "./equal.ts";
export { assertEquals, assertNotEquals, assertNotStrictEquals, assertStrictEquals } from "./assert_equals.ts";
export { assertArrayIncludes, assertObjectMatch } from "./assert_partial.ts";
export {
  assertAlmostEquals,
  assertGreater,
  assertGreaterOrEqual,
  assertLess,
  assertLessOrEqual,
} from "./assert_order.ts";
export { assertMatch, assertNotMatch, assertStringIncludes } from "./assert_text.ts";
export { assertIsError, assertRejects, assertThrows } from "./assert_throws.ts";
export {
  assert,
  assertExists,
  assertFalse,
  assertInstanceOf,
  assertNotInstanceOf,
  fail,
  unreachable,
} from "./assert_truth.ts";
