/** What an operation takes, as JSON Schema (draft 2020-12): for coercing query parameters and for the API description. */
import { z } from "zod";
import type { Operation } from "shared/operation.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface InputSchema extends JsonSchema {
  properties: Readonly<Record<string, JsonSchema>>;
  required: string[];
}

/** @throws {TypeError} when the input is not an object, which no route could fill. */
export function describeInput({ name, input }: Operation): InputSchema {
  const { $schema: _, default: _default, ...schema } = z.toJSONSchema(input, { io: "input" });
  if (!schema.properties) throw new TypeError(`Cannot route "${name}": its input is not an object`);
  // The library types a property as "schema or boolean"; it writes booleans only where a schema is never or any.
  const properties = schema.properties as Record<string, JsonSchema>;
  return { ...schema, properties, required: schema.required ?? [] };
}

/** What remains when null is left aside. */
export function withoutNull(schema: JsonSchema): JsonSchema {
  const others = (schema.anyOf as JsonSchema[] | undefined)?.filter(({ type }) => type !== "null");
  if (others?.length === 1) return { ...schema, anyOf: undefined, ...others[0] };
  // The library writes `["boolean", "null"]` too, which its type does not tell.
  const types = [schema.type ?? []].flat().filter((type) => type !== "null");
  return types.length === 1 ? { ...schema, type: types[0] } : schema;
}
