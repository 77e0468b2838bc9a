/** Labels that a team gives its customers. */
import { z } from "zod";
import { requiredText, uuid } from "./primitives.ts";

export const tag = z.object({ id: uuid, name: z.string() });

/** By id, or by name (made when the team has none of that name). */
export const tagReference = z.object({ id: uuid.optional(), name: requiredText(60).optional() })
  .refine((value) => value.id !== undefined || value.name !== undefined, "Needs an id or a name");

export type Tag = z.infer<typeof tag>;
export type TagReference = z.infer<typeof tagReference>;
