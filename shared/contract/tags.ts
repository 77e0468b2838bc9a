/** Labels that a team gives its customers. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { cursor, pageOf, pageSize, requiredText, uuid } from "./primitives.ts";

/** However its accents are put together: what looks the same is one tag. */
export const tagName = requiredText(60).overwrite((value) => value.normalize());

export const tag = z.object({ id: uuid, name: z.string() });

const spelledOut = z.object({ id: uuid.optional(), name: tagName.optional() })
  .refine((value) => value.id !== undefined || value.name !== undefined, "Needs an id or a name");

/** By id, or by name (made when the team has none of that name). A text alone is the one or the other. */
// The cast: what is told to be unknown is a text, or what is spelled out.
export const tagReference = z.preprocess(spellOut, spelledOut)
  .meta({ description: "Or its id or name alone, as a text" }) as unknown as z.ZodType<
    z.output<typeof spelledOut>,
    z.input<typeof spelledOut> | string
  >;

function spellOut(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return uuid.safeParse(value).success ? { id: value } : { name: value };
}

export type Tag = z.infer<typeof tag>;
export type TagReference = z.infer<typeof tagReference>;

export const tags = domain("tags", "store", {
  list: query({
    summary: "The team's tags, by name; compatible clients know no pages, so a page holds as many as it can",
    http: "GET /tags",
    scope: "tags.read",
    input: z.object({
      q: z.string().max(60).nullish().describe("Part of the name, in any case"),
      cursor,
      pageSize: pageSize(1000, 1000),
    }),
    output: pageOf(tag),
  }),
  getById: query({
    summary: "One tag",
    http: "GET /tags/{id}",
    scope: "tags.read",
    input: z.object({ id: uuid }),
    output: tag,
    errors: ["NOT_FOUND"],
  }),
  create: command({
    summary: "Make a tag",
    http: "POST /tags",
    outcomes: ["created"],
    scope: "tags.write",
    input: z.object({ name: tagName }),
    output: tag,
    errors: ["CONFLICT", "KEY_REUSED"],
  }),
  rename: command({
    summary: "Give a tag another name, on every customer that has it",
    http: "PATCH /tags/{id}",
    scope: "tags.write",
    timeoutMs: 30_000,
    input: z.object({ id: uuid, name: tagName }),
    output: tag,
    errors: ["NOT_FOUND", "CONFLICT", "KEY_REUSED"],
  }),
  delete: command({
    summary: "Delete a tag, and take it from every customer that has it",
    http: "DELETE /tags/{id}",
    scope: "tags.write",
    timeoutMs: 30_000,
    input: z.object({ id: uuid }),
    output: tag,
    errors: ["NOT_FOUND", "KEY_REUSED"],
  }),
});
