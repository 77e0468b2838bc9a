/** The tRPC door as the real clients use it: every link, every compatible procedure, errors, batches, endless lists. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpBatchStreamLink,
  httpLink,
  type TRPCClient,
  TRPCClientError,
} from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import superjson from "superjson";
import { hasTestServers } from "../infra/test_mesh.ts";
import type { MeshRouter } from "../services/gateway/trpc/router.ts";
import { aCustomer, anInvoice } from "../services/store/test_store.ts";
import { takeTestDoors, type TestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();
const NOBODY = "11111111-1111-4111-8111-111111111111";

const LINKS = { httpLink, httpBatchLink, httpBatchStreamLink };
type LinkName = keyof typeof LINKS;
// The cast: the keys of the table.
const LINK_NAMES = Object.keys(LINKS) as LinkName[];

interface ClientOptions {
  readonly key?: string;
  readonly headers?: Record<string, string>;
  /** Sees each answer as it came. */
  readonly onAnswer?: (response: Response, request: { url: string; init?: RequestInit }) => void;
}

function aClient(doors: TestDoors, link: LinkName = "httpBatchLink", options: ClientOptions = {}) {
  const { key = doors.key, headers = {}, onAnswer } = options;
  const sent = LINKS[link]<MeshRouter>({
    url: `${doors.url}/trpc`,
    transformer: superjson,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
    fetch: async (url, init) => {
      // The casts: these are the types of the platform, which the library describes loosely.
      const response = await fetch(url as string, init as RequestInit);
      onAnswer?.(response, { url: String(url), init: init as RequestInit });
      return response;
    },
  });
  return createTRPCClient<MeshRouter>({ links: [sent] });
}

async function refusalOf(work: Promise<unknown>) {
  const error = await assertRejects(() => work, TRPCClientError<MeshRouter>);
  const { data } = error;
  assert(data);
  assert(!("stack" in data));
  const pointers = data.errors?.map(({ pointer }) => pointer);
  return { code: data.code, status: data.httpStatus, path: data.path, message: error.message, pointers };
}

for (const link of LINK_NAMES) {
  Deno.test({ name: `tRPC with ${link}: the eleven compatible procedures`, ignore }, async () => {
    await using doors = await takeTestDoors();
    const { customers } = aClient(doors, link);
    const visitor = aClient(doors, link, { key: "" });

    const made = await customers.upsert.mutate({
      name: "Acme",
      email: "hello@acme.example",
      website: "acme.example",
      tags: [{ name: "VIP" }],
    });
    const { id } = made;
    assertEquals([made.name, made.token, made.tags[0]!.name], ["Acme", "", "VIP"]);
    assertEquals(await customers.getById.query({ id }), await onlyRow(customers));

    const changed = await customers.upsert.mutate({ id, name: "Acme Ltd", phone: undefined, note: null });
    assertEquals([changed.name, changed.email, changed.tags.length], ["Acme Ltd", "hello@acme.example", 1]);

    const { totalAmount, invoiceCount, currency } = await customers.getInvoiceSummary.query({ id });
    assertEquals([totalAmount, invoiceCount, currency], [0, 0, "EUR"]);

    assertEquals((await customers.enrich.mutate({ id })).queued, true);
    assertEquals((await customers.cancelEnrichment.mutate({ id })).cancelled, true);
    assertEquals((await customers.clearEnrichment.mutate({ id })).cleared, true);

    const on = await customers.togglePortal.mutate({ customerId: id, enabled: true });
    assertEquals([on.id, on.portalEnabled], [id, true]);
    const portalId = on.portalId!;
    const account = await visitor.customers.getByPortalId.query({ portalId });
    assertEquals([account?.customer.name, account?.summary.currency], ["Acme Ltd", "EUR"]);
    assertEquals(await visitor.customers.getPortalInvoices.query({ portalId, cursor: null }), NO_INVOICES);

    const off = await customers.togglePortal.mutate({ customerId: id, enabled: false });
    assertEquals([off.portalEnabled, off.portalId], [false, null]);
    for (const absent of [portalId, "V1StGXR8_Z5jdHi6B-myT", "no-link"]) {
      assertEquals(await visitor.customers.getByPortalId.query({ portalId: absent }), null);
      const page = await visitor.customers.getPortalInvoices.query({ portalId: absent });
      assertEquals(page, NO_INVOICES);
    }

    assertEquals((await customers.delete.mutate({ id })).name, "Acme Ltd");
    assertEquals((await refusalOf(customers.getById.query({ id }))).code, "NOT_FOUND");
    assertEquals((await customers.get.query()).data, []);
  });
}

const NO_INVOICES = { data: [], meta: { cursor: null } };

async function onlyRow(customers: TRPCClient<MeshRouter>["customers"]) {
  const { data, meta } = await customers.get.query();
  assertEquals([data.length, meta.cursor, meta.hasNextPage, meta.hasPreviousPage], [1, null, false, false]);
  return data[0]!;
}

Deno.test({ name: "tRPC: procedures beyond the compatible ones", ignore }, async () => {
  await using doors = await takeTestDoors();
  const trpc = aClient(doors);
  const { id } = await trpc.customers.upsert.mutate(aCustomer({ name: "Acme" }));
  const invoice = await trpc.invoices.record.mutate(anInvoice({ customerId: id, invoiceNumber: "2026-1" }));
  const { invoice: paid, payment } = await trpc.payments.record.mutate({
    invoiceNumber: "2026-1",
    amount: "40.00",
    // superjson sends a date as ISO text, which is what the operation takes.
    paidAt: new Date("2026-01-20T09:00:00Z") as unknown as string,
  });
  assertEquals([paid.amountPaid, paid.amountDue], [40, 60]);
  const voided = await trpc.payments.void.mutate({ id: payment.id, reason: "Another's" });
  assertEquals([voided.invoice.amountPaid, voided.payment.voidedAt === null], [0, false]);
  assertEquals((await trpc.invoices.get.query({ customers: [id] })).data[0]!.id, invoice.id);
  assertEquals((await trpc.customers.getEnrichment.query({ id })).run, null);
  await trpc.customers.togglePortal.mutate({ customerId: id, enabled: true });
  const { portalId } = await trpc.customers.rotatePortal.mutate({ customerId: id });
  const account = await trpc.portalAccounts.get.query({ portalId: portalId! });
  assertEquals(account?.invoices.map(({ invoiceNumber }) => invoiceNumber), ["2026-1"]);
});

Deno.test({ name: "tRPC: errors", ignore }, async (t) => {
  await using doors = await takeTestDoors();
  const { customers, invoices } = aClient(doors);
  const mine = await customers.upsert.mutate(aCustomer({ name: "Mine" }));
  const { id } = mine;

  for (const link of LINK_NAMES) {
    await t.step(`${link}: another team's customer is not found, by any procedure`, async () => {
      const { customers } = aClient(doors, link, { key: doors.otherTeamKey });
      const attempts: Record<string, Promise<unknown>> = {
        getById: customers.getById.query({ id }),
        upsert: customers.upsert.mutate({ id, name: "Stolen" }),
        update: customers.update.mutate({ id, name: "Stolen" }),
        delete: customers.delete.mutate({ id }),
        getInvoiceSummary: customers.getInvoiceSummary.query({ id }),
        enrich: customers.enrich.mutate({ id }),
        cancelEnrichment: customers.cancelEnrichment.mutate({ id }),
        clearEnrichment: customers.clearEnrichment.mutate({ id }),
        togglePortal: customers.togglePortal.mutate({ customerId: id, enabled: true }),
      };
      const found = await Promise.all(
        Object.entries(attempts).map(async ([name, attempt]) => {
          const { code, status, path } = await refusalOf(attempt);
          return `${name} ${code} ${status} ${path}`;
        }),
      );
      const expected = Object.keys(attempts).map((name) => `${name} NOT_FOUND 404 customers.${name}`);
      assertEquals(found, expected);
      assertEquals((await customers.get.query()).data, []);
    });

    await t.step(`${link}: wrong fields are named, keys and scopes are asked`, async () => {
      const { customers } = aClient(doors, link);
      // The cast: what a client without types may send.
      const wrong = { name: 7, email: "x" } as unknown as { name: string };
      const invalid = await refusalOf(customers.upsert.mutate(wrong));
      assertEquals(invalid, {
        code: "BAD_REQUEST",
        status: 400,
        path: "customers.upsert",
        message: "Not valid: /name, /email",
        pointers: ["/name", "/email"],
      });
      const stranger = aClient(doors, link, { key: "" }).customers;
      assertEquals((await refusalOf(stranger.get.query())).code, "UNAUTHORIZED");
      const reader = aClient(doors, link, { key: doors.readOnlyKey }).customers;
      assertEquals((await refusalOf(reader.upsert.mutate(aCustomer()))).code, "FORBIDDEN");
      assertEquals((await reader.getById.query({ id })).name, "Mine");
    });
  }

  await t.step("what the state forbids is a CONFLICT, a stale version a PRECONDITION_FAILED", async () => {
    await invoices.record.mutate(anInvoice({ customerId: id }));
    const conflict = await refusalOf(customers.delete.mutate({ id }));
    assertEquals([conflict.code, conflict.status], ["CONFLICT", 409]);
    const late = aClient(doors, "httpLink", { headers: { "if-match": '"999"' } });
    const stale = await refusalOf(late.customers.update.mutate({ id, name: "Late" }));
    assertEquals([stale.code, stale.status], ["PRECONDITION_FAILED", 412]);
  });

  await t.step("a portal link that a newer one replaced is not found, and says that it is gone", async () => {
    const { portalId } = await customers.togglePortal.mutate({ customerId: id, enabled: true });
    await customers.rotatePortal.mutate({ customerId: id });
    const gone = await refusalOf(customers.getByPortalId.query({ portalId: portalId! }));
    assertEquals([gone.code, gone.status], ["NOT_FOUND", 410]);
  });

  await t.step("an idempotency key has one effect, and belongs to one command", async () => {
    const headers = { "idempotency-key": "key-0000001" };
    const replays: (string | null)[] = [];
    const onAnswer = (response: Response) => void replays.push(response.headers.get("idempotency-replayed"));
    const careful = aClient(doors, "httpLink", { headers, onAnswer }).customers;
    const input = aCustomer();
    const [first, second] = [await careful.upsert.mutate(input), await careful.upsert.mutate(input)];
    assertEquals([first.id, replays], [second.id, [null, "true"]]);
    assertEquals((await refusalOf(careful.upsert.mutate(aCustomer()))).code, "UNPROCESSABLE_CONTENT");
    const hasty = aClient(doors, "httpBatchLink", { headers }).customers;
    const both = await Promise.all([1, 2].map(() => refusalOf(hasty.upsert.mutate(aCustomer()))));
    assertEquals(both.map(({ code }) => code), ["BAD_REQUEST", "BAD_REQUEST"]);
  });
});

Deno.test({ name: "tRPC: batches", ignore }, async (t) => {
  await using doors = await takeTestDoors();
  const made = await Promise.all(
    Array.from({ length: 12 }, () => aClient(doors).customers.upsert.mutate(aCustomer())),
  );

  for (const link of ["httpBatchLink", "httpBatchStreamLink"] as const) {
    await t.step(`${link}: calls of one moment are one request, and fail one by one`, async () => {
      const answers: { status: number; url: string }[] = [];
      const onAnswer = ({ status }: Response, { url }: { url: string }) => void answers.push({ status, url });
      const { customers } = aClient(doors, link, { onAnswer });
      const results = await Promise.allSettled([
        ...made.map(({ id }) => customers.getById.query({ id })),
        customers.getById.query({ id: NOBODY }),
        customers.getById.query({ id: "abc" }),
        customers.get.query({ pageSize: 5 }),
      ]);
      assertEquals(results.map(({ status }) => status), [
        ...made.map(() => "fulfilled"),
        "rejected",
        "rejected",
        "fulfilled",
      ]);
      const names = results.flatMap((each) =>
        each.status === "fulfilled" && "name" in each.value ? [each.value.name] : []
      );
      assertEquals(names, made.map(({ name }) => name));
      assertEquals(answers.map(({ status }) => status), [link === "httpBatchLink" ? 207 : 200]);
      assert(answers[0]!.url.includes("batch=1"));
    });

    await t.step(`${link}: commands too, each once`, async () => {
      const { customers } = aClient(doors, link);
      const inputs = Array.from({ length: 20 }, () => aCustomer());
      const results = await Promise.all(inputs.map((input) => customers.upsert.mutate(input)));
      assertEquals(results.map(({ email }) => email), inputs.map(({ email }) => email));
      assertEquals(new Set(results.map(({ id }) => id)).size, 20);
    });

    await t.step(`${link}: one whose key is not known gets the same answer for every call`, async () => {
      const { customers } = aClient(doors, link, { key: `mid_${"0".repeat(64)}` });
      const refusals = await Promise.all([1, 2, 3].map(() => refusalOf(customers.get.query())));
      assertEquals(refusals.map(({ code }) => code), ["UNAUTHORIZED", "UNAUTHORIZED", "UNAUTHORIZED"]);
    });
  }
});

Deno.test({ name: "tRPC: null and undefined arrive as what they are", ignore }, async () => {
  await using doors = await takeTestDoors();
  const { customers } = aClient(doors);
  const { id } = await customers.upsert.mutate(aCustomer({ phone: "+47 22 00 00 00", city: "Oslo" }));
  const after = await customers.update.mutate({ id, name: undefined, phone: null, city: undefined });
  assertEquals([after.phone, after.city], [null, "Oslo"]);
  const all = { q: undefined, sort: null, cursor: null, pageSize: undefined };
  assertEquals((await customers.get.query(all)).data.length, 1);
  // The cast: what a client without types may send.
  assertEquals((await customers.get.query(null as never)).data.length, 1);
  assertEquals((await refusalOf(customers.update.mutate({ id, name: null as never }))).pointers, ["/name"]);
});

Deno.test({ name: "tRPC: an endless list as TanStack Query asks for it", ignore }, async (t) => {
  await using doors = await takeTestDoors();
  const trpc = aClient(doors);
  const made = await Promise.all(Array.from({ length: 5 }, () => trpc.customers.upsert.mutate(aCustomer())));
  const { id } = made[0]!;
  const { portalId } = await trpc.customers.togglePortal.mutate({ customerId: id, enabled: true });
  for (let count = 0; count < 3; count++) await trpc.invoices.record.mutate(anInvoice({ customerId: id }));

  for (const link of ["httpBatchLink", "httpBatchStreamLink"] as const) {
    await t.step(`${link}: customers.get misses none and repeats none`, async () => {
      const urls: string[] = [];
      const client = aClient(doors, link, {
        onAnswer: (_, { url }) => void urls.push(decodeURIComponent(url)),
      });
      const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
      const options = createTRPCOptionsProxy<MeshRouter>({ client, queryClient });
      const observer = new InfiniteQueryObserver(
        queryClient,
        options.customers.get.infiniteQueryOptions({ pageSize: 2, sort: ["name", "asc"] }, {
          getNextPageParam: ({ meta }) => meta.cursor,
        }),
      );
      await observer.refetch();
      while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage();
      const { pages } = observer.getCurrentResult().data!;
      const names = pages.flatMap((page) => page.data.map(({ name }) => name));
      assertEquals([pages.length, names], [3, made.map(({ name }) => name).toSorted()]);
      assert(urls.every((url) => url.includes('"direction":"forward"')));
      queryClient.clear();
    });
  }

  await t.step("customers.getPortalInvoices, from a first page whose cursor is null", async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const client = aClient(doors, "httpBatchStreamLink", { key: "" });
    const options = createTRPCOptionsProxy<MeshRouter>({ client, queryClient });
    const observer = new InfiniteQueryObserver(
      queryClient,
      options.customers.getPortalInvoices.infiniteQueryOptions({ portalId: portalId!, pageSize: 2 }, {
        initialCursor: null,
        getNextPageParam: ({ meta }) => meta.cursor,
      }),
    );
    await observer.refetch();
    const { data, hasNextPage } = await observer.fetchNextPage();
    assertEquals([data!.pages.map((page) => page.data.length), hasNextPage], [[2, 1], false]);
    queryClient.clear();
  });
});

Deno.test({ name: "tRPC: a client that hangs up stops the query in the database", ignore }, async () => {
  await using doors = await takeTestDoors();
  const { sql } = doors.store;
  const { customers } = aClient(doors, "httpBatchStreamLink");
  const client = new AbortController();
  await sql.begin(async (transaction) => {
    await transaction`lock table customers in access exclusive mode`;
    const waiting = customers.get.query({}, { signal: client.signal });
    await countWaiting(doors, 1);
    client.abort();
    await assertRejects(() => waiting);
    await countWaiting(doors, 0);
  });
});

async function countWaiting({ store: { sql } }: TestDoors, wanted: number): Promise<void> {
  const end = Date.now() + 5_000;
  while (Date.now() < end) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `;
    if (row!.count === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Not within 5 s: ${wanted} statements that wait`);
}
