/** Creating or updating, whichever it takes: by id, by external id, or as somebody new. */
import type { z } from "zod";
import type { hint, upsertInput } from "shared/contract/customer_shapes.ts";
import { OperationError } from "shared/errors.ts";
import { lockCustomer } from "../queries/customer_locks.ts";
import { type CustomerRow, findArchivedByDomain, findTwin } from "../queries/customers.ts";
import type { Unit } from "../command/unit.ts";
import { createCustomer, requireCustomer, updateCustomer } from "./save_customer.ts";

export type UpsertInput = z.output<typeof upsertInput>;

export interface Upserted {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly customer: CustomerRow;
  readonly hints: z.output<typeof hint>[];
}

/** By id: that customer, which must exist. By external id: the live customer that has it, or a new one. Else a new one. */
export async function upsertCustomer(unit: Unit, input: UpsertInput): Promise<Upserted> {
  const known = await lockKnown(unit, input);
  if (known) return await change(unit, known, input);
  const customer = await createCustomer(unit, input);
  if (customer) return { outcome: "created", customer, hints: await findHints(unit, customer) };
  const key = { externalId: input.externalId!, isArchived: false };
  const existing = await lockCustomer(unit.sql, unit.teamId, key);
  if (!existing) throw new OperationError("CONFLICT", "The customer was archived or deleted in the meantime");
  return await change(unit, existing, input);
}

async function lockKnown(unit: Unit, input: UpsertInput): Promise<CustomerRow | undefined> {
  if (input.id) return await requireCustomer(unit, input.id);
  // No index keeps archived ones apart: whoever says "archived" again and again means the same one.
  if (!input.externalId || !input.isArchived) return undefined;
  return await lockCustomer(unit.sql, unit.teamId, { externalId: input.externalId });
}

async function change(unit: Unit, before: CustomerRow, input: UpsertInput): Promise<Upserted> {
  const customer = await updateCustomer(unit, before, input);
  const outcome = customer.version === before.version ? "unchanged" : "updated";
  return { outcome, customer, hints: [] };
}

async function findHints(unit: Unit, customer: CustomerRow): Promise<Upserted["hints"]> {
  if (customer.isArchived) return [];
  const { id: notId, externalId, websiteDomain } = customer;
  const place = { externalId: String(externalId), isArchived: true, notId };
  const twin = externalId === null ? undefined : await findTwin(unit.sql, unit.teamId, place);
  if (twin) return [{ code: "archived_twin", customerId: twin }];
  const namesake = websiteDomain && await findArchivedByDomain(unit.sql, unit.teamId, websiteDomain);
  return namesake ? [{ code: "archived_domain", customerId: namesake }] : [];
}
