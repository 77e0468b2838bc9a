/** superjson at the tRPC door: of what clients send `undefined` is revived, what we answer is plain JSON already. */
import type { TRPCCombinedDataTransformer } from "@trpc/server";
import { deserialize, serialize, type SuperJSONResult } from "superjson";

export const transformer: TRPCCombinedDataTransformer = {
  input: { serialize, deserialize: reviveInput },
  // Replies of the bus hold no date, no set and no undefined: a walk in search of them would find nothing.
  output: { serialize: (json) => ({ json }), deserialize },
};

/**
 * A date, an address or a large integer stays the text that it is on the wire, as operations take it. To build such
 * objects from a stranger's annotations could cost much: a typed array takes its length from a number.
 */
function reviveInput({ json, meta }: SuperJSONResult): unknown {
  if (!meta) return json;
  // The cast: a smaller set of annotations of the same form.
  const values = keepUndefined(meta.values) as NonNullable<SuperJSONResult["meta"]>["values"];
  const input = deserialize({ json, meta: { ...meta, values } }, { inPlace: true });
  if (meta.referentialEqualities) refuseGrowth(input);
  return input;
}

/** More than a body of this door can hold by itself. */
const MAX_VALUES = 200_000;

/**
 * Annotations may say that one object stands in several places: in itself, so that it has no end, or twice in what stands
 * twice in another, and so on, so that it is endless to whoever writes it down.
 * @throws {Error} As for whatever else is no input.
 */
function refuseGrowth(input: unknown): void {
  const waiting = [input];
  let count = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    for (const value of Object.values(next)) {
      if (++count > MAX_VALUES) throw new Error("The input holds itself, or too much");
      waiting.push(value);
    }
  }
}

/** Annotations are a tree of paths with the names of types at its ends. */
function keepUndefined(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree[0] === "undefined" ? ["undefined"] : {};
  if (typeof tree !== "object" || tree === null) return {};
  return Object.fromEntries(Object.entries(tree).map(([path, branch]) => [path, keepUndefined(branch)]));
}
