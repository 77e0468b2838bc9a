/** How customers are listed: the ways to sort, what can be filtered by, what can be left out. */
import { z } from "zod";
import { customer, CUSTOMER_STATUSES, ENRICHMENT_STATUSES } from "./customer_shapes.ts";
import { customFilters } from "./custom_fields.ts";
import { countryCode } from "./listed_codes.ts";
import { cursor, pageSize, rangeEnd, requiredText, sortBy } from "./primitives.ts";
import { tagName } from "./tags.ts";

export const CUSTOMER_SORTS = [
  "name",
  "created_at",
  "contact",
  "email",
  "invoices",
  "projects",
  "tags",
  "industry",
  "country",
  "total_revenue",
  "outstanding",
  "last_invoice",
] as const;

// The shape's own keys, which are those of its type.
const CUSTOMER_KEYS = Object.keys(customer.shape) as (keyof typeof customer.shape)[];

/** Each narrows the list; several together narrow it further; a list of values means any of them. */
const customerFilters = z.object({
  tag: tagName.nullish().meta({ description: "Id or name of a tag" }),
  status: z.array(z.enum(CUSTOMER_STATUSES)).min(1).max(4).nullish(),
  country: z.array(countryCode).min(1).max(50).nullish(),
  industry: requiredText(100).nullish()
    .meta({ description: "The whole industry; case and accents do not matter" }),
  enrichmentStatus: z.array(z.enum([...ENRICHMENT_STATUSES, "none"])).min(1).max(5).nullish(),
  portalEnabled: z.boolean().nullish(),
  isArchived: z.preprocess(
    (value) => typeof value === "boolean" ? String(value) : value,
    z.enum(["false", "true", "all"]).nullish(),
  ).optional().meta({
    description: "Absent or false: without archived customers; true: only those; all: both",
  }),
  hasOverdue: z.boolean().nullish()
    .meta({ description: "Whether anything owed is past its due date on the seller's calendar" }),
  ...customFilters,
  createdFrom: rangeEnd.nullish(),
  createdTo: rangeEnd.nullish(),
  updatedFrom: rangeEnd.nullish(),
  updatedTo: rangeEnd.nullish(),
});

const search = z.string().max(200).nullish();

/** All that narrows a list: the search and the filters. */
export const customerSelection = customerFilters.extend({ q: search });

export const customerListInput = z.object({
  q: search.meta({ description: "Without a sort the best match comes first" }),
  sort: sortBy(CUSTOMER_SORTS),
  cursor,
  pageSize: pageSize(25, 100),
  fields: z.array(z.enum(CUSTOMER_KEYS)).min(1).max(100).nullish()
    .meta({ description: "Only these fields, and always the id" }),
  total: z.boolean().nullish().meta({ description: "Also count the whole list, exactly" }),
  ...customerFilters.shape,
}).default({ pageSize: 25 });

export type CustomerFilters = z.output<typeof customerFilters>;
export type CustomerSelection = z.output<typeof customerSelection>;
export type CustomerListInput = z.output<typeof customerListInput>;

/** All fields, unless `fields` names some: the type speaks of the usual case, the API description of both. */
export const listedCustomer = customer.meta({ required: ["id"] });
