/** What stands in a dead letter: a run that was given up, or a message that could not be taken. */
import { z } from "zod";
import { decodeJson, encodeJson, MAX_INGEST_BYTES, parseSubject } from "shared/bus/mod.ts";
import { uuid } from "shared/contract/primitives.ts";
import type { Json } from "../database/connect.ts";

/** Less its headers. */
const MAX_COMMAND_BYTES = MAX_INGEST_BYTES - 1_000;

export interface Letter {
  readonly content: unknown;
  readonly run?: { readonly teamId: string; readonly runId: string; readonly customerId: string };
  readonly subject?: string;
  /** What can be sent again: a command of another service, in JSON. */
  readonly command?: { readonly teamId: string; readonly subject: string; readonly body: Json };
  /** In words. */
  readonly why: string | null;
}

const ofRun = z.object({ teamId: uuid, runId: uuid, customerId: uuid, message: z.string().nullable() });
const ofMessage = z.object({ subject: z.string(), body: z.string(), message: z.string() });

export function readLetter(bytes: Uint8Array): Letter {
  const content = decodeJson(bytes);
  const run = ofRun.safeParse(content).data;
  if (run) return { content, run, why: run.message };
  const message = ofMessage.safeParse(content).data;
  if (!message) return { content, why: null };
  return { content, subject: message.subject, command: readCommand(message), why: message.message };
}

function readCommand({ subject, body }: z.infer<typeof ofMessage>): Letter["command"] {
  const teamId = subject.startsWith("ingest.") ? parseSubject(subject)?.team : undefined;
  if (!uuid.safeParse(teamId).success) return undefined;
  try {
    // Whatever JSON can be is what can be stored as JSON.
    const command = { teamId: teamId!, subject, body: decodeJson(new TextEncoder().encode(body)) as Json };
    // Numbers may be longer in our spelling; what the stream does not take would wait in the outbox for ever.
    return encodeJson(command.body).length <= MAX_COMMAND_BYTES ? command : undefined;
  } catch {
    // Not JSON: it would only be refused again.
    return undefined;
  }
}
