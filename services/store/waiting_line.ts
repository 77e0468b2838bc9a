/**
 * Keeps what was published about one thing in the order in which it came, although the first of it may have to wait for what
 * it refers to. Kept in the database, since a store may end meanwhile, and another take what follows.
 */
import type { Operation } from "shared/operation.ts";
import type { Sql } from "./database/connect.ts";
import {
  deleteWaiting,
  findEarlierWait,
  keepWaiting,
  type WaitingCommand,
} from "./queries/waiting_commands.ts";
import { sha256 } from "./rules/secret_keys.ts";
import { runQuery } from "./run_query.ts";

/** After the next try of the one before, which another store may make. */
const BEHIND_MS = 50;
/** Where that one is tried at this moment, or was when its store died. */
const UNTIL_DONE_MS = 3_000;

export interface WaitingLine {
  /** @returns how long it has to wait for those before it. */
  findDelay(command: WaitingCommand): Promise<number | undefined>;
  keep(command: WaitingCommand, delayMs: number): Promise<void>;
  leave(command: WaitingCommand): Promise<void>;
}

export function createWaitingLine(sql: Sql): WaitingLine {
  return {
    async findDelay(command) {
      if (command.things.length === 0) return undefined;
      const delayMs = await runQuery(() => findEarlierWait(sql, command));
      if (delayMs === undefined) return undefined;
      return delayMs > 0 ? delayMs + BEHIND_MS : UNTIL_DONE_MS;
    },
    async keep(command, delayMs) {
      if (command.things.length > 0) await runQuery(() => keepWaiting(sql, command, delayMs));
    },
    async leave(command) {
      if (command.things.length > 0) await runQuery(() => deleteWaiting(sql, command));
    },
  };
}

/** Prints of the names that an input gives to what it is about: nothing of a person is to lie in yet another table. */
export function listThings({ domain, identifiedBy = [] }: Operation, input: unknown): string[] {
  // The cast: the input of an operation that says so is an object.
  const fields = input as Readonly<Record<string, unknown>>;
  return identifiedBy.flatMap((field) =>
    typeof fields[field] === "string" ? sha256(`${domain}/${field}/${fields[field]}`) : []
  );
}
