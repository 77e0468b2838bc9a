/** The operations of `tags.*`. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import { tags } from "shared/contract/mod.ts";
import type { Tag } from "shared/contract/tags.ts";
import { OperationError } from "shared/errors.ts";
import { runCommand, runQuery, type Unit } from "../command.ts";
import { abortable } from "../database/abortable.ts";
import {
  type Carrier,
  deleteTag,
  insertTag,
  listCarriers,
  listTags,
  lockCarriers,
  lockTag,
  renameTag,
  touchCarriers,
} from "../queries/tags.ts";
import { listDifferences } from "../rules/changes.ts";
import { tagCreated } from "../save_customer_tags.ts";
import type { Store } from "../store.ts";

export function tagHandlers(store: Store): Handlers<typeof tags> {
  return {
    list: (input, { signal, caller }) =>
      runQuery(async () => ({
        data: await abortable(
          store.sql,
          signal,
          (sql) => listTags(sql, caller.teamId, input.q?.trim().replaceAll("\0", "\ufffd") ?? ""),
        ),
      })),
    create: (input, context) =>
      runCommand(store, tags.create, input, context, (unit) => create(unit, input.name)),
    rename: (input, context) => runCommand(store, tags.rename, input, context, (unit) => rename(unit, input)),
    delete: (input, context) =>
      runCommand(store, tags.delete, input, context, (unit) => remove(unit, input.id)),
  };
}

async function create(unit: Unit, name: string): Promise<Tag> {
  const tag = await insertTag(unit.sql, unit.teamId, name);
  if (!tag) throw new OperationError("CONFLICT", "Cannot create the tag: there is one of this name");
  await unit.emit(tagCreated(tag));
  unit.context.reply[HEADERS.outcome] = "created";
  return tag;
}

async function rename(unit: Unit, tag: Tag): Promise<Tag> {
  const { earlier, carriers } = await holdTag(unit, tag.id);
  if (earlier.name === tag.name) return tag;
  await renameTag(unit.sql, unit.teamId, tag);
  await tellCarriers(unit, carriers, { keeps: () => true });
  await unit.emit({
    name: "tags.renamed",
    customerId: null,
    changes: listDifferences(earlier, tag, ["name"]),
    data: { ...tag, from: earlier.name },
  });
  return tag;
}

async function remove(unit: Unit, id: string): Promise<Tag> {
  const { earlier, carriers } = await holdTag(unit, id);
  await deleteTag(unit.sql, unit.teamId, id);
  await tellCarriers(unit, carriers, { keeps: (each) => each !== id });
  await unit.emit({
    name: "tags.deleted",
    customerId: null,
    changes: listDifferences(earlier, {}, ["name"]),
    data: { ...earlier },
  });
  return earlier;
}

/** Each has another version now, and who follows one customer must not have to follow the team's tags. */
async function tellCarriers(
  unit: Unit,
  carriers: readonly Carrier[],
  { keeps }: { keeps: (tagId: string) => boolean },
): Promise<void> {
  await touchCarriers(unit.sql, unit.teamId, carriers.map((carrier) => carrier.customerId));
  for (const { customerId, tagIds } of carriers) {
    const changes = listDifferences({ tags: tagIds }, { tags: tagIds.filter(keeps) }, ["tags"]);
    await unit.emit({ name: "customers.updated", customerId, changes, data: {} });
  }
}

/** @throws {OperationError} NOT_FOUND */
async function holdTag(unit: Unit, id: string): Promise<{ earlier: Tag; carriers: Carrier[] }> {
  const { sql, teamId } = unit;
  await lockCarriers(sql, teamId, id);
  const earlier = await lockTag(sql, teamId, id);
  if (!earlier) throw new OperationError("NOT_FOUND", "Tag not found");
  // Asked anew: somebody may have given the tag to a customer until we held it.
  return { earlier, carriers: await listCarriers(sql, teamId, id) };
}
