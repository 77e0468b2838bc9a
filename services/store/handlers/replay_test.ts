import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Event } from "shared/contract/messages.ts";
import { customers, events, invoices, payments, rates, tags } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { toCurrencyTotals } from "../rules/customer_view.ts";
import { contributionOf, type Standing } from "../rules/invoice_status.ts";
import { aFound, enrichWith } from "./test_enrichment.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";
import { foldEvents, listThings, readFeed, readThings, type Things } from "./test_things.ts";

const CUSTOMERS = 3;

type InvoiceInput = ReturnType<typeof anInvoice<{ customerId: string; status: "draft" | "unpaid" }>>;

/** One customer in whose place another comes when it is deleted, and what was asked for its invoices. */
interface Account {
  id: string;
  readonly externalId: string;
  inputs: InvoiceInput[];
}

interface Turn {
  readonly store: TestStore;
  readonly account: Account;
  /** Anything from 0 on; chooses among what there is. */
  readonly dice: number;
}

/** What can happen to a customer; what the state machine refuses is refused and tells nothing. */
const ACTS: Readonly<Record<string, (turn: Turn) => Promise<unknown>>> = {
  edit: ({ store: { ask }, account: { id }, dice }) =>
    ask(customers.update, { id, ...pick([{ city: "Oslo" }, { city: null }, { foundedYear: 1990 }], dice) }),
  describe: ({ store: { ask }, account: { id }, dice }) =>
    ask(customers.update, { id, ...pick([{ industry: "A" }, { phone: "+47 1" }, { status: null }], dice) }),
  move: ({ store: { ask }, account: { id }, dice }) =>
    ask(customers.update, { id, website: pick(["acme.example", "acme.test", null], dice) }),
  upsert: ({ store: { ask }, account: { externalId }, dice }) =>
    ask(customers.upsert, { name: pick(["A", "B"], dice), email: "a@b.example", externalId }),
  putAside: ({ store: { ask }, account: { id }, dice }) =>
    ask(dice % 2 ? customers.archive : customers.restore, { id }),
  setTags: ({ store: { ask }, account: { id }, dice }) =>
    ask(customers.update, { id, tags: pick([[], [{ name: "a" }], [{ name: "b" }, { name: "a" }]], dice) }),
  moveTags: ({ store: { ask }, account: { id } }) =>
    ask(customers.update, { id, addTags: [{ name: "c" }], removeTags: [{ name: "b" }] }),
  changeTag: async ({ store: { ask }, account: { id }, dice }) => {
    const { tags: [tag] } = await ask(customers.getById, { id });
    if (!tag) return;
    await (dice % 2 ? ask(tags.delete, { id: tag.id }) : ask(tags.rename, { id: tag.id, name: `t${dice}` }));
  },
  switchPortal: ({ store: { ask }, account: { id: customerId }, dice }) =>
    ask(customers.togglePortal, { customerId, enabled: dice % 3 > 0 }),
  rotatePortal: ({ store: { ask }, account: { id: customerId } }) =>
    ask(customers.rotatePortal, { customerId }),
  enrich: async ({ store, account: { id }, dice }) => {
    await store.ask(customers.enrich, { id });
    await enrichWith(store, id, [aFound("industry", pick(["B", "C"], dice)), aFound("foundedYear", "1998")]);
  },
  clear: ({ store: { ask }, account: { id } }) => ask(customers.clearEnrichment, { id }),
  invoice: async ({ store: { ask }, account, dice }) => {
    const status = pick(["unpaid", "unpaid", "draft"] as const, dice);
    const terms = { currency: pick(["EUR", "JPY", "KWD"], dice), issueDate: `2026-01-${10 + dice % 9}` };
    const input = { ...anInvoice({ customerId: account.id, status }), ...terms, lines: lineOf(dice) };
    await ask(invoices.record, input);
    account.inputs.push(input);
  },
  change: ({ store: { ask }, account: { inputs }, dice }) => {
    const input = choose(inputs, dice);
    return ask(invoices.record, { ...input, note: pick(["Hi", null], dice), lines: lineOf(dice + 1) });
  },
  note: ({ store: { ask }, account: { inputs }, dice }) => {
    const { customerId, currency, invoiceNumber: creditedInvoiceNumber } = choose(inputs, dice);
    const note = { customerId, currency, creditedInvoiceNumber, type: "credit_note" as const };
    return ask(invoices.record, anInvoice({ ...note, lines: lineOf(dice) }));
  },
  pay: ({ store: { ask }, account: { inputs }, dice }) => {
    const { invoiceNumber } = choose(inputs, dice);
    return ask(payments.record, { invoiceNumber, amount: 1 + dice % 40, paidAt: "2026-02-01T00:00:00Z" });
  },
  void: async ({ store: { ask, sql }, account: { id }, dice }) => {
    const paid = await sql<{ id: string }[]>`select id from payments where customer_id = ${id} order by id`;
    if (paid.length > 0) await ask(payments.void, { id: pick(paid, dice).id, reason: "By mistake" });
  },
  end: ({ store: { ask }, account: { inputs }, dice }) =>
    ask(invoices.record, {
      ...choose(inputs, dice),
      status: pick(["unpaid", "canceled", "refunded"] as const, dice),
    }),
  rate: ({ store: { ask }, dice }) =>
    ask(rates.record, { base: "USD", quote: "EUR", rate: `0.${1 + dice % 8}`, date: "2026-01-02" }),
  delete: async ({ store: { ask }, account }) => {
    await ask(customers.delete, { id: account.id, force: true });
    Object.assign(account, await newAccount(ask, account.externalId));
  },
  erase: async ({ store: { ask }, account, dice }) => {
    if (dice % 2) await ask(customers.delete, { id: account.id, force: true });
    await ask(customers.erase, { id: account.id, force: true });
    Object.assign(account, await newAccount(ask, account.externalId));
  },
};

function pick<Value>(values: readonly Value[], dice: number): Value {
  return values[dice % values.length]!;
}

function choose(inputs: readonly InvoiceInput[], dice: number): InvoiceInput {
  if (inputs.length === 0) throw new OperationError("NOT_FOUND", "No invoice yet");
  return pick(inputs, dice);
}

function lineOf(dice: number) {
  return [{ name: "Work", quantity: 1 + dice % 3, price: String(dice % 50) }];
}

async function newAccount(ask: TestStore["ask"], externalId: string): Promise<Account> {
  const { id } = await ask(customers.upsert, aCustomer({ externalId }));
  return { id, externalId, inputs: [] };
}

const REFUSALS: readonly string[] = ["CONFLICT", "NOT_FOUND", "INVALID"];

async function takeTurn(act: string, turn: Turn): Promise<void> {
  try {
    await ACTS[act]!(turn);
  } catch (error) {
    if (!(error instanceof OperationError && REFUSALS.includes(error.code))) throw error;
  }
}

const plan = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.keys(ACTS), ...[
      "invoice",
      "invoice",
      "invoice",
      "note",
      "note",
      "pay",
      "pay",
      "void",
      "end",
    ]),
    who: fc.nat(CUSTOMERS - 1),
    dice: fc.nat(500),
  }),
  { minLength: 10, maxLength: 60 },
);

Deno.test({
  name: "whoever applies the events of a team has its customers, invoices, tags, rates and all figures",
  ignore: !hasTestServers(),
}, async () => {
  await using store = await takeTestStore();
  let things: Things = new Map();
  let position = 0;
  await fc.assert(
    fc.asyncProperty(plan, fc.nat(), async (steps, cut) => {
      const names = Array.from({ length: CUSTOMERS }, () => crypto.randomUUID());
      const accounts = await Promise.all(names.map((name) => newAccount(store.ask, name)));
      for (const { act, who, dice } of steps) {
        await takeTurn(act, { store, account: accounts[who]!, dice });
      }
      const told = await readFeed(store);
      // Each run goes on where the one before ended, as a reader does who has kept what he had.
      things = foldEvents(told.filter((event) => event.position! > position), things);
      position = told.at(-1)!.position!;
      assertEquals(listThings(things), listThings(await readThings(store.sql, store.mesh.teamId)));
      // And whoever begins now, when erased customers have left nothing but their tombstones.
      assertEquals(listThings(foldEvents(told)), listThings(things));
      assertEquals(told.map((event) => event.position), told.map((_, index) => index + 1));
      for (const account of accounts) await checkFigures(store, account.id, things);
      await checkSequences(store, told, cut);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

/** The sums of a customer, from nothing but the invoices that the events told of. */
async function checkFigures({ ask }: TestStore, customerId: string, things: Things): Promise<void> {
  const shown = await ask(customers.getById, { id: customerId });
  const ofCustomer = [...things.values()].filter((thing) => thing.customerId === customerId);
  // The cast: the fields of an invoice are those of its row.
  const owed = ofCustomer as unknown as (Standing & { currency: string; exponent: number })[];
  const totals = [...Map.groupBy(owed, ({ currency }) => currency)].map(([currency, each]) => {
    const sum = (name: keyof ReturnType<typeof contributionOf>) =>
      each.reduce((total, invoice) => total + contributionOf(invoice)[name], 0);
    const [invoiceCount, totalMinor, paidMinor] = [sum("count"), sum("totalMinor"), sum("paidMinor")];
    const [outstandingMinor, creditMinor] = [sum("outstandingMinor"), sum("creditMinor")];
    const { exponent } = each[0]!;
    return { currency, exponent, invoiceCount, totalMinor, paidMinor, outstandingMinor, creditMinor };
  });
  const counted = totals.filter((row) => row.invoiceCount || row.totalMinor || row.creditMinor);
  const byCurrency = counted.map(toCurrencyTotals).sort((one, other) =>
    one.currency < other.currency ? -1 : 1
  );
  assertEquals(shown.totals, byCurrency);
  const issued = ofCustomer.filter(({ state, type }) => state === "issued" && type === "invoice");
  assertEquals(shown.invoiceCount, issued.length);
  assertEquals(
    shown.lastInvoiceDate,
    issued.map(({ issueDate }) => issueDate as string).sort().at(-1) ?? null,
  );
}

/** 1, 2, 3 … for each customer, to its end; and read from anywhere on it is the rest of the same. */
async function checkSequences({ ask }: TestStore, told: readonly Event[], cut: number): Promise<void> {
  for (const [customerId, ofCustomer] of Map.groupBy(told, (event) => event.customerId)) {
    if (customerId === null) continue;
    assertEquals(ofCustomer.map(({ sequence }) => sequence), ofCustomer.map((_, index) => index + 1));
    const end = ofCustomer.findIndex(({ name }) =>
      name === "customers.deleted" || name === "customers.erased"
    );
    const later = end < 0 ? [] : ofCustomer.slice(end + 1).map(({ name }) => name);
    // Who was deleted may still be erased.
    assert(later.length === 0 || String(later) === "customers.erased", `told after its end: ${later}`);
  }
  const { customerId } = told.findLast((event) => event.customerId !== null)!;
  const ofCustomer = told.filter((event) => event.customerId === customerId);
  const from = cut % ofCustomer.length;
  const { data } = await ask(events.list, { after: ofCustomer[from]!.position!, customerId, limit: 500 });
  assertEquals(data, ofCustomer.slice(from + 1));
}
