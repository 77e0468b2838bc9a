/** Where to read what was just made (RFC 9110, 10.2.2). */
import { HEADERS, type Message } from "shared/bus/mod.ts";
import { OPERATIONS } from "shared/contract/mod.ts";
import type { Operation } from "shared/operation.ts";

/** Such as `/customers` of `GET /customers/{id}`, by domain. */
const LISTS: ReadonlyMap<string, string> = new Map(OPERATIONS.flatMap(({ domain, verb, http }) => {
  const [, list] = /^GET (.+)\/\{id\}$/.exec([http ?? []].flat()[0] ?? "") ?? [];
  return verb === "getById" && list ? [[domain, list]] : [];
}));

/** Things are made at the address of their list or below it; each is read by its id right below the list. */
export function locationOf({ domain }: Operation, url: string, reply: Message): string | undefined {
  const isMade = reply.headers[HEADERS.outcome] === "created" && reply.headers[HEADERS.dryRun] === undefined;
  const list = LISTS.get(domain);
  if (!isMade || !list) return undefined;
  // What was made is one thing, and the contract says that it shows its id.
  const { id } = JSON.parse(new TextDecoder().decode(reply.body)) as { id: string };
  const { pathname } = new URL(url);
  return `${pathname.slice(0, pathname.indexOf(list))}${list}/${id}`;
}
