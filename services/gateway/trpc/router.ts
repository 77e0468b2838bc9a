/** The tRPC door's procedures: a loop over the contract. */
import {
  initTRPC,
  type TRPCBuiltRouter,
  type TRPCMutationProcedure,
  type TRPCQueryProcedure,
} from "@trpc/server";
import { type DOMAINS, OPERATIONS } from "shared/contract/mod.ts";
import type { Domain, InputOf, Operation, OutputOf } from "shared/operation.ts";
import { answerCall, type Batch, requireCaller } from "./answer_call.ts";
import { type MeshErrorShape, shapeError, toMeshError } from "./error_shape.ts";
import { transformer } from "./transformer.ts";

const trpc = initTRPC.context<Batch>().create({
  transformer,
  errorFormatter: ({ error, path }) => shapeError(toMeshError(error), path),
  isDev: false,
  isServer: true,
});

/** Not the operations that only the mesh itself may use, nor documents, since bytes are no value for tRPC. */
export function listProcedures(): readonly Operation[] {
  return OPERATIONS.filter(({ scope, kind }) => scope !== "system" && kind !== "document");
}

export function createRouter() {
  const domains = Map.groupBy(listProcedures(), ({ domain }) => domain);
  const routers = [...domains].map(([name, operations]) => {
    const procedures = operations.map((operation) => [operation.verb, toProcedure(operation)]);
    return [name, trpc.router(Object.fromEntries(procedures))];
  });
  return trpc.router(Object.fromEntries(routers));
}

function toProcedure(operation: Operation) {
  const procedure = trpc.procedure
    .use(({ ctx, batchIndex, next }) => next({ ctx: { caller: requireCaller(ctx, batchIndex) } }))
    // Read only now, and checked where the operation is asked.
    .input((input: unknown) => input);
  return operation.kind === "query"
    ? procedure.query(({ ctx, ...call }) => answerCall(ctx, { operation, caller: ctx.caller, ...call }))
    : procedure.mutation(({ ctx, ...call }) => answerCall(ctx, { operation, caller: ctx.caller, ...call }));
}

interface Definition<Op extends Operation> {
  input: InputOf<Op>;
  output: OutputOf<Op>;
  meta: object;
  errorShape: MeshErrorShape;
}

type Procedures<D extends Domain> = {
  [V in keyof D as D[V] extends { scope: "system" } | { kind: "document" } ? never : V]: D[V] extends
    { kind: "query" } ? TRPCQueryProcedure<Definition<D[V]>> : TRPCMutationProcedure<Definition<D[V]>>;
};

/** For typed clients: `createTRPCClient<MeshRouter>(…)`. */
export type MeshRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: MeshErrorShape; transformer: true },
  { [D in keyof typeof DOMAINS]: Procedures<(typeof DOMAINS)[D]> }
>;
