import { assertEquals } from "@std/assert";
import type { Caller } from "shared/bus/mod.ts";
import { customers, files, invoices, portalAccounts } from "shared/contract/mod.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { SecretKeys } from "./rules/secret_keys.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "./test_store.ts";

const ignore = !hasTestServers();
const PORTAL: Caller = { teamId: "public", actor: "portal", door: "portal" };

async function anInvoiceId({ ask }: TestStore, changes: object = {}): Promise<string> {
  const { id: customerId } = await ask(customers.upsert, aCustomer());
  return (await ask(invoices.record, anInvoice({ customerId, ...changes }))).id;
}

async function open({ ask }: TestStore, portalId: string, invoiceId: string): Promise<string> {
  const found = ask(portalAccounts.getInvoice, { portalId, invoiceId }, { caller: PORTAL });
  return await found.then((view) => view ? "open" : "nothing", ({ code }) => code);
}

Deno.test(
  { name: "files.getKey gives a key to the team's sent invoices, and to nothing else", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, otherCaller: caller } = store;
    const { fileKey, expiresAt } = await ask(files.getKey, {});
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    assertEquals(Math.round(days), 30);
    assertEquals(await open(store, fileKey, await anInvoiceId(store)), "open");
    assertEquals(await open(store, fileKey, await anInvoiceId(store, { status: "draft" })), "nothing");
    assertEquals(await open(store, fileKey, crypto.randomUUID()), "nothing");
    const { fileKey: foreign } = await ask(files.getKey, {}, { caller });
    assertEquals(await open(store, foreign, await anInvoiceId(store)), "nothing");
    const locate = (input: { portalId: string; invoiceId?: string }) =>
      ask(portalAccounts.locate, input, { caller: { ...PORTAL, teamId: "system" } });
    const invoiceId = await anInvoiceId(store);
    assertEquals((await locate({ portalId: fileKey, invoiceId }))?.teamId, store.mesh.teamId);
    assertEquals(await locate({ portalId: foreign, invoiceId }), null);
    // It leads to no account.
    assertEquals(await ask(portalAccounts.get, { portalId: fileKey }, { caller: PORTAL }), null);
  },
);

Deno.test({ name: "a file key that is forged, over or rotated away is refused", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, mesh: { teamId } } = store;
  const id = await anInvoiceId(store);
  const { fileKey } = await ask(files.getKey, {});
  const { fileKey: next } = await ask(files.rotateKey, {});
  assertEquals([await open(store, fileKey, id), await open(store, next, id)], ["UNAUTHENTICATED", "open"]);
  // The test store's own.
  const keys = new SecretKeys("the secret of the tests");
  const soon = Math.floor(Date.now() / 1_000) + 60;
  const forged = [
    "fk.",
    "fk.a.b",
    next.slice(0, -2),
    new SecretKeys("another secret").signFileKey(`${teamId}/1/${soon}`),
    keys.signFileKey(`${teamId}/1/${soon - 120}`),
    keys.signFileKey(`${teamId}/2/${soon}`),
    `fk.${keys.signCursor(`${teamId}/1/${soon}`)}`,
  ];
  for (const key of forged) assertEquals([key, await open(store, key, id)], [key, "UNAUTHENTICATED"]);
});
