/** The part of `@std/http` that our services use, written here so that nothing needs the JSR registry. */
export { accepts, acceptsEncodings, acceptsLanguages } from "./negotiation.ts";
