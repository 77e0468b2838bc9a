/** The API description, OpenAPI 3.1: the same loop over the same routes that the door itself is. */
import { z } from "zod";
import { ERROR_KINDS } from "shared/errors.ts";
import type { Route } from "../rest.ts";
import { describeOperation } from "./openapi_operation.ts";

export function describeApi(publicUrl: string, routes: readonly Route[]): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Customer Mesh",
      version: "0.1.0",
      description:
        "Customers, what the web says about them, what they owe, and the portal that shows them. " +
        "JSON routes also answer below `/v1`. " +
        // tRPC describes itself by its types; here it would be one path that says nothing.
        "All but the pages is there over tRPC 11 too, with superjson, at `/trpc`.",
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(routes.map(({ operation }) => operation.domain))].map((name) => ({ name })),
    paths: describePaths(routes),
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", bearerFormat: "mid_ and 64 hex digits" } },
      schemas: { Problem: describeProblem() },
    },
  };
}

function describePaths(routes: readonly Route[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const { path, method } = route.pattern;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(route) };
  }
  return paths;
}

const fieldProblem = z.object({
  pointer: z.string().meta({ description: "JSON Pointer (RFC 6901) into the input" }),
  code: z.string(),
  detail: z.string(),
  in: z.enum(["body", "query", "path"]),
});

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().meta({ description: "The request id, also in the header x-request-id" }),
  error: z.string().meta({ description: "The same as `detail`, for compatible clients" }),
  message: z.string().meta({ description: "The same as `detail`, for compatible clients" }),
  code: z.number().int().meta({ description: "The same as `status`, for compatible clients" }),
  reason: z.literal(Object.keys(ERROR_KINDS)),
  errors: z.array(fieldProblem).optional(),
});

function describeProblem(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(problem);
  return { ...schema, description: "RFC 9457 problem details" };
}
