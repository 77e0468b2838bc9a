/** Where to read what was just made (RFC 9110, 10.2.2). */
import { HEADERS, type Message } from "shared/bus/mod.ts";
import { OPERATIONS } from "shared/contract/mod.ts";
import type { Operation } from "shared/operation.ts";

const READ = new Set(OPERATIONS.flatMap(({ http }) => http ?? []).filter((text) => text.startsWith("GET ")));

/** Things are made at the address of their list; below it each is read by its id. */
export function locationOf({ http }: Operation, url: string, reply: Message): string | undefined {
  const isMade = reply.headers[HEADERS.outcome] === "created" && reply.headers[HEADERS.dryRun] === undefined;
  const list = [http ?? []].flat()[0]?.replace(/^POST /, "");
  if (!isMade || !READ.has(`GET ${list}/{id}`)) return undefined;
  // What was made is one thing, and the contract says that it shows its id.
  const { id } = JSON.parse(new TextDecoder().decode(reply.body)) as { id: string };
  return `${new URL(url).pathname}/${id}`;
}
