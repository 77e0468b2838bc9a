import { assertEquals } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";
import {
  aBalance,
  anAccount,
  anEmptyAccount,
  anInvoiceView,
  aPayment,
  aRow,
  aSeller,
} from "../../services/portal/builders.ts";
import type { Safe } from "../../services/portal/html.ts";
import { renderAccountPage } from "../../services/portal/pages/account_page.ts";
import { renderInvoicePage } from "../../services/portal/pages/invoice_page.ts";
import { renderPlainPage } from "../../services/portal/pages/plain_page.ts";
import { createReader, type Reader } from "../../services/portal/reader.ts";
import { contentSecurityPolicy } from "../../services/portal/style.ts";
import { assertFits, hasBrowser, keepPicture, openBrowser, visit } from "./open_browser.ts";

const LONG =
  "Shop-front signage and installation at the Rotterdam harbour terminal, second half, including permits";

/** Every kind of row, in four currencies, with words that are too long for any column. */
function aFullAccount() {
  const paid = {
    status: "paid",
    paymentStatus: "paid",
    amountDue: 0,
    paidAt: "2026-02-24T09:00:00.000Z",
  } as const;
  const invoices = [
    aRow({ paymentUrl: "https://pay.example/42" }),
    aRow({ currency: "JPY", amount: 128_000, amountDue: 128_000, dueDate: "2026-04-17" }),
    aRow({ status: "overdue", dueDate: "2026-03-02", amountDue: 3_800, amount: 3_800 }),
    aRow({
      type: "credit_note",
      invoiceNumber: "CN-2026-0004",
      amount: 240,
      amountDue: 0,
      creditAmount: 240,
    }),
    aRow({
      paymentStatus: "partially_paid",
      amountPaid: 2_260,
      amountDue: 1_890.5,
      dueDate: "2026-03-07",
      firstLine: LONG,
    }),
    aRow({ ...paid, currency: "KWD", amount: 1_250.5, invoiceNumber: `INV-${"9".repeat(40)}` }),
    aRow({ ...paid, amount: 99_999_999.99 }),
    aRow({ status: "canceled", amountDue: 0 }),
    aRow({ status: "refunded", amountDue: 0 }),
  ].map((row, index) => ({ ...row, id: `0192a000-0000-7000-8000-0000000000${10 + index}` }));
  return anAccount({
    customer: {
      name: "Internationale Handelsgesellschaft für Schifffahrtsbedarf und Ausrüstung mbH & Co. KG",
      locale: null,
      country: null,
    },
    balances: [
      aBalance({ over90Days: 88_000, credit: 120 }),
      aBalance({ currency: "JPY", outstanding: 128_000, credit: 0 }),
      aBalance({ currency: "KWD", outstanding: 0 }),
    ],
    invoices,
    payments: [
      aPayment(),
      aPayment({ amount: -100, method: null }),
      aPayment({ invoiceNumber: LONG, method: "SEPA direct debit" }),
    ],
    page: { cursor: "older", hasPreviousPage: true },
  });
}

const seller = aSeller({ paymentDetails: [{ label: "IBAN", text: "NO938601111794712345678901234567890" }] });
const listing = { status: "all" } as const;

const PAGES: Readonly<Record<string, (reader: Reader) => Safe>> = {
  account: (reader) => renderAccountPage({ account: aFullAccount(), listing, reader }),
  empty: (reader) => renderAccountPage({ account: anEmptyAccount(), listing, reader }),
  settled: (reader) =>
    renderAccountPage({
      account: anAccount({ balances: [aBalance({ outstanding: 0 })] }),
      listing,
      reader,
    }),
  notFound: (reader) =>
    renderAccountPage({
      account: anAccount({ invoices: [] }),
      listing: { ...listing, q: "x" },
      reader,
    }),
  invoice: (reader) =>
    renderInvoicePage(
      anInvoiceView({ paymentUrl: "https://pay.example/31", note: LONG }, seller),
      reader,
    ),
  creditNote: (reader) =>
    renderInvoicePage(
      anInvoiceView({ type: "credit_note", creditedInvoiceNumber: "INV-1", creditAmount: 240 }),
      reader,
    ),
  gone: (reader) => renderPlainPage("gone", reader),
  missing: (reader) => renderPlainPage("missing", reader),
  unavailable: (reader) => renderPlainPage("unavailable", reader),
};

const WIDTHS = [320, 390, 800, 1280];
const SCHEMES = ["light", "dark"] as const;
const LANGUAGES = ["en-GB", "ar-KW"];
/** Longer words move boxes, not colours or roles: for them only the layout is looked at. */
const MORE_LANGUAGES = ["de-DE", "fr-FR", "es-ES", "sv-SE"];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** As the gateway serves them: the policy of the page is part of what is tested. */
function servePages() {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy(),
  };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    const [, , page, isLive] = new URL(request.url).pathname.split("/");
    // To an event source, "no content" means that there is nothing to wait for.
    if (isLive) return new Response(null, { status: 204 });
    const [language, name] = page!.split(".");
    const render = PAGES[name!];
    if (!render) return new Response(null, { status: 404 });
    return new Response(render(createReader(language!, undefined)).markup, { headers });
  });
  const origin = `http://127.0.0.1:${server.addr.port}`;
  return { origin, [Symbol.asyncDispose]: () => server.shutdown() };
}

async function assertAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] })`,
  ) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  assertEquals(faults, [], what);
}

for (const scheme of SCHEMES) {
  Deno.test({
    name: `every portal page is accessible and fits, at every width and in every direction, ${scheme}`,
    ignore: !hasBrowser(),
  }, async () => {
    await using server = servePages();
    await using browser = await openBrowser();
    await using visitor = await visit(browser, { colorScheme: scheme });
    for (const language of LANGUAGES) {
      for (const name of Object.keys(PAGES)) {
        await visitor.page.goto(`${server.origin}/p/${language}.${name}`);
        for (const width of WIDTHS) {
          const what = `${name} ${language} ${scheme} ${width}`;
          await visitor.page.setViewportSize({ width, height: 900 });
          await assertFits(visitor.page, what);
          await assertAccessible(visitor.page, what);
          await keepPicture(visitor.page, what.replaceAll(" ", "_"));
        }
      }
    }
    assertEquals(visitor.complaints, []);
  });
}

Deno.test({ name: "every portal page fits in every language", ignore: !hasBrowser() }, async () => {
  await using server = servePages();
  await using browser = await openBrowser();
  await using visitor = await visit(browser);
  for (const language of MORE_LANGUAGES) {
    for (const name of Object.keys(PAGES)) {
      await visitor.page.goto(`${server.origin}/p/${language}.${name}`);
      for (const width of WIDTHS) {
        await visitor.page.setViewportSize({ width, height: 900 });
        await assertFits(visitor.page, `${name} ${language} ${width}`);
      }
    }
  }
});
