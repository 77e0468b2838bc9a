/** The main job, as a company would use it: real processes, a real web site, another service, a browser's requests. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { until } from "shared/test_until.ts";
import { hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { connectPublisher, httpClient } from "./mesh_client.ts";
import { startTestSite } from "./test_site.ts";

const ignore = !hasTestServers();

Deno.test({ name: "the main job, end to end", ignore }, async (t) => {
  await using site = await startTestSite();
  await using mesh = await startDevMesh({ allowFetch: [site.address] });
  const http = httpClient(mesh);
  const billing = await connectPublisher(mesh);
  let customerId = "";
  let portalPath = "";

  await t.step("a customer created with a website is enriched by itself, with evidence", async () => {
    const website = `http://${site.address}/acme/`;
    const input = {
      name: "Nordlicht Optics",
      email: "info@nordlicht-optics.example",
      externalId: "c-1",
      website,
    };
    const created = await http("POST", "/customers", { body: input });
    assertEquals([created.status, created.body.enrichmentStatus], [201, "pending"]);
    customerId = created.body.id;
    const { body } = await until("the end of the run", async () => {
      const answer = await http("GET", `/customers/${customerId}/enrichment`);
      return answer.body.run?.finishedAt ? answer : undefined;
    });
    assert(["succeeded", "partial"].includes(body.run.status), JSON.stringify(body.run));
    const description = body.values.find((value: { field: string }) => value.field === "description");
    assertEquals(description.state, "filled");
    assertStringIncludes(description.quote, "precision lenses");
    assertEquals(description.url, website);
    const { body: customer } = await http("GET", `/customers/${customerId}`);
    assertStringIncludes(customer.description, "precision lenses");
    assertEquals([customer.name, customer.enrichmentStatus], ["Nordlicht Optics", "completed"]);
  });

  await t.step("its logo is a picture that the mesh serves, to whoever has the address", async () => {
    const { body: customer } = await http("GET", `/customers/${customerId}`);
    assert(customer.logoUrl.startsWith(`${mesh.file.gatewayUrl}/logos/`), customer.logoUrl);
    const response = await fetch(customer.logoUrl);
    assertEquals([response.status, response.headers.get("content-type")], [200, "image/png"]);
    assertEquals([...(await response.bytes()).slice(1, 4)].map((code) => String.fromCharCode(code)), [
      "P",
      "N",
      "G",
    ]);
    assertEquals(site.requests.filter(({ path }) => path === "/acme/logo.png").length, 1);
  });

  await t.step("what a person typed stays when the site says otherwise", async () => {
    await http("PATCH", `/customers/${customerId}`, { body: { city: "Hamburg", description: "Ours" } });
    const { status } = await http("POST", `/customers/${customerId}/enrichment`);
    assertEquals(status, 202);
    await until("the end of the second run", async () => {
      const { body } = await http("GET", `/customers/${customerId}/enrichment`);
      return body.run.trigger === "requested" && body.run.finishedAt;
    });
    const { body } = await http("GET", `/customers/${customerId}`);
    assertEquals([body.city, body.description], ["Hamburg", "Ours"]);
  });

  await t.step("invoices and payments arrive from another service over NATS", async () => {
    const invoice = {
      customerExternalId: "c-1",
      externalId: "i-1",
      invoiceNumber: "2026-0001",
      currency: "EUR",
      issueDate: "2026-01-10",
      dueDate: "2026-02-10",
      lines: [{ name: "Objective 40×", quantity: 2, price: "1250.00", taxRate: 19 }],
    };
    await billing.publish("invoices.record", invoice, "m-1");
    await billing.publish("invoices.record", invoice, "m-1");
    const payment = {
      invoiceExternalId: "i-1",
      externalId: "p-1",
      amount: "975.00",
      paidAt: "2026-01-20T09:00:00Z",
    };
    await billing.publish("payments.record", payment, "m-2");
    const invoices = await until("the part-paid invoice", async () => {
      const { body } = await http("GET", `/invoices?customers=${customerId}`);
      return body.data[0]?.amountPaid === 975 && body.data;
    });
    assertEquals(invoices.length, 1);
    assertEquals([invoices[0].amount, invoices[0].amountDue, invoices[0].status], [2975, 2000, "overdue"]);
    const { body: summary } = await http("GET", `/customers/${customerId}/invoice-summary`);
    assertEquals([summary.outstandingAmount, summary.currency, summary.invoiceCount], [2000, "EUR", 1]);
  });

  await t.step("the portal link shows them and the PDF downloads", async () => {
    const enabled = await http("PUT", `/customers/${customerId}/portal`, { body: { enabled: true } });
    portalPath = new URL(enabled.body.portalUrl).pathname;
    assertEquals(enabled.body.portalUrl.startsWith(mesh.file.portalUrl), true);
    const page = await http("GET", portalPath, { key: "" });
    assertEquals(page.status, 200);
    for (const text of ["2026-0001", "Nordlicht Optics", "2,000"]) assertStringIncludes(page.body, text);
    assertEquals(page.headers.get("referrer-policy"), "no-referrer");
    assertStringIncludes(page.headers.get("content-security-policy")!, "default-src 'none'");
    const { body } = await http("GET", `/portal/${enabled.body.portalId}/invoices`, { key: "" });
    const invoice = await http("GET", body.data[0].pageUrl, { key: "" });
    assertStringIncludes(invoice.body, "Objective 40×");
    const { body: listed } = await http("GET", `/invoices?ids=${body.data[0].id}`);
    assertEquals(new URL(listed.data[0].pdfUrl).pathname, body.data[0].pdfUrl);
    const pdf = await http("GET", body.data[0].pdfUrl, { key: "" });
    assertEquals([pdf.status, pdf.headers.get("content-type")], [200, "application/pdf"]);
    assertEquals(new TextDecoder().decode(pdf.body.slice(0, 5)), "%PDF-");
    assertStringIncludes(pdf.headers.get("content-disposition")!, "2026-0001.pdf");
  });

  await t.step("a rotated link answers 410 on page, JSON and file alike; an unknown one 404", async () => {
    const { body } = await http("GET", `/portal/${portalPath.slice(3)}/invoices`, { key: "" });
    const { pdfUrl, pageUrl } = body.data[0];
    const rotated = await http("POST", `/customers/${customerId}/portal/rotate`);
    assertEquals(rotated.status, 200);
    for (const path of [portalPath, pageUrl, pdfUrl, `/portal/${portalPath.slice(3)}`]) {
      assertEquals([path, (await http("GET", path, { key: "" })).status], [path, 410]);
    }
    const unknown = "A".repeat(21);
    for (const path of [`/p/${unknown}`, `/portal/${unknown}`, "/p/x"]) {
      assertEquals([path, (await http("GET", path, { key: "" })).status], [path, 404]);
    }
  });

  await t.step("another team's key finds nothing of this, over any door", async () => {
    const key = mesh.file.otherTeam.apiKey;
    const { body } = await http("GET", "/invoices");
    const invoiceId = body.data[0].id;
    const attempts: [string, string, unknown?][] = [
      ["GET", `/customers/${customerId}`],
      ["PATCH", `/customers/${customerId}`, { name: "Stolen" }],
      ["DELETE", `/customers/${customerId}`],
      ["GET", `/customers/${customerId}/invoice-summary`],
      ["GET", `/customers/${customerId}/enrichment`],
      ["POST", `/customers/${customerId}/enrichment`],
      ["POST", `/customers/${customerId}/enrichment/cancel`],
      ["DELETE", `/customers/${customerId}/enrichment`],
      ["PUT", `/customers/${customerId}/portal`, { enabled: false }],
      ["POST", `/customers/${customerId}/portal/rotate`],
      ["GET", `/invoices/${invoiceId}`],
      ["POST", `/invoices/${invoiceId}/payments`, { amount: 1, paidAt: "2026-01-01T00:00:00Z" }],
    ];
    for (const [method, path, body] of attempts) {
      assertEquals([method, path, (await http(method, path, { body, key })).status], [method, path, 404]);
    }
    assertEquals((await http("GET", `/invoices?customers=${customerId}`, { key })).body.data, []);
    assertEquals((await http("GET", `/customers/${customerId}`)).body.name, "Nordlicht Optics");
  });

  await t.step("the outside publisher can do nothing else on the broker", async () => {
    const other = mesh.file.otherTeam.teamId;
    for (
      const subject of [
        `ingest.${other}.customers.upsert`,
        `rpc.${mesh.file.teamId}.customers.get`,
        "job.enrichment.x",
      ]
    ) {
      const refused = await billing.publishOn(subject, new Uint8Array(), subject).catch((
        error,
      ) => error);
      assert(refused instanceof Error, subject);
    }
  });

  await billing.close();
});
