/** Links, documents and files as a customer gets them: over HTTP, from a real mesh. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Buffer } from "node:buffer";
import { aPng, chunk } from "shared/pictures/test_pictures.ts";
import { until } from "shared/test_until.ts";
import { runToEnd } from "../infra/process/child.ts";
import { hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { type Http, httpClient } from "./mesh_client.ts";

const ignore = !hasTestServers();

interface Account {
  readonly customerId: string;
  readonly portalId: string;
  readonly path: string;
  readonly invoiceIds: readonly string[];
}

async function anAccount(http: Http, count: number): Promise<Account> {
  const email = "billing@meridian.example";
  const { body: customer } = await http("POST", "/customers", {
    body: { name: "Meridian", email, countryCode: "NL" },
  });
  const invoiceIds: string[] = [];
  for (let n = 1; n <= count; n++) {
    const { body } = await http("POST", "/invoices", {
      body: {
        customerId: customer.id,
        invoiceNumber: `F-${customer.id.slice(0, 4)}-${n}`,
        currency: "EUR",
        issueDate: `2026-0${n % 9 + 1}-10`,
        dueDate: "2026-12-31",
        lines: [{ name: "=Work 東京 شركة", quantity: n, price: "100.00", taxRate: 21 }],
      },
    });
    invoiceIds.push(body.id);
  }
  const { body: portal } = await http("PUT", `/customers/${customer.id}/portal`, { body: { enabled: true } });
  return { customerId: customer.id, portalId: portal.portalId, path: `/p/${portal.portalId}`, invoiceIds };
}

/** The names in a ZIP, from the list at its end. */
function listZip(zip: Uint8Array): string[] {
  const text = new TextDecoder("latin1").decode(zip);
  // deno-lint-ignore no-control-regex -- the mark of an entry of that list
  return [...text.matchAll(/PK\x01\x02[\s\S]{24}([\s\S])([\s\S])[\s\S]{16}/g)].map((match) => {
    const start = match.index + 46;
    return text.slice(start, start + match[1]!.charCodeAt(0) + 256 * match[2]!.charCodeAt(0));
  });
}

function isPdf(body: Uint8Array): boolean {
  return new TextDecoder().decode(body.slice(0, 5)) === "%PDF-";
}

function hasPicture(pdf: Uint8Array): boolean {
  return Buffer.from(pdf).includes("/Subtype /Image");
}

/** Undefined on a machine that lacks the program: the run says so. */
const [qpdf, unzip] = ["QPDF", "UNZIP"].map((name) => Deno.env.get(`MESH_TEST_${name}`));

Deno.test({ name: "a customer's documents and files, by link", ignore }, async (t) => {
  await using mesh = await startDevMesh();
  const http = httpClient(mesh);
  const get = (path: string, headers: Record<string, string> = {}) => http("GET", path, { key: "", headers });
  const account = await anAccount(http, 7);
  const { path, invoiceIds: [id], customerId } = account;
  const pdfPath = `${path}/invoices/${id}.pdf`;

  await t.step("the same issued invoice is the same file, before and after it is paid", async () => {
    const first = await get(pdfPath);
    assertEquals([first.status, first.headers.get("content-type")], [200, "application/pdf"]);
    assertEquals((await get(pdfPath)).body, first.body);
    const known = { "if-none-match": first.headers.get("etag")! };
    assertEquals((await get(pdfPath, known)).status, 304);
    assertEquals((await get(pdfPath, { ...known, "accept-language": "es" })).status, 200);
    assertEquals((await get(`${path}/receipts/${id}.pdf`)).status, 404);
    const payment = { amount: "121.00", paidAt: "2026-02-20T09:00:00Z", method: "card" };
    const paid = await http("POST", `/invoices/${id}/payments`, { body: payment });
    assertEquals(paid.status, 201);
    assertEquals((await get(pdfPath)).body, first.body);
    const receipt = await get(`${path}/receipts/${id}.pdf`);
    assert(receipt.status === 200 && isPdf(receipt.body));
    assertStringIncludes(receipt.headers.get("content-disposition")!, 'filename="receipt-F-');
    const voiding = `/v1/invoices/${id}/payments/${paid.body.payment.id}/void`;
    const voided = await http("POST", voiding, { body: { reason: "Another's" } });
    assertEquals([voided.status, voided.body.invoice.status], [200, "unpaid"]);
    assertEquals((await http("POST", voiding, { body: {} })).body.errors[0].pointer, "/reason");
    assertEquals((await get(pdfPath)).body, first.body);
    const page = (await get(`${path}/receipts/${id}`)).body;
    assertStringIncludes(page, "Payment reversed");
    assertEquals(page.includes(`/receipts/${id}.pdf`), false, "as before the payment, there is no file");
    assertEquals((await get(path)).body.includes("2026-02-20"), false, "the account shows what counts");
    assertEquals((await http("POST", `/invoices/${id}/payments`, { body: payment })).status, 201);
  });

  await t.step("the statement is a PDF of the period asked for", async () => {
    const all = await get(`${path}/statement.pdf`);
    assert(all.status === 200 && isPdf(all.body));
    const part = await get(`${path}/statement.pdf?from=2026-02-01&to=2026-03-31`);
    assertStringIncludes(part.headers.get("content-disposition")!, "statement-2026-03-31.pdf");
    assertEquals((await get(`${path}/statement.pdf?from=2026-03-01&to=2026-02-01`)).status, 404);
  });

  await t.step("the table has a row for each invoice, and no formula", async () => {
    const { body, headers } = await get(`${path}/account.csv`);
    assertEquals(headers.get("content-type"), "text/csv; charset=utf-8");
    const rows = body.trim().split("\r\n");
    assertEquals(rows.length, 1 + 7);
    assertStringIncludes(rows[0], '"number","type","status"');
    assertStringIncludes(body, '"EUR",700,0,147,847,0,0,847,');
  });

  await t.step("the archive has every invoice and a list of them", async () => {
    const { body, status, headers } = await get(`${path}/invoices.zip`);
    assertEquals([status, headers.get("content-type")], [200, "application/zip"]);
    const names = listZip(body);
    assertEquals(names.length, 7 + 1);
    assertEquals(names.at(-1), "manifest.csv");
    const some = await get(`${path}/invoices.zip?ids=${account.invoiceIds[1]}&ids=${account.invoiceIds[2]}`);
    assertEquals(listZip(some.body).length, 2 + 1);
    const period = await get(`${path}/invoices.zip?from=2026-03-01&to=2026-04-30`);
    assertEquals(listZip(period.body).length, 2 + 1);
    const foreign = await get(`${path}/invoices.zip?ids=${crypto.randomUUID()}`);
    assertEquals(listZip(foreign.body), ["manifest.csv"]);
  });

  const name = "programs of others find nothing wrong with archive and documents";
  await t.step({
    name,
    ignore: !qpdf || !unzip,
    fn: async () => {
      const folder = await Deno.makeTempDir();
      try {
        await Deno.writeFile(`${folder}/all.zip`, (await get(`${path}/invoices.zip`)).body);
        await runToEnd({ command: unzip!, args: ["-q", `${folder}/all.zip`, "-d", folder] });
        await Deno.writeFile(`${folder}/receipt.pdf`, (await get(`${path}/receipts/${id}.pdf`)).body);
        await Deno.writeFile(`${folder}/statement.pdf`, (await get(`${path}/statement.pdf`)).body);
        const pdfs = [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) =>
          name.endsWith(".pdf")
        );
        assertEquals(pdfs.length, 7 + 2);
        for (const pdf of pdfs) await runToEnd({ command: qpdf!, args: ["--check", `${folder}/${pdf}`] });
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });

  await t.step("every answer is protected, and no page has the link in it", async () => {
    for (
      const file of [
        path,
        `${path}/?status=paid`,
        pdfPath.slice(0, -4),
        pdfPath,
        `${path}/account.csv`,
        `${path}/invoices.zip?ids=${id}`,
      ]
    ) {
      const { headers, body: page } = await get(file);
      const expected = {
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-robots-tag": "noindex, nofollow, noarchive, nosnippet",
      };
      for (const [name, value] of Object.entries(expected)) {
        assertEquals([file, headers.get(name)], [file, value]);
      }
      assertStringIncludes(headers.get("cache-control")!, "private, no-store");
      const isPage = headers.get("content-type")!.startsWith("text/html");
      if (isPage) assertEquals(page.includes(account.portalId), false);
      assertStringIncludes(
        headers.get("content-security-policy")!,
        isPage ? "default-src 'none'" : "sandbox",
      );
    }
  });

  await t.step("people are counted, scanners are not, and reading changes nothing else", async () => {
    const before = await http("GET", `/customers/${customerId}`);
    const browser = { "sec-fetch-dest": "document", "user-agent": "Mozilla/5.0 (X11) Firefox/140.0" };
    await get(path, browser);
    await get(path, { ...browser, "sec-purpose": "prefetch" });
    await get(path, { ...browser, "user-agent": "LinkScanner/1.0" });
    const { body } = await until("the visits", async () => {
      const answer = await http("GET", `/customers/${customerId}/portal/visits`);
      const visits = answer.body.data.filter((visit: { what: string }) => visit.what === "account");
      return visits.some((visit: { isPerson: boolean }) => visit.isPerson) && answer;
    });
    assertEquals(body.data.filter((visit: { isPerson: boolean }) => visit.isPerson).length, 1);
    const links = await http("GET", `/customers/${customerId}/portal/links`);
    assertEquals(links.body.data[0].views, 1);
    assertEquals((await http("GET", `/customers/${customerId}`)).body, before.body);
  });

  await t.step("a link to one invoice downloads it, until it is revoked", async () => {
    const create = { body: { invoiceId: id } };
    const { status, body: link } = await http("POST", `/customers/${customerId}/portal/links`, create);
    assertEquals(status, 201);
    const { pathname, search, searchParams } = new URL(link.downloadUrl);
    const saved = await get(pathname + search);
    assert(saved.status === 200 && isPdf(saved.body));
    assertStringIncludes(saved.headers.get("content-disposition")!, "attachment");
    assertEquals((await get(`${pathname}${search}&preview=true`)).headers.get("content-disposition"), null);
    // Anything else is a download, as it is for compatible clients.
    for (const other of ["1", "", "false", "1&preview=true"]) {
      const { status, headers } = await get(`${pathname}${search}&preview=${other}`);
      assertEquals([other, status, headers.get("content-disposition")?.split(";")[0]], [
        other,
        200,
        "attachment",
      ]);
    }
    assertStringIncludes(
      (await get(`${pathname}${search}&type=receipt`)).headers.get("content-disposition")!,
      "receipt-",
    );
    assertEquals((await get(`${pathname}${search}&type=foo`)).status, 400);
    assertEquals((await get(pathname)).status, 400);
    assertEquals((await get(`${pathname}?token=`)).body.detail, "Either id or token must be provided");
    const unknown = await get(`${pathname}?token=${"A".repeat(21)}`);
    assertEquals([unknown.status, unknown.body.detail], [404, "Invalid token"]);
    const token = searchParams.get("token");
    assertEquals((await get(`/p/${token}/invoices/${id}`)).status, 200);
    assertEquals((await get(`/p/${token}`)).status, 404);
    assertEquals((await get(`/p/${token}/invoices.zip`)).status, 404);
    assertEquals((await get(`/p/${token}/invoices/${account.invoiceIds[1]}.pdf`)).status, 404);
    await http("POST", `/customers/${customerId}/portal/links/${link.id}/revoke`);
    for (const file of [pathname + search, `/p/${token}/invoices/${id}`, `/p/${token}/invoices/${id}.pdf`]) {
      assertEquals((await get(file)).status, 410);
    }
  });

  await t.step("a seller's colour and logo are on the page, and the picture comes from us", async () => {
    const logo = Buffer.from(aPng({ chunks: [chunk("tEXt", Buffer.from("Comment\0secret"))] })).toString(
      "base64",
    );
    const look = await http("PATCH", "/branding", { body: { color: "#AA3300", logo } });
    const { pathname } = new URL(look.body.logo.url);
    const page = await get(`${path}/`);
    assertStringIncludes(page.body, `src="${pathname}" width="64" height="32"`);
    assertStringIncludes(page.body, ":root{--brand:#aa3300;--brand-ink:#ffffff;--brand-edge:#aa3300}");
    const picture = await get(pathname);
    assertEquals([picture.status, picture.headers.get("content-type")], [200, "image/png"]);
    assertEquals(picture.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assertStringIncludes(picture.headers.get("content-security-policy")!, "sandbox");
    assertEquals(Buffer.from(picture.body).includes("secret"), false);
    const again = await get(pathname, { "if-none-match": picture.headers.get("etag")! });
    assertEquals([again.status, again.headers.get("cache-control")?.includes("immutable")], [304, true]);
    assertEquals((await get(`/brand/${"0".repeat(64)}`)).status, 404);
    // What was handed out before stays as it was.
    assertEquals(hasPicture((await get(pdfPath)).body), false);
    assert(hasPicture((await get(pdfPath, { "accept-language": "sv" })).body));
    assert(hasPicture((await get(`${path}/statement.pdf`)).body));
    assertEquals((await http("PATCH", "/branding", { body: { logo: btoa("<svg/>") } })).status, 400);
    await http("PATCH", "/branding", { body: { locale: "fr-CH" } });
    assertStringIncludes((await get(`${path}/`)).body, '<html lang="fr-CH"');
    await http("PATCH", "/branding", { body: { locale: null } });
  });

  await t.step("a file key downloads any invoice of the team by its id, until it is rotated", async () => {
    const { body: { fileKey } } = await http("GET", "/files/key");
    const pdf = (query: string) => get(`/files/download/invoice?${query}`);
    const saved = await pdf(`id=${id}&fk=${fileKey}`);
    assert(saved.status === 200 && isPdf(saved.body));
    assertEquals(saved.body, (await get(pdfPath)).body);
    const receipt = await pdf(`id=${id}&fk=${fileKey}&type=receipt&preview=true`);
    assertEquals([receipt.status, receipt.headers.get("content-disposition")], [200, null]);
    const open = account.invoiceIds[1];
    assertEquals((await pdf(`id=${open}&fk=${fileKey}&type=receipt`)).status, 400);
    assertEquals((await pdf(`id=${id}&fk=${fileKey}&token=unknown`)).status, 200);
    const unknown = await pdf(`id=${crypto.randomUUID()}&fk=${fileKey}`);
    assertEquals([unknown.status, unknown.body.detail], [404, "Invoice not found"]);
    assertEquals([(await pdf(`id=${id}`)).status, (await pdf(`id=${id}&fk=fk.bad.key`)).status], [401, 401]);
    assertEquals((await pdf("preview=true")).body.detail, "Either id or token must be provided");
    await http("POST", "/files/key/rotate");
    assertEquals((await pdf(`id=${id}&fk=${fileKey}`)).status, 401);
  });

  await t.step("a link that was replaced is gone as page, data, PDF, table and archive alike", async () => {
    await http("POST", `/customers/${customerId}/portal/rotate`);
    const files = [
      "",
      `/invoices/${id}.pdf`,
      `/receipts/${id}.pdf`,
      "/statement.pdf",
      "/account.csv",
      "/invoices.zip",
    ];
    for (const file of files) assertEquals([file, (await get(path + file)).status], [file, 410]);
    assertEquals((await get(`/portal/${account.portalId}`)).status, 410);
  });
});
