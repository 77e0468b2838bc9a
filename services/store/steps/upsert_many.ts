/** Many customers in one command: each is saved or refused by itself, and all of it is one transaction. */
import type { customers } from "shared/contract/mod.ts";
import { upsertInput } from "shared/contract/customer_shapes.ts";
import { OperationError } from "shared/errors.ts";
import type { OutputOf } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import { lockCustomers, lockNewcomers } from "../queries/customer_locks.ts";
import { countLive } from "../queries/customers.ts";
import { runPart } from "../command/run_part.ts";
import type { Unit } from "../command/unit.ts";
import { upsertCustomer, type Upserted, type UpsertInput } from "./upsert_customer.ts";

type Output = OutputOf<typeof customers.upsertMany>;
const MAX_ERRORS = 8;
const MAX_MESSAGE = 300;

type Result = Output["results"][number];

export async function upsertMany(unit: Unit, items: readonly unknown[]): Promise<Output> {
  const inputs = items.map(parseItem);
  await lockAll(unit, inputs);
  const results: Result[] = [];
  for (const input of inputs) results.push(await saveItem(unit, input));
  return { counts: countStatuses(results), results };
}

type Parsed = UpsertInput | OperationError;

function parseItem(item: unknown): Parsed {
  try {
    return parseInput(upsertInput, item);
  } catch (error) {
    if (error instanceof OperationError) return error;
    throw error;
  }
}

/**
 * In one order for everybody, so that two batches about the same customers wait for each other instead of deadlocking.
 * Who is new has no row to lock yet, so a team's batches with new external ids go one after another.
 */
async function lockAll({ sql, teamId }: Unit, inputs: readonly Parsed[]): Promise<void> {
  const valid = inputs.flatMap((input) => input instanceof OperationError ? [] : [input]);
  const ids = valid.flatMap((input) => input.id ?? []);
  const externalIds = [...new Set(valid.flatMap((input) => input.externalId ?? []))];
  const known = await countLive(sql, teamId, externalIds);
  if (known < externalIds.length) await lockNewcomers(sql, teamId);
  await lockCustomers(sql, teamId, { ids, externalIds });
}

async function saveItem(unit: Unit, input: Parsed): Promise<Result> {
  if (input instanceof OperationError) return toFailure(input);
  // A version and an outcome are those of one customer: here they belong into its result.
  const context = { ...unit.context, reply: {} };
  const saved = await runPart(unit, context, (part) => upsertCustomer(part, input));
  return saved instanceof OperationError ? toFailure(saved) : toSuccess(saved);
}

function toSuccess({ outcome, customer, hints }: Upserted): Result {
  const { id, name, version } = customer;
  // The column holds texts only, which the type of all writable fields does not tell.
  const externalId = customer.externalId as string | null;
  return {
    status: outcome,
    customer: { id, externalId, name, version },
    ...(hints.length > 0 && { hints }),
  };
}

/** Cut, so that 500 of the worst still fit into one message. */
function toFailure({ code, message, details }: OperationError): Result {
  const errors = details.errors?.slice(0, MAX_ERRORS);
  return { status: code, error: { code, message: message.slice(0, MAX_MESSAGE), ...(errors && { errors }) } };
}

function countStatuses(results: readonly Result[]): Output["counts"] {
  const count = (status: string) => results.filter((result) => result.status === status).length;
  const [created, updated, unchanged] = [count("created"), count("updated"), count("unchanged")];
  return { created, updated, unchanged, failed: results.length - created - updated - unchanged };
}
