/** The operations of `tags.*`. */
import { type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { tags } from "shared/contract/mod.ts";
import type { Tag } from "shared/contract/tags.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { abortable } from "../database/abortable.ts";
import {
  type Carrier,
  deleteTag,
  findTag,
  insertTag,
  listCarriers,
  listTags,
  lockCarriers,
  lockTag,
  renameTag,
  touchCarriers,
} from "../queries/tags.ts";
import { openPosition, toPage } from "../rules/keyset.ts";
import { listDifferences } from "../rules/changes.ts";
import { runQuery } from "../run_query.ts";
import { toSought } from "../rules/sought_text.ts";
import { tagCreated } from "../steps/save_customer_tags.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

export function tagHandlers(store: Store): Handlers<typeof tags> {
  return {
    list: (input, context) => runQuery(() => listPage(store, input, context)),
    getById: (input, context) => runQuery(() => getTag(store, input.id, context)),
    create: handleCommand(store, tags.create, (unit, { name }) => create(unit, name)),
    rename: handleCommand(store, tags.rename, rename),
    delete: handleCommand(store, tags.delete, (unit, { id }) => remove(unit, id)),
  };
}

async function listPage(
  { sql, keys }: Store,
  { q, cursor, pageSize }: ParsedInputOf<typeof tags.list>,
  { caller: { teamId }, signal }: HandlerContext,
) {
  const part = toSought(q) ?? "";
  const list = JSON.stringify(["tags", teamId, part]);
  const at = openPosition(keys, cursor, list);
  const rows = await abortable(
    sql,
    signal,
    (connection) => listTags(connection, teamId, { part, at, limit: pageSize + 1 }),
  );
  const page = toPage(keys, rows, { list, pageSize, at });
  return { meta: page.meta, data: page.rows.map(({ id, name }) => ({ id, name })) };
}

async function getTag({ sql }: Store, id: string, { caller }: HandlerContext): Promise<Tag> {
  const tag = await findTag(sql, caller.teamId, id);
  if (!tag) throw tagNotFound();
  return tag;
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

/** A new version and an event for each customer that has the tag: nobody has to follow the team's tags as well. */
async function tellCarriers(
  unit: Unit,
  carriers: readonly Carrier[],
  { keeps }: { keeps: (tagId: string) => boolean },
): Promise<void> {
  await touchCarriers(unit.sql, unit.teamId, carriers.map((carrier) => carrier.customerId));
  await unit.emitAll(carriers.map(({ customerId, tagIds }) => {
    const changes = listDifferences({ tags: tagIds }, { tags: tagIds.filter(keeps) }, ["tags"]);
    return { name: "customers.updated", customerId, changes, data: {} };
  }));
}

/** @throws {OperationError} NOT_FOUND */
async function holdTag(unit: Unit, id: string): Promise<{ earlier: Tag; carriers: Carrier[] }> {
  const { sql, teamId } = unit;
  await lockCarriers(sql, teamId, id);
  const earlier = await lockTag(sql, teamId, id);
  if (!earlier) throw tagNotFound();
  // Asked again under the lock: somebody may have given the tag to another customer before.
  return { earlier, carriers: await listCarriers(sql, teamId, id) };
}

function tagNotFound(): OperationError {
  return new OperationError("NOT_FOUND", "Tag not found");
}
