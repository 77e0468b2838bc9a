/** How an operation is declared: once, as a value, from which client, endpoint, routes and documents are loops. */
import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";
import type { Scope } from "./scopes.ts";

/** A query reads, a command changes, a document answers bytes (HTML, PDF). */
export type OperationKind = "query" | "command" | "document";

export const SERVICES = ["gateway", "store", "enrichment", "portal"] as const;

/** The service whose queue group answers. */
export type ServiceName = typeof SERVICES[number];

/** `system` operations are for the mesh's own services only; `public` ones need no login. Of several scopes any one will do. */
export type Access = Scope | readonly Scope[] | "public" | "system";

/** `created`: something new is there; `accepted`: it goes on after the answer. The reply's header says which. */
export type Outcome = "ok" | "created" | "accepted";

export interface Declaration<Input extends z.ZodType = z.ZodType, Output = z.ZodType | string> {
  readonly summary: string;
  readonly input: Input;
  /** A schema, or the content type of a document. */
  readonly output: Output;
  /** Codes that the operation itself may raise; those of every door (INVALID, DEADLINE …) are not repeated. */
  readonly errors?: readonly ErrorCode[];
  /** REST routes, such as `GET /customers/{id}`; the first is the canonical one. */
  readonly http?: string | readonly string[];
  readonly scope: Access;
  /** Which kinds of success there are; absent means plain success only. */
  readonly outcomes?: readonly Outcome[];
  readonly timeoutMs?: number;
  /** The largest input as JSON, where a door should take more than usual; at most what a message of the bus holds. */
  readonly maxInputBytes?: number;
  /** May also arrive on `ingest.<team>.…`, where the answer is an event. */
  readonly isDurable?: boolean;
  /**
   * Fields of the input, of which each tells which thing a durable command is about. What is published about one thing is
   * done in the order in which it came.
   */
  readonly identifiedBy?: readonly string[];
}

export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output = z.ZodType | string,
  Name extends string = string,
> extends Declaration<Input, Output> {
  readonly kind: OperationKind;
  /** `<domain>.<verb>`: contract key, handler key, subject, REST operationId, log field. */
  readonly name: Name;
  readonly domain: string;
  readonly verb: string;
  readonly service: ServiceName;
}

/** Kind and access keep their literal types, by which the types of a door choose among operations. */
interface Unnamed<Input extends z.ZodType, Output, Kind = OperationKind, Scope = Access>
  extends Declaration<Input, Output> {
  readonly kind: Kind & OperationKind;
  readonly scope: Scope & Access;
}

type Scoped<Input extends z.ZodType, Output, Scope extends Access> = Declaration<Input, Output> & {
  readonly scope: Scope;
};

export function query<I extends z.ZodType, O extends z.ZodType, S extends Access>(
  d: Scoped<I, O, S>,
): Unnamed<I, O, "query", S> {
  return { ...d, kind: "query" };
}

export function command<I extends z.ZodType, O extends z.ZodType, S extends Access>(
  d: Scoped<I, O, S>,
): Unnamed<I, O, "command", S> {
  return { ...d, kind: "command" };
}

export function document<I extends z.ZodType, O extends string, S extends Access>(
  d: Scoped<I, O, S>,
): Unnamed<I, O, "document", S> {
  return { ...d, kind: "document" };
}

type Named<Domain extends string, Ops> = {
  readonly [V in keyof Ops & string]: Ops[V] extends Unnamed<infer I, infer O, infer Kind, infer Scope>
    ? Operation<I, O, `${Domain}.${V}`> & { readonly kind: Kind; readonly scope: Scope }
    : never;
};

/** Stamps the names: `domain("customers", "store", { get: query(…) })` declares `customers.get`. */
export function domain<Domain extends string, Ops extends Record<string, Unnamed<z.ZodType, unknown>>>(
  name: Domain,
  service: ServiceName,
  declarations: Ops,
): Named<Domain, Ops> {
  const entries = Object.entries(declarations).map(([verb, declaration]) =>
    [verb, { ...declaration, name: `${name}.${verb}`, domain: name, verb, service }] as const
  );
  // The entries carry exactly the keys of `declarations`, each stamped as `Named` describes.
  return Object.fromEntries(entries) as unknown as Named<Domain, Ops>;
}

/** What a caller hands over (defaults may be left out). */
export type InputOf<Op extends Operation> = z.input<Op["input"]>;

/** What a handler receives (defaults filled in). */
export type ParsedInputOf<Op extends Operation> = z.output<Op["input"]>;

/** What a caller gets and a handler returns: the value of the schema, or the bytes of a document. */
export type OutputOf<Op extends Operation> = Op["output"] extends z.ZodType ? z.output<Op["output"]>
  : Uint8Array;

/** A set of operations as {@linkcode domain} returns it. */
export type Domain = Readonly<Record<string, Operation>>;
