/** Dead letters, for whoever runs the mesh: looking at them, and having their messages taken once more. */
import {
  eraseStored,
  findStored,
  type HandlerContext,
  type Handlers,
  type StoredMessage,
} from "shared/bus/mod.ts";
import type { DeadLetter } from "shared/contract/dead_letters.ts";
import { deadLetters } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { runCommand } from "../command/command.ts";
import { enqueueMessage } from "../queries/outbox.ts";
import { type Letter, readLetter } from "../rules/dead_letter.ts";
import { orderRun } from "../steps/runs.ts";
import { requireCustomer } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type ListInput = ParsedInputOf<typeof deadLetters.list>;

const STREAM = "DLQ";

export function deadLetterHandlers(store: Store): Handlers<typeof deadLetters> {
  return {
    list: (input) => list(store, input),
    get: async ({ sequence }) => {
      const stored = await getStored(store, sequence);
      return { ...describe(stored), content: readLetter(stored.body).content };
    },
    retry: (input, context) => retry(store, input.sequence, context),
  };
}

/** One more than a page holds tells whether there is another. */
async function list({ publisher }: Store, { stream = "*", reason = "*", after, pageSize }: ListInput) {
  const found: StoredMessage[] = [];
  const subject = `dlq.${stream}.${reason}`;
  let sequence = after + 1;
  while (found.length <= pageSize) {
    const stored = await findStored(publisher, STREAM, { sequence, subject });
    if (!stored) break;
    found.push(stored);
    sequence = stored.sequence + 1;
  }
  const page = found.slice(0, pageSize);
  return { data: page.map(describe), next: found.length > page.length ? page.at(-1)!.sequence : null };
}

async function getStored({ publisher }: Store, sequence: number): Promise<StoredMessage> {
  const stored = await findStored(publisher, STREAM, { sequence, subject: "dlq.>" });
  if (stored?.sequence === sequence) return stored;
  throw new OperationError("NOT_FOUND", "Dead letter not found");
}

function describe({ sequence, subject, body, storedAt }: StoredMessage): DeadLetter {
  const [, stream = "", reason = ""] = subject.split(".");
  const { run, subject: about = null, why } = readLetter(body);
  return {
    sequence,
    stream,
    reason,
    storedAt: new Date(storedAt).toISOString(),
    subject: about,
    runId: run?.runId ?? null,
    customerId: run?.customerId ?? null,
    message: why,
  };
}

/** The letter is deleted after the commit of what it brings about; until then, retrying it again has no second effect. */
async function retry(store: Store, sequence: number, context: HandlerContext) {
  const { body, storedAt } = await getStored(store, sequence);
  const letter = readLetter(body);
  const teamId = (letter.run ?? letter.command)?.teamId;
  if (!teamId) throw new OperationError("CONFLICT", "Cannot retry: the message makes no sense");
  const asTeam = { ...context, caller: { ...context.caller, teamId } };
  const work = async (unit: Unit) => {
    const runId = await repeat(unit, letter, `retried.${sequence}.${storedAt}`);
    unit.afterCommit(() => void remove(store, sequence, context));
    return { retried: true as const, runId };
  };
  return await runCommand({
    store,
    operation: deadLetters.retry,
    input: { sequence },
    context: asTeam,
    work,
  });
}

async function repeat(unit: Unit, { run, command }: Letter, messageId: string): Promise<string | null> {
  if (run) {
    const ordered = await orderRun(unit, await requireCustomer(unit, run.customerId));
    return ordered.run.id;
  }
  const { subject, body } = command!;
  await enqueueMessage(unit.sql, { teamId: unit.teamId, messageId, subject, body });
  return null;
}

async function remove(
  { publisher }: Store,
  sequence: number,
  { caller, log }: HandlerContext,
): Promise<void> {
  try {
    await eraseStored(publisher, STREAM, sequence);
    log.info("a dead letter was retried", { sequence, actor: caller.actor });
  } catch (error) {
    // Then it stays in the list; another retry sends nothing twice.
    log.warn("a retried dead letter could not be removed", { sequence, error });
  }
}
