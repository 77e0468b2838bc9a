/** Query parameters as values: what is text on the wire becomes what the operation's schema asks for. */
import type { FieldError } from "shared/errors.ts";
import { toPointer } from "shared/validation.ts";
import { type InputSchema, type JsonSchema, withoutNull } from "./input_schema.ts";

type Coerce = (texts: readonly string[]) => unknown;

export interface QueryPlan {
  readonly parameters: ReadonlyMap<string, Coerce>;
  /** Links to pages are decorated by mail programs and trackers; a reader must not suffer from it. */
  readonly ignoresUnknown: boolean;
}

export function planQuery(
  schema: InputSchema,
  options: { except: readonly string[]; ignoresUnknown: boolean },
): QueryPlan {
  const names = Object.keys(schema.properties).filter((name) => !options.except.includes(name));
  const parameters = new Map(names.map((name) => [name, planValue(schema.properties[name]!)]));
  return { parameters, ignoresUnknown: options.ignoresUnknown };
}

/** The values, and an error for every unknown parameter. */
export function readQuery(
  url: string,
  plan: QueryPlan,
): { values: Record<string, unknown>; unknown: FieldError[] } {
  const start = url.indexOf("?");
  const found = Map.groupBy(new URLSearchParams(start < 0 ? "" : url.slice(start)), ([name]) => name);
  const values: Record<string, unknown> = {};
  for (const [name, pairs] of found) {
    const coerce = plan.parameters.get(name);
    if (coerce) values[name] = coerce(pairs.map(([, text]) => text));
  }
  const unknown = plan.ignoresUnknown ? [] : [...found.keys()].filter((name) => !plan.parameters.has(name));
  return { values, unknown: unknown.slice(0, 20).map(toUnknown) };
}

function toUnknown(name: string): FieldError {
  return {
    pointer: toPointer([name.slice(0, 100)]),
    code: "unknown_parameter",
    message: "There is no such query parameter",
  };
}

/** What cannot be read stays as it came, and the schema says what is wrong with it. */
function planValue(schema: JsonSchema): Coerce {
  const { type, items, prefixItems } = withoutNull(schema);
  if (type === "array") return planList((prefixItems?.[0] ?? items) as JsonSchema | undefined);
  const coerce = planText(type);
  return (texts) => texts.length === 1 ? coerce(texts[0]!) : texts.map(coerce);
}

/** `a=1&a=2`, `a=1,2` and `a=1` are all lists. */
function planList(item: JsonSchema | undefined): Coerce {
  const coerce = planText(item?.type);
  // Words and ids hold no comma; what somebody has written, and only that has a length, may well.
  if (item?.maxLength !== undefined) return (texts) => texts.map(coerce);
  return (texts) => texts.flatMap((text) => text.split(",")).map(coerce);
}

function planText(type: JsonSchema["type"]): (text: string) => unknown {
  if (type === "number" || type === "integer") return readNumber;
  if (type === "boolean") return readBoolean;
  return (text) => text;
}

function readNumber(text: string): number | string {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function readBoolean(text: string): boolean | string {
  if (text === "true") return true;
  return text === "false" ? false : text;
}
