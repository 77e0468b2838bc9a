/** Which tags a customer gets and loses when it is saved. */
import { MAX_TAGS } from "shared/contract/customer_shapes.ts";
import type { Tag, TagReference } from "shared/contract/tags.ts";
import { type FieldError, invalidField, invalidFields } from "shared/errors.ts";
import { listDifferences } from "../rules/changes.ts";
import { ensureTags, findTags, lockTags, replaceCustomerTags } from "../queries/tags.ts";
import type { NewFact, Unit } from "../command/unit.ts";

export interface TagInput {
  /** Replaces the whole set. */
  readonly tags?: readonly TagReference[] | null;
  readonly addTags?: readonly TagReference[];
  readonly removeTags?: readonly TagReference[];
}

/**
 * @returns The ids of all its tags from now on, in order: so two sets that are equal look equal in events.
 * @throws {OperationError} INVALID with every id that is no tag of the team, and for too many tags.
 */
export async function setTags(
  unit: Unit,
  customer: { readonly id: string; readonly tags: readonly Tag[] },
  input: TagInput,
): Promise<string[]> {
  const faults = await findTagFaults(unit, input);
  if (faults.length > 0) throw invalidFields(faults);
  const given = input.tags === undefined
    ? customer.tags.map((tag) => tag.id)
    : await resolveTags(unit, input.tags ?? []);
  const added = await resolveTags(unit, input.addTags ?? []);
  const removed = await findTags(unit.sql, unit.teamId, input.removeTags ?? []);
  const ids = new Set([...given, ...added]);
  for (const { id } of removed) ids.delete(id);
  if (ids.size > MAX_TAGS) {
    throw invalidField("/addTags", "too_big", `A customer has at most ${MAX_TAGS} tags`);
  }
  await replaceCustomerTags(unit.sql, unit.teamId, customer.id, [...ids]);
  return [...ids].sort();
}

/** Ids must be tags already, and stay so until the customer is saved. */
export async function findTagFaults({ sql, teamId }: Unit, input: TagInput): Promise<FieldError[]> {
  const [tags, addTags] = [input.tags ?? [], input.addTags ?? []];
  const ids = [...tags, ...addTags].flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return [];
  const known = await lockTags(sql, teamId, ids);
  return Object.entries({ tags, addTags }).flatMap(([field, references]) =>
    references.flatMap(({ id }, index): FieldError[] => {
      if (!id || known.includes(id)) return [];
      return [{ pointer: `/${field}/${index}/id`, code: "unknown_tag", message: "Is not a tag" }];
    })
  );
}

/** Names that are no tags yet become tags. */
async function resolveTags(unit: Unit, references: readonly TagReference[]): Promise<string[]> {
  const names = references.flatMap((tag) => tag.id ? [] : tag.name ?? []);
  const { tags, created } = await ensureTags(unit.sql, unit.teamId, names);
  for (const tag of created) await unit.emit({ ...tagCreated(tag), isByTheWay: true });
  return [...references.flatMap(({ id }) => id ?? []), ...tags.map((tag) => tag.id)];
}

export function tagCreated(tag: Tag): NewFact {
  const changes = listDifferences({}, tag, ["name"]);
  return { name: "tags.created", customerId: null, changes, data: { ...tag } };
}
