/** Example data for the tests of this room. */
export * from "./account.ts";
export * from "./hostile.ts";
export * from "./invoice.ts";
export * from "./statement.ts";
