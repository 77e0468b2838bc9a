/** The few routes that are not operations: what this is, how it is, and its description. */
import { type Answer, jsonAnswer } from "./answer/answer.ts";
import type { Gateway } from "./gateway.ts";
import { isReady } from "./health.ts";
import { describeApi } from "./openapi/openapi.ts";
import type { Route } from "./rest.ts";

export type Page = () => Answer | Promise<Answer>;

/** By path; all of them are read with GET and need no key. */
export function createPages(
  { health, publicUrl }: Gateway,
  routes: readonly Route[],
): Readonly<Record<string, Page>> {
  const description = jsonAnswer(200, describeApi(publicUrl, routes));
  const welcome = jsonAnswer(200, { name: "Customer Mesh", description: "/openapi", health: "/health" });
  return {
    "/": () => welcome,
    "/openapi": () => description,
    "/health": () => jsonAnswer(200, { status: "ok" }),
    "/health/ready": async () => {
      const readiness = await health.check();
      return jsonAnswer(isReady(readiness) ? 200 : 503, readiness);
    },
    "/health/dependencies": async () => jsonAnswer(200, await health.check()),
  };
}
