import { assert, assertEquals } from "@std/assert";
import { type Caller, HEADERS } from "shared/bus/mod.ts";
import {
  customers,
  invoices,
  payments,
  portalAccounts,
  portalDocuments,
  portalLinks,
} from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore, type TestStore } from "../test_store.ts";
import { VisitLog } from "../visit_log.ts";

const ignore = !hasTestServers();
const PORTAL: Caller = { teamId: "public", actor: "portal", door: "portal" };
const SYSTEM: Caller = { ...PORTAL, teamId: "system" };

async function anAccount(store: TestStore) {
  const { id: customerId } = await store.ask(customers.upsert, aCustomer());
  const invoice = await store.ask(invoices.record, anInvoice({ customerId }));
  const { portalId } = await store.ask(customers.togglePortal, { customerId, enabled: true });
  return { customerId, invoice, portalId: portalId! };
}

/** What a visitor finds: the account, nothing, or that it is gone. */
async function open(store: TestStore, portalId: string): Promise<string> {
  const account = store.ask(portalAccounts.get, { portalId }, { caller: PORTAL });
  return await account.then((found) => found ? "open" : "nothing", (error) => error.code);
}

async function openInvoice(store: TestStore, portalId: string, invoiceId?: string): Promise<string> {
  const invoice = store.ask(portalAccounts.getInvoice, { portalId, invoiceId }, { caller: PORTAL });
  return await invoice.then(
    (found) => found ? found.invoice.invoiceNumber : "nothing",
    (error) => error.code,
  );
}

Deno.test(
  { name: "customers.rotatePortal ends the old link at once, or after days of grace", ignore },
  async () => {
    await using store = await takeTestStore();
    const { customerId, portalId: first } = await anAccount(store);
    const second = (await store.ask(customers.rotatePortal, { customerId, graceDays: 14 })).portalId!;
    assertEquals([await open(store, first), await open(store, second)], ["open", "open"]);
    const { data } = await store.ask(portalLinks.list, { customerId });
    assertEquals(data.map(({ state }) => state), ["live", "grace"]);
    await store
      .sql`update portal_links set retired_at = now() - interval '1 second' where retired_at is not null`;
    assertEquals([await open(store, first), await open(store, second)], ["GONE", "open"]);
    const third = (await store.ask(customers.rotatePortal, { customerId })).portalId!;
    assertEquals([await open(store, second), await open(store, third)], ["GONE", "open"]);
  },
);

Deno.test({ name: "customers.rotatePortal without grace also ends what was in grace", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId, portalId: first } = await anAccount(store);
  await store.ask(customers.rotatePortal, { customerId, graceDays: 14 });
  await store.ask(customers.rotatePortal, { customerId });
  assertEquals(await open(store, first), "GONE");
});

Deno.test(
  { name: "a portal link that expires or is revoked is gone over every question", ignore },
  async () => {
    await using store = await takeTestStore();
    const { customerId, invoice } = await anAccount(store);
    const soon = new Date(Date.now() + 60_000).toISOString();
    const rotated = await store.ask(customers.rotatePortal, { customerId, expiresAt: soon });
    const expired = rotated.portalId!;
    assertEquals(await open(store, expired), "open");
    await store
      .sql`update portal_links set expires_at = now() - interval '1 second' where expires_at is not null`;
    const { portalId } = await store.ask(customers.rotatePortal, { customerId });
    const { data: [live] } = await store.ask(portalLinks.list, { customerId });
    const revoked = await store.ask(portalLinks.revoke, { customerId, linkId: live!.id });
    assertEquals([revoked.state, revoked.url], ["revoked", null]);
    for (const link of [expired, portalId!]) {
      for (const question of [portalAccounts.get, portalAccounts.getStatement, portalAccounts.listInvoices]) {
        const error = await refusal(store.ask(question, { portalId: link }, { caller: PORTAL }));
        assertEquals([question.name, error.code], [question.name, "GONE"]);
      }
      assertEquals(await openInvoice(store, link, invoice.id), "GONE");
      for (const question of [customers.getByPortalId, customers.getPortalInvoices]) {
        assertEquals(
          (await refusal(store.ask(question, { portalId: link }, { caller: PORTAL }))).code,
          "GONE",
        );
      }
    }
    const stale = store.ask(portalLinks.setExpiry, { customerId, linkId: live!.id, expiresAt: null });
    assertEquals((await refusal(stale)).code, "CONFLICT");
  },
);

Deno.test({ name: "a new portal link that would have ended already is refused", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId, invoice, portalId } = await anAccount(store);
  const expiresAt = new Date(Date.now() - 1_000).toISOString();
  const attempts = [
    store.ask(customers.rotatePortal, { customerId, expiresAt }),
    store.ask(portalLinks.create, { customerId, invoiceId: invoice.id, expiresAt }),
  ];
  for (const error of await Promise.all(attempts.map(refusal))) {
    assertEquals([error.code, error.details.errors?.[0]?.pointer], ["INVALID", "/expiresAt"]);
  }
  assertEquals(await open(store, portalId), "open");
  assertEquals((await store.ask(portalLinks.list, { customerId })).data.length, 1);
});

Deno.test(
  { name: "portalLinks.create makes a link that opens its invoice and nothing else", ignore },
  async () => {
    await using store = await takeTestStore();
    const { customerId, invoice } = await anAccount(store);
    const other = await store.ask(invoices.record, anInvoice({ customerId }));
    // It does not depend on the portal.
    await store.ask(customers.togglePortal, { customerId, enabled: false });
    const link = await store.ask(portalLinks.create, { customerId, invoiceId: invoice.id });
    const token = new URL(link.downloadUrl!).searchParams.get("token")!;
    assertEquals(new URL(link.url!).pathname, `/p/${token}/invoices/${invoice.id}`);
    assertEquals(await openInvoice(store, token), invoice.invoiceNumber);
    assertEquals(await openInvoice(store, token, invoice.id), invoice.invoiceNumber);
    assertEquals(await openInvoice(store, token, other.id), "nothing");
    assertEquals(await open(store, token), "nothing");
    for (
      const question of [portalAccounts.getStatement, portalAccounts.listInvoices, customers.getByPortalId]
    ) {
      assertEquals(await store.ask(question, { portalId: token }, { caller: PORTAL }), null);
    }
    await store.ask(portalLinks.setExpiry, {
      customerId,
      linkId: link.id,
      expiresAt: "2020-01-01T00:00:00Z",
    });
    assertEquals(await openInvoice(store, token), "GONE");
  },
);

Deno.test(
  { name: "portalAccounts.get names what is to be paid next online, whichever page is shown", ignore },
  async () => {
    await using store = await takeTestStore();
    const { id: customerId } = await store.ask(customers.upsert, aCustomer());
    const { portalId } = await store.ask(customers.togglePortal, { customerId, enabled: true });
    const next = async () => {
      const account = await store.ask(portalAccounts.get, { portalId: portalId!, pageSize: 1 }, {
        caller: PORTAL,
      });
      return account!.nextToPay;
    };
    assertEquals(await next(), null);
    const record = (number: string, dueDate: string, paymentUrl: string | null) =>
      store.ask(
        invoices.record,
        anInvoice({ customerId, invoiceNumber: number, issueDate: "2026-01-01", dueDate, paymentUrl }),
      );
    await record("N-1", "2026-01-15", null);
    const oldest = await record("N-2", "2026-02-01", "https://pay.example/2");
    await record("N-3", "2026-03-01", "https://pay.example/3");
    assertEquals(await next(), {
      invoiceNumber: "N-2",
      currency: oldest.currency,
      amountDue: oldest.amountDue,
      paymentUrl: "https://pay.example/2",
    });
    const payment = { amount: String(oldest.amountDue), paidAt: "2026-02-01T09:00:00Z" };
    await store.ask(payments.record, { invoiceId: oldest.id, ...payment });
    assertEquals((await next())?.invoiceNumber, "N-3");
  },
);

Deno.test(
  { name: "portalAccounts.get shows the first page for a cursor that is no good", ignore },
  async () => {
    await using store = await takeTestStore();
    const { customerId, portalId } = await anAccount(store);
    await store.ask(invoices.record, anInvoice({ customerId, issueDate: "2026-03-01" }));
    const list = async (input: object) => {
      const account = await store.ask(portalAccounts.get, { portalId, pageSize: 1, ...input }, {
        caller: PORTAL,
      });
      return { ...account!.page, days: account!.invoices.map(({ issueDate }) => issueDate) };
    };
    const first = await list({});
    assertEquals((await list({ cursor: first.cursor })).days, ["2026-01-10"]);
    // Made up, cut off, too long, empty, and of the list in another order.
    const sorted = { cursor: first.cursor, sort: "oldest" };
    assertEquals((await list(sorted)).days, ["2026-01-10"]);
    for (const cursor of ["garbage", first.cursor!.slice(0, -3), "x".repeat(3_000), ""]) {
      const { days, hasPreviousPage } = await list({ cursor });
      assertEquals([days, hasPreviousPage], [["2026-03-01"], false]);
    }
  },
);

Deno.test(
  { name: "portalAccounts.get finds invoices by number and by every line, however long they are", ignore },
  async () => {
    await using store = await takeTestStore();
    const { customerId, portalId } = await anAccount(store);
    const lines = Array.from({ length: 40 }, (_, n) => ({
      name: `Étage ${n} of 100% oak_wood`,
      quantity: 1,
      price: "1.00",
    }));
    const long = { invoiceNumber: "LONG-1", dueDate: "2999-03-01", lines };
    const short = { invoiceNumber: "SHORT-1", dueDate: "2999-02-01", lines: lines.slice(0, 2) };
    for (const each of [long, short]) await store.ask(invoices.record, anInvoice({ customerId, ...each }));
    const find = async (q: string, more: object = {}) => {
      const input = { portalId, q, sort: "due", ...more } as const;
      const account = await store.ask(portalAccounts.get, input, { caller: PORTAL });
      return account!.invoices.map(({ invoiceNumber }) => invoiceNumber);
    };
    assertEquals(await find("etage 1"), ["SHORT-1", "LONG-1"]);
    assertEquals(await find("ETAGE 39"), ["LONG-1"]);
    assertEquals(await find("ong-1"), ["LONG-1"]);
    assertEquals(await find("100% oak_"), ["SHORT-1", "LONG-1"]);
    assertEquals(await find("100_ oak%"), []);
    assertEquals([await find("etage", { status: "paid" }), await find("nothing like it")], [[], []]);
    // Also across the place where the index has no more of the text.
    for (let n = 5; n < 25; n++) assertEquals(await find(`age ${n} of 100% oak_wood`), ["LONG-1"]);
  },
);

Deno.test({ name: "portalLinks know nothing of another team's or another customer's", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId, invoice } = await anAccount(store);
  const stranger = await store.ask(customers.upsert, aCustomer());
  const { data: [link] } = await store.ask(portalLinks.list, { customerId });
  const { otherCaller: caller } = store;
  const attempts = [
    store.ask(portalLinks.list, { customerId }, { caller }),
    store.ask(portalLinks.getVisits, { customerId }, { caller }),
    store.ask(portalLinks.create, { customerId, invoiceId: invoice.id }, { caller }),
    store.ask(portalLinks.revoke, { customerId, linkId: link!.id }, { caller }),
    store.ask(portalLinks.create, { customerId: stranger.id, invoiceId: invoice.id }),
    store.ask(portalLinks.revoke, { customerId: stranger.id, linkId: link!.id }),
    store.ask(portalLinks.setExpiry, { customerId: stranger.id, linkId: link!.id, expiresAt: null }),
  ];
  const codes = (await Promise.all(attempts.map(refusal))).map(({ code }) => code);
  assertEquals(codes, attempts.map(() => "NOT_FOUND"));
  assertEquals((await store.ask(portalLinks.list, { customerId })).data[0]?.state, "live");
});

Deno.test({ name: "a portal visit is logged, and counted only when it is a person's", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId, portalId } = await anAccount(store);
  const visit = (who: string) =>
    store.askRaw(portalAccounts.get, { portalId, status: "all", pageSize: 5 }, {
      caller: PORTAL,
      headers: { [HEADERS.visitor]: who },
    });
  for (const who of ["robot 198.51.100.0/24", "robot 198.51.100.0/24", "person 203.0.113.0/24", "' or 1=1"]) {
    await visit(who);
  }
  const { data } = await until("three visits in the log", async () => {
    const log = await store.ask(portalLinks.getVisits, { customerId });
    return log.data.reduce((sum, { count }) => sum + count, 0) === 3 && log;
  });
  const seen = data.map(({ what, network, isPerson, count }) => `${what} ${network} ${isPerson} ${count}`)
    .sort();
  assertEquals(seen, ["account 198.51.100.0/24 false 2", "account 203.0.113.0/24 true 1"]);
  const { data: [link] } = await store.ask(portalLinks.list, { customerId });
  assertEquals(link?.views, 1);
  assert(link?.lastViewedAt);
  const again = new VisitLog(store.sql, store.log);
  const person = { teamId: store.mesh.teamId, what: "account", invoiceId: null, isPerson: true } as const;
  // The log of a link that is gone goes with it, and not that of others.
  for (const linkId of [crypto.randomUUID(), link!.id, link!.id]) {
    again.note({ ...person, linkId, network: "203.0.113.0/24" });
  }
  await again.stop();
  assertEquals((await store.ask(portalLinks.list, { customerId })).data[0]?.views, 3);
});

Deno.test({
  name: "portalDocuments.keep keeps the first for ever, and only behind a link that may see it",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  const { customerId, invoice, portalId } = await anAccount(store);
  const key = { portalId, invoiceId: invoice.id, factsHash: "a".repeat(64) };
  const [first, second] = ["b", "c"].map((letter) => ({
    bytesHash: letter.repeat(64),
    bytes: btoa(letter.repeat(100)),
  }));
  const system = { caller: SYSTEM };
  assertEquals(await store.ask(portalDocuments.find, key, system), null);
  assertEquals(await store.ask(portalDocuments.keep, { ...key, ...first! }, system), first!);
  assertEquals(await store.ask(portalDocuments.keep, { ...key, ...second! }, system), first!);
  assertEquals(await store.ask(portalDocuments.find, key, system), first!);
  const elsewhere = await anAccount(store);
  const foreign = { ...key, portalId: elsewhere.portalId };
  assertEquals(await store.ask(portalDocuments.find, foreign, system), null);
  assertEquals(
    (await refusal(store.ask(portalDocuments.keep, { ...foreign, ...first! }, system))).code,
    "NOT_FOUND",
  );
  await store.ask(customers.rotatePortal, { customerId });
  assertEquals((await refusal(store.ask(portalDocuments.find, key, system))).code, "GONE");
});

Deno.test(
  { name: "portalAccounts.listInvoices goes by selection, by period and page by page", ignore },
  async () => {
    await using store = await takeTestStore();
    const { customerId, invoice, portalId } = await anAccount(store);
    const days = ["2026-02-01", "2026-03-01", "2026-04-01"];
    for (const issueDate of days) await store.ask(invoices.record, anInvoice({ customerId, issueDate }));
    await store.ask(invoices.record, anInvoice({ customerId, status: "draft" }));
    const list = async (input: object) =>
      (await store.ask(portalAccounts.listInvoices, { portalId, ...input }, { caller: PORTAL }))!;
    const daysOf = async (input: object) => (await list(input)).data.map(({ issueDate }) => issueDate);
    assertEquals(await daysOf({}), [...days.toReversed(), "2026-01-10"]);
    assertEquals(await daysOf({ from: "2026-02-01", to: "2026-03-31" }), ["2026-03-01", "2026-02-01"]);
    assertEquals(await daysOf({ ids: [invoice.id, crypto.randomUUID()] }), ["2026-01-10"]);
    const first = await list({ pageSize: 3 });
    const rest = await list({ pageSize: 3, cursor: first.cursor });
    assertEquals([first.data.length, rest.data.length, rest.cursor], [3, 1, null]);
  },
);
