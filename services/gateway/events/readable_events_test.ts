import { assert, assertEquals } from "@std/assert";
import { readersOf } from "shared/contract/event_scopes.ts";
import { EVENT_NAMES } from "shared/contract/messages.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";
import { openStream } from "./test_event_source.ts";

const ignore = !hasTestServers();

const ID = crypto.randomUUID();

Deno.test(
  { name: "a key reads the events of what it may read, and has no others sent", ignore },
  async (t) => {
    const asked: Record<string, unknown>[] = [];
    const page = { data: [], meta: { position: 0, latest: 0, hasMore: false } };
    const remember = (answer: unknown) => (input: Record<string, unknown>) => (asked.push(input), answer);
    await using gateway = await takeTestGateway({
      standIns: {
        "events.list": remember(page),
        "customers.getHistory": remember({ data: [], meta: { cursor: null } }),
        "customers.getById": remember({ id: ID }),
        "webhooks.create": remember({ id: ID }),
        "webhooks.update": remember({ id: ID }),
      },
    });
    const { withScopes } = gateway.keys;
    const send = async (key: string, method: string, path: string, body?: object) => {
      asked.length = 0;
      const headers = { "content-type": "application/json" };
      const response = await gateway.fetch(path, {
        method,
        key,
        headers,
        body: body && JSON.stringify(body),
      });
      if (response.ok) return await response.json().then(() => asked[0]!.names ?? "all");
      return (await readProblem(response)).detail;
    };
    const begun = (...domains: string[]) =>
      EVENT_NAMES.filter((name) => domains.includes(name.split(".")[0]!));
    const ofCustomers = begun("customers", "enrichment", "customFields", "tags");
    const ofInvoices = begun("invoices", "payments", "rates", "branding", "files", "ingest");
    const reader = withScopes("customers.read");
    const biller = withScopes("invoices.read");

    await t.step("every event has a scope that reads it", () => {
      for (const name of EVENT_NAMES) assert(readersOf(name).length > 0, name);
    });

    await t.step("in the feed, as a page and as a stream, and in a customer's history", async () => {
      for (const path of ["/events", `/customers/${ID}/history`]) {
        assertEquals(await send(reader, "GET", path), ofCustomers);
        assertEquals(
          await send(withScopes("customers.read", "invoices.read", "webhooks.read"), "GET", path),
          "all",
        );
        assertEquals(await send(withScopes("apis.read"), "GET", path), "all");
      }
      assertEquals(await send(biller, "GET", "/events"), ofInvoices);
      assertEquals(await send(withScopes("tags.read"), "GET", "/events"), begun("tags"));
      asked.length = 0;
      await using _stream = await openStream(gateway, "", {}, biller);
      await until("the stream asks for a page", () => asked.length > 0);
      assertEquals(asked[0]!.names, ofInvoices);
    });

    await t.step("what is named and may not be read is refused, with the scope", async () => {
      assertEquals(await send(reader, "GET", "/events?names=tags.created"), ["tags.created"]);
      const needsInvoices = 'The API key needs the scope "invoices.read"';
      const named = "names=customers.updated,payments.recorded";
      for (
        const path of [`/events?${named}`, `/events/stream?${named}`, `/customers/${ID}/history?${named}`]
      ) {
        assertEquals(await send(reader, "GET", path), needsInvoices);
      }
      assertEquals(await send(reader, "GET", `/customers/${ID}?expand=history`), needsInvoices);
      assertEquals(await send(reader, "GET", `/customers/${ID}?expand=invoiceSummary`), "all");
      const none = await send(withScopes("customers.write"), "GET", "/events");
      const scopes = ["customers.read", "tags.read", "invoices.read", "webhooks.read"].map((name) =>
        `"${name}"`
      );
      assertEquals(none, `The API key needs the scope ${scopes.join(" or ")}`);
    });

    await t.step("a webhook is sent what its maker may read", async () => {
      const url = "https://you.example/hook";
      const writer = withScopes("webhooks.write");
      const both = withScopes("webhooks.write", "invoices.read");
      const needsCustomers = 'The API key needs the scope "customers.read"';
      const events = ["invoices.recorded", "payments.recorded"];
      assertEquals(await send(both, "POST", "/webhooks", { url, events }), "all");
      assertEquals(await send(both, "POST", "/webhooks", { url }), needsCustomers);
      assertEquals(
        await send(writer, "POST", "/webhooks", { url, events }),
        'The API key needs the scope "invoices.read"',
      );
      const path = `/webhooks/${ID}`;
      assertEquals(await send(both, "PATCH", path, { url }), needsCustomers, "it may be one for all events");
      assertEquals(await send(both, "PATCH", path, { events: null }), needsCustomers);
      assertEquals(await send(both, "PATCH", path, { url, events }), "all");
      assertEquals(await send(writer, "PATCH", path, { isPaused: true, description: "Off" }), "all");
    });
  },
);
