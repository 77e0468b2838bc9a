/** One route in the API description. */
import { z } from "zod";
import { ERROR_KINDS, type ErrorCode } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { listScopes, type Scope } from "shared/scopes.ts";
import { IDEMPOTENCY_KEY } from "../ask.ts";
import { DRY_RUN_PARAMETER } from "../dry_run.ts";
import { OTHER_FORMS, SDK_NOTES } from "../midday_sdks.ts";
import { describeInput, type InputSchema, type JsonSchema, withoutNull } from "../request/input_schema.ts";
import { MAX_JSON_BYTES } from "../request/read_body.ts";
import { STATUS_OF_OUTCOME } from "../answer/reply_answer.ts";
import { isPage, type Route } from "../rest.ts";

export function describeOperation(route: Route): Record<string, unknown> {
  const { operation, pattern, index } = route;
  const schema = describeInput(operation);
  return {
    operationId: index === 0 ? operation.name : `${operation.name}.${pattern.method.toLowerCase()}`,
    summary: operation.summary,
    description: `${describeAccess(operation)} ${SDK_NOTES[operation.name] ?? ""}`.trimEnd(),
    tags: [operation.domain],
    security: operation.scope === "public" ? [] : [{ apiKey: [] }],
    parameters: [
      ...pattern.parameters.map((name) => ({
        name,
        in: "path",
        required: true,
        schema: schema.properties[name],
      })),
      ...describeQuery(route, schema),
      ...(operation.kind === "command" ? describeCommandHeaders(operation) : []),
      ...(isVersioned(operation) ? [IF_NONE_MATCH] : []),
      ...(operation.output === EVENT_STREAM ? [LAST_EVENT_ID] : []),
    ],
    ...describeBody(route, schema),
    responses: { ...describeSuccess(route), ...describeErrors(route) },
  };
}

function describeAccess({ scope }: Operation): string {
  if (scope === "public") return "Needs no key: the link is the secret.";
  // What is for the mesh alone has no route.
  const scopes = listScopes(scope as Scope | readonly Scope[]).map((name) => `\`${name}\``);
  return `Needs the scope ${scopes.join(" or ")}.`;
}

function describeQuery({ query }: Route, { properties, required }: InputSchema) {
  return [...query.parameters.keys()].map((name) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: withoutNull(properties[name] ?? DRY_RUN_PARAMETER[name]!),
  }));
}

const IDEMPOTENCY_HEADER = {
  name: "Idempotency-Key",
  in: "header",
  description: "The same key with the same input has one effect and one answer",
  schema: { type: "string", pattern: IDEMPOTENCY_KEY.source },
} as const;

const IF_MATCH = {
  name: "If-Match",
  in: "header",
  description: "The ETag that was seen, or several; 412 when somebody has changed it since",
  schema: { type: "string" },
} as const;

const CHANGE_REASON = {
  name: "Change-Reason",
  in: "header",
  description: "Why, in up to 200 characters, percent-encoded beyond ASCII; told in the history",
  schema: { type: "string" },
} as const;

const IF_NONE_EXISTS = {
  name: "If-None-Match",
  in: "header",
  description: "`*`: only to create; 412 when it exists already",
  schema: { type: "string", enum: ["*"] },
} as const;

function describeCommandHeaders({ errors, outcomes }: Operation) {
  const always = [IDEMPOTENCY_HEADER, CHANGE_REASON];
  if (!errors?.includes("STALE")) return always;
  return outcomes?.includes("created") ? [...always, IF_MATCH, IF_NONE_EXISTS] : [...always, IF_MATCH];
}

const IF_NONE_MATCH = {
  name: "If-None-Match",
  in: "header",
  description: "The ETag of the copy that is there already; 304 when it is still good",
  schema: { type: "string" },
} as const;

const EVENT_STREAM = "text/event-stream";

const LAST_EVENT_ID = {
  name: "Last-Event-ID",
  in: "header",
  description: "The id of the last event that was read; goes before `after`",
  schema: { type: "string", pattern: "^\\d{1,15}$" },
} as const;

/** What has a version is answered with an ETag. */
function isVersioned({ kind, output }: Operation): boolean {
  return kind === "query" && output instanceof z.ZodObject && Object.hasOwn(output.shape, "version");
}

function describeBody(route: Route, schema: InputSchema): Record<string, unknown> {
  const { takesBody, pattern, fileDoor, operation } = route;
  if (fileDoor?.takes) {
    return { requestBody: { required: true, content: { [fileDoor.takes]: { schema: { type: "string" } } } } };
  }
  const isInPath = (name: string) => pattern.parameters.includes(name);
  const entries = Object.entries(schema.properties).filter(([name]) => !isInPath(name));
  if (!takesBody || entries.length === 0) return {};
  const required = schema.required.filter((name) => !isInPath(name));
  const body = { ...schema, properties: Object.fromEntries(entries), required };
  const isRequired = required.length > 0 || schema.anyOf !== undefined;
  const description = `At most ${operation.maxInputBytes ?? MAX_JSON_BYTES} bytes`;
  const content = { "application/json": { schema: body } };
  return { requestBody: { description, required: isRequired, content } };
}

function describeSuccess({ operation, fileDoor }: Route): Record<string, unknown> {
  const content = fileDoor?.gives
    ? Object.fromEntries(fileDoor.gives.map((type) => [type, {}]))
    : describeContent(operation);
  const answer = { description: operation.summary, content };
  const unchanged = isVersioned(operation) ? { "304": { description: "The copy is still good" } } : {};
  const successes = (operation.outcomes ?? ["ok"]).map((outcome) => [STATUS_OF_OUTCOME[outcome], answer]);
  return { ...Object.fromEntries(successes), ...unchanged };
}

function describeContent({ name, output }: Operation): Record<string, unknown> {
  if (typeof output === "string") return { [output.split(";")[0]!]: {} };
  const schema = describeOutput(output);
  const other = OTHER_FORMS[name];
  if (!other) return { "application/json": { schema } };
  const { description } = other;
  return {
    "application/json": { schema: { oneOf: [schema, { description, ...describeOutput(other.output) }] } },
  };
}

function describeOutput(output: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(output, { io: "output" });
  return schema;
}

function describeErrors(route: Route): Record<string, unknown> {
  const byStatus = Map.groupBy(listErrors(route), (code) => String(ERROR_KINDS[code].number));
  const entries = [...byStatus].map(([status, codes]) => [status, describeError(codes, route.operation)]);
  return Object.fromEntries(entries);
}

function listErrors({ operation, pattern, takesBody }: Route): ErrorCode[] {
  const codes: ErrorCode[] = ["INVALID", ...(operation.errors ?? []), "RATE_LIMITED"];
  // By its key: in use at this moment, or known from another request.
  if (operation.kind === "command") codes.push("CONFLICT", "KEY_REUSED");
  if (operation.errors?.includes("STALE")) codes.push("PRECONDITION_REQUIRED");
  if (operation.scope !== "public") codes.push("UNAUTHENTICATED", "FORBIDDEN");
  else codes.push("GONE");
  if (pattern.parameters.length > 0) codes.push("NOT_FOUND");
  if (takesBody) codes.push("TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");
  return [...new Set([...codes, "INTERNAL", "OVERLOADED", "UNAVAILABLE", "DEADLINE"] as const)];
}

function describeError(codes: readonly ErrorCode[], operation: Operation): Record<string, unknown> {
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return {
    description: codes.map((code) => `${code}: ${ERROR_KINDS[code].title}`).join("; "),
    // A page to whoever does not ask for JSON.
    content: isPage(operation) ? { ...problem, "text/html": {} } : problem,
  };
}
