/** The parts of `@std/http` that our services and tests use, written here so that nothing needs the JSR registry. */
export * from "./status.ts";
export { accepts, acceptsEncodings, acceptsLanguages } from "./negotiation.ts";
