/** Keyset pages: a signed cursor names the last row seen, so inserts and deletes between pages shift nothing. */
import { z } from "zod";
import { invalidField } from "shared/errors.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import { takeFitting } from "./fit_page.ts";
import { type SecretKeys, sha256 } from "./secret_keys.ts";

export interface SortKey {
  /** The SQL expression to sort by. */
  readonly expression: Fragment;
  /** The id that breaks ties, always in the same direction. */
  readonly id: Fragment;
  /** Its type, for comparing with the value in a cursor. */
  readonly type: "text" | "int" | "numeric" | "date" | "timestamptz" | "uuid";
  readonly direction: "asc" | "desc";
  /** True where the value may be missing: {@linkcode rangesBeyond} then needs two ranges. */
  readonly isNullable?: boolean;
}

const position = z.object({
  /** A print of what was listed and how: a cursor works only for the same list, and tells no id of whose list it is. */
  list: z.string(),
  value: z.string().nullable(),
  id: z.string(),
  isBackward: z.boolean(),
  /** True where the row itself belongs to the page: it is the way back from a page that was found empty. */
  isInclusive: z.boolean().optional(),
  /** In a ranked search: how well the row matched; 0 is best. */
  tier: z.number().int().min(0).optional(),
});

export type Position = z.infer<typeof position>;

/** @throws {OperationError} INVALID for a cursor that is not ours or belongs to another list. */
export function openPosition(
  keys: SecretKeys,
  cursor: string | null | undefined,
  list: string,
): Position | undefined {
  const at = findPosition(keys, cursor, list);
  if (cursor && !at) throw invalidField("/cursor", "bad_cursor", "Is not a cursor of this list");
  return at;
}

/** Undefined for a cursor that is not ours or belongs to another list, as for none. */
export function findPosition(
  keys: SecretKeys,
  cursor: string | null | undefined,
  list: string,
): Position | undefined {
  const text = cursor ? keys.openCursor(cursor) : undefined;
  // Those of lists that are read in one direction only are signed too, and hold no position: see `newest_first.ts`.
  if (!text?.startsWith("{")) return undefined;
  const opened = position.parse(JSON.parse(text));
  return opened.list === printOf(list) ? opened : undefined;
}

/** Rows after (or, going backward, before) the position; nulls stand last in both directions, ids break ties. */
export function beyond(sql: Queryable, key: SortKey, at: Position | undefined): Fragment {
  if (!at) return sql`true`;
  const { expression } = key;
  const operator = operatorBeyond(sql, key, at);
  if (at.value === null) {
    const sameRank = sql`(${expression} is null and ${key.id} ${operator} ${at.id}::uuid)`;
    return at.isBackward ? sql`(${expression} is not null or ${sameRank})` : sameRank;
  }
  const value = sql`${at.value}::text::${sql.unsafe(key.type)}`;
  const beyondValue = sql`(${expression}, ${key.id}) ${operator} (${value}, ${at.id}::uuid)`;
  return at.isBackward ? beyondValue : sql`(${beyondValue} or ${expression} is null)`;
}

/**
 * The same rows as `beyond`, as conditions of which each is one range of an index on (value, id), read one after the
 * other: an index keeps what is missing at one end, and no single range holds it in the middle.
 */
export function rangesBeyond(sql: Queryable, key: SortKey, at: Position | undefined): Fragment[] {
  const { expression, id, isNullable = false } = key;
  const [present, absent] = [sql`${expression} is not null`, sql`${expression} is null`];
  if (!at) return isNullable ? [present, absent] : [sql`true`];
  const operator = operatorBeyond(sql, key, at);
  if (at.value === null) {
    const sameRank = sql`${absent} and ${id} ${operator} ${at.id}::uuid`;
    return at.isBackward ? [sameRank, present] : [sameRank];
  }
  const value = sql`${at.value}::text::${sql.unsafe(key.type)}`;
  const beyondValue = sql`(${expression}, ${id}) ${operator} (${value}, ${at.id}::uuid)`;
  return isNullable && !at.isBackward ? [beyondValue, absent] : [beyondValue];
}

function operatorBeyond(sql: Queryable, key: SortKey, at: Position): Fragment {
  const isAscending = (key.direction === "asc") !== at.isBackward;
  if (at.isInclusive) return isAscending ? sql`>=` : sql`<=`;
  return isAscending ? sql`>` : sql`<`;
}

export function orderBy(sql: Queryable, key: SortKey, isBackward: boolean): Fragment {
  const isAscending = (key.direction === "asc") !== isBackward;
  const nulls = isBackward ? sql`nulls first` : sql`nulls last`;
  const direction = isAscending ? sql`asc` : sql`desc`;
  return sql`order by ${key.expression} ${direction} ${nulls}, ${key.id} ${direction}`;
}

/** Inside one range of `rangesBeyond`, where nulls stand alone or not at all: as an index is read, forward or backward. */
export function orderWithin(sql: Queryable, key: SortKey, isBackward: boolean): Fragment {
  const direction = (key.direction === "asc") !== isBackward ? sql`asc` : sql`desc`;
  return sql`order by ${key.expression} ${direction}, ${key.id} ${direction}`;
}

export interface PageMeta {
  readonly cursor: string | null;
  readonly previousCursor: string | null;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** A row as the page query returns it: its id, and the sort value as text. */
export interface KeyedRow {
  readonly id: string;
  readonly sortValue: string | null;
  readonly tier?: number;
}

/**
 * Takes one row more than a page holds, so that a full last page does not promise another. Where rows are so long that
 * they would not fit into one message, the page is shorter, and the next begins there.
 */
export function toPage<Row extends KeyedRow>(
  keys: SecretKeys,
  rows: readonly Row[],
  options: { list: string; pageSize: number; at: Position | undefined },
): { rows: Row[]; meta: PageMeta } {
  const { at } = options;
  const isBackward = at?.isBackward ?? false;
  const shown = takeFitting(rows, options.pageSize);
  const hasMore = rows.length > shown.length;
  if (isBackward) shown.reverse();
  const hasPreviousPage = isBackward ? hasMore : at !== undefined;
  const hasNextPage = isBackward || hasMore;
  const sign = (row: Row | undefined, backward: boolean) => {
    const from = row ? positionOf(row, options.list, backward) : turnAround(at, backward);
    return from ? keys.signCursor(JSON.stringify(from)) : null;
  };
  return {
    rows: shown,
    meta: {
      cursor: hasNextPage ? sign(shown.at(-1), false) : null,
      previousCursor: hasPreviousPage ? sign(shown[0], true) : null,
      hasPreviousPage,
      hasNextPage,
    },
  };
}

function positionOf(row: KeyedRow, list: string, isBackward: boolean): Position {
  return { list: printOf(list), value: row.sortValue, id: row.id, isBackward, tier: row.tier };
}

/** Every row of the page went since the cursor was made: the way back begins with the row that the cursor names. */
function turnAround(at: Position | undefined, isBackward: boolean): Position | undefined {
  return at && { ...at, isBackward, isInclusive: true };
}

function printOf(list: string): string {
  return sha256(list).slice(0, 16);
}
