/** The only place where a subject is built. With this client the check is a security boundary: it sends what it gets. */
import type { Operation } from "shared/operation.ts";

const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws {TypeError} for anything but letters, digits, hyphen and underscore in every token. */
export function subject(...tokens: readonly string[]): string {
  for (const token of tokens) {
    if (!TOKEN.test(token)) {
      throw new TypeError("Cannot build a subject: a token has characters that are not allowed");
    }
  }
  return tokens.join(".");
}

export function rpcSubject(operation: Operation, team: string): string {
  return subject("rpc", checkTeam(team), operation.domain, operation.verb);
}

/** What the owner of an operation subscribes to. */
export function rpcPattern(operation: Operation): string {
  const team = operation.scope === "public" || operation.scope === "system" ? operation.scope : "*";
  return `rpc.${team}.${subject(operation.domain, operation.verb)}`;
}

/** Where the chunks of one answer are asked for: beside the operation, so that whoever may ask it may read on. */
export function streamSubject(operation: Operation, team: string): string {
  return subject("rpc", checkTeam(team), operation.domain, `stream-${crypto.randomUUID()}`);
}

export function isStreamSubject(text: string): boolean {
  return /^rpc\.[a-z0-9-]{6,36}\.[A-Za-z]{1,64}\.stream-[0-9a-f-]{36}$/.test(text);
}

export function ingestSubject(operation: Operation, teamId: string): string {
  return subject("ingest", checkTeam(teamId), operation.domain, operation.verb);
}

export function eventSubject(teamId: string, name: string): string {
  return subject("event", checkTeam(teamId), ...name.split("."));
}

/** Every event of a team. */
export function eventPattern(teamId: string): string {
  return `event.${checkTeam(teamId)}.>`;
}

export function jobSubject(teamId: string): string {
  return subject("job", "enrichment", checkTeam(teamId));
}

export function controlSubject(what: "request" | "run", id: string): string {
  return subject("control", what, id);
}

export function dlqSubject(stream: string, reason: string): string {
  return subject("dlq", stream, reason);
}

/** Inboxes of the mesh's own users only: a forged reply field must not make us publish for the caller. */
export function isInbox(replyTo: string | undefined): replyTo is string {
  return replyTo !== undefined && /^_INBOX_[a-z_]+(\.[A-Za-z0-9]+){1,3}$/.test(replyTo);
}

/** The team and operation name in `rpc.<team>.<domain>.<verb>` or `ingest.<team>.<domain>.<verb>`. */
export function parseSubject(text: string): { team: string; name: string } | undefined {
  const [, team, domain, verb, ...rest] = text.split(".");
  if (!team || !domain || !verb || rest.length > 0 || !isTeamToken(team)) return undefined;
  return { team, name: `${domain}.${verb}` };
}

function checkTeam(team: string): string {
  if (!isTeamToken(team)) throw new TypeError("Cannot build a subject: the team is not a UUID");
  return team;
}

function isTeamToken(team: string): boolean {
  return team === "public" || team === "system" || isTeamId(team);
}

/** Whether it is a UUID: `public` and `system` are no teams. */
export function isTeamId(team: string): boolean {
  return UUID.test(team);
}
