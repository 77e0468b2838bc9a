/** What a team keeps of its customers beyond our own fields: fields that it defines, with a type, and free texts. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { requiredText, text, uuid } from "./primitives.ts";

const CUSTOM_FIELD_TYPES = ["text", "number", "date", "boolean", "choice"] as const;

/** Of a team. */
export const MAX_CUSTOM_FIELDS = 100;

/** Of one customer. */
export const MAX_METADATA_KEYS = 50;

const KEY = /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/;
const key = z.string().regex(KEY, "Must begin with a letter and have up to 40 letters, digits, _ . or -");

/** A merge patch (RFC 7396): keys that are absent stay, null removes one; null for the whole removes all. */
export const metadataPatch = z.record(key, text(500).nullable())
  .refine(
    (value) => Object.keys(value).length <= MAX_METADATA_KEYS,
    `Has more than ${MAX_METADATA_KEYS} keys`,
  )
  .nullish();

/** Likewise; which keys there are, and of which type, the team has said with `customFields.create`. */
export const customFieldsPatch = z.record(key, z.union([text(500), z.number(), z.boolean()]).nullable())
  .refine((value) => Object.keys(value).length <= MAX_CUSTOM_FIELDS, "Has too many keys")
  .nullish();

export const metadata = z.record(z.string(), z.string());
export const customFieldValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const METADATA_FILTER = /^([A-Za-z][A-Za-z0-9_.-]{0,39}):(.{0,500})$/su;
export const CUSTOM_FIELD_FILTER = /^([A-Za-z][A-Za-z0-9_.-]{0,39}?)(:|>=|<=|>|<)(.{0,500})$/su;

/** What no value can be is found nowhere, and the database would not even take it. */
function filter(pattern: RegExp, error: string) {
  return text(600).regex(pattern, error);
}

/** For lists: each narrows the list. */
export const customFilters = {
  metadata: z.array(filter(METADATA_FILTER, "Must be key:value")).min(1).max(10).nullish()
    .meta({ description: "`key:value`, word for word" }),
  customFields: z.array(
    filter(CUSTOM_FIELD_FILTER, "Must be key:value, key>=value, key<=value, key>value or key<value"),
  ).min(1).max(10).nullish()
    .meta({ description: "`tier:gold`, `renewal>=2026-01-01`, `seats<10`; several narrow further" }),
};

const options = z.array(requiredText(100)).min(1).max(200)
  .refine((value) => new Set(value).size === value.length, "Names an option twice");

const customField = z.object({
  id: uuid,
  key: z.string(),
  label: z.string(),
  type: z.enum(CUSTOM_FIELD_TYPES),
  /** Of a choice; else null. */
  options: z.array(z.string()).nullable(),
});

export type CustomField = z.infer<typeof customField>;

export const customFields = domain("customFields", "store", {
  list: query({
    summary: "The fields that the team has added to its customers",
    http: "GET /custom-fields",
    scope: "customers.read",
    input: z.object({}),
    output: z.object({ data: z.array(customField) }),
  }),
  create: command({
    summary: "Add a field of a type to all customers; key and type stay as they are",
    http: "POST /custom-fields",
    outcomes: ["created"],
    scope: "customers.write",
    input: z.object({
      key,
      label: requiredText(100),
      type: z.enum(CUSTOM_FIELD_TYPES),
      options: options.optional(),
    })
      .refine(({ type, options }) => (type === "choice") === (options !== undefined), {
        path: ["options"],
        error: "Needed for a choice, and only for that",
      }),
    output: customField,
    errors: ["CONFLICT", "KEY_REUSED"],
  }),
  update: command({
    summary: "Change what a field is called, or what there is to choose from",
    http: "PATCH /custom-fields/{id}",
    scope: "customers.write",
    /** Options that are left out can no longer be chosen; customers that have one keep it. */
    input: z.object({ id: uuid, label: requiredText(100).optional(), options: options.optional() }),
    output: customField,
    errors: ["NOT_FOUND", "KEY_REUSED"],
  }),
  delete: command({
    summary: "Remove a field; refused while customers have a value in it",
    http: "DELETE /custom-fields/{id}",
    scope: "customers.write",
    input: z.object({ id: uuid }),
    output: customField,
    errors: ["NOT_FOUND", "CONFLICT"],
  }),
});
