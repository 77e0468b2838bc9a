/** Which tags a customer gets and loses when it is saved. */
import { MAX_TAGS } from "shared/contract/customer_shapes.ts";
import type { Tag, TagReference } from "shared/contract/tags.ts";
import { invalidField } from "shared/errors.ts";
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
 * @throws {OperationError} INVALID for an id that is no tag of the team, and for too many tags.
 */
export async function setTags(
  unit: Unit,
  customer: { readonly id: string; readonly tags: readonly Tag[] },
  input: TagInput,
): Promise<string[]> {
  const given = input.tags === undefined
    ? customer.tags.map((tag) => tag.id)
    : await resolveTags(unit, "/tags", input.tags ?? []);
  const added = await resolveTags(unit, "/addTags", input.addTags ?? []);
  const removed = await findTags(unit.sql, unit.teamId, input.removeTags ?? []);
  const ids = new Set([...given, ...added]);
  for (const { id } of removed) ids.delete(id);
  if (ids.size > MAX_TAGS) {
    throw invalidField("/addTags", "too_big", `A customer has at most ${MAX_TAGS} tags`);
  }
  await replaceCustomerTags(unit.sql, unit.teamId, customer.id, [...ids]);
  return [...ids].sort();
}

/** Names that are no tags yet become tags; ids must be tags already. */
async function resolveTags(
  unit: Unit,
  pointer: string,
  references: readonly TagReference[],
): Promise<string[]> {
  const { sql, teamId } = unit;
  const known = await lockTags(sql, teamId, references.flatMap((tag) => tag.id ?? []));
  for (const [index, tag] of references.entries()) {
    if (tag.id && !known.includes(tag.id)) {
      throw invalidField(`${pointer}/${index}/id`, "unknown_tag", "Is not a tag");
    }
  }
  const { tags, created } = await ensureTags(
    sql,
    teamId,
    references.flatMap((tag) => tag.id ? [] : tag.name ?? []),
  );
  for (const tag of created) await unit.emit({ ...tagCreated(tag), isByTheWay: true });
  return [...known, ...tags.map((tag) => tag.id)];
}

export function tagCreated(tag: Tag): NewFact {
  const changes = listDifferences({}, tag, ["name"]);
  return { name: "tags.created", customerId: null, changes, data: { ...tag } };
}
