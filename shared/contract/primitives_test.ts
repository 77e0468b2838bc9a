import { assert, assertEquals } from "@std/assert";
import type { z } from "zod";
import { customerListInput } from "./customer_list.ts";
import { upsertInput } from "./customer_shapes.ts";
import { invoices, payments, rates } from "./mod.ts";
import { findExponent } from "../currency.ts";
import { countryCode, currency, vatNumber } from "./listed_codes.ts";
import {
  amount,
  day,
  decimal,
  email,
  emailList,
  moment,
  requiredText,
  timeZone,
  unitPrice,
  website,
  webUrl,
} from "./primitives.ts";

Deno.test("email takes internationalised and local addresses, and no domain that cannot be", () => {
  const takes = [
    "jürgen@müller.example",
    "用户@例子.广告",
    "o'hara+tag@sub.b.co",
    "a.b.c@d.example",
    "a@intranet",
    " a@b.example ",
  ];
  const refuses = [
    "a@b..example",
    "a@.example",
    "a@b.example.",
    "a@-b.example",
    "a@b-.example",
    `a@${"b".repeat(64)}.example`,
    "a@b/c.example",
    "a@b%00.example",
    "a b@c.example",
    ".a@b.example",
    "a.@b.example",
    "a..b@c.example",
    '"a b"@c.example',
    "a@[127.0.0.1]",
    "a@b.example,c@d.example",
    `${"a".repeat(250)}@b.example`,
  ];
  check(email, takes, refuses);
});

Deno.test("website and webUrl take web addresses only, and none with a part of its name missing", () => {
  const takes = ["acme.example", "acme.example.", "HTTPS://WWW.Acme.Example:8443/x?y#z", "münchen.example"];
  check(website, [...takes, "http://[::1]/", "localhost"], [
    "acme",
    "acme.",
    "http://a..b",
    "http://-a.example",
    "ftp://a.example",
    "javascript:alert(1)",
    "http://user:pw@a.example",
    "http://999.999.999.999",
    "a b.example",
  ]);
  check(webUrl, ["https://x.example/ü"], [
    "https://x.exa\nmple/",
    "https://x.example/a b",
    "data:,x",
    "x.example",
  ]);
});

Deno.test("no text of a contract takes what cannot be stored or seen", () => {
  for (const bad of ["\u0000", "\ud800", "\udfff"]) {
    check(email, [], [`a${bad}@b.example`, `a@b${bad}.example`]);
    check(emailList, [], [`a@b.example,c${bad}@d.example`]);
    check(website, [], [`x.example/${bad}`]);
    check(webUrl, [], [`https://x.example/${bad}`]);
    check(requiredText(9), [], [`a${bad}`]);
    for (const filter of ["tag", "industry"]) check(customerListInput, [], [{ [filter]: `a${bad}` }]);
  }
  check(requiredText(9), ["é", "😀"], ["", " ", "\u200b", "\u2060\u00a0"]);
});

Deno.test("amounts have the decimals of their currency", () => {
  const exponents = { VND: 0, XAF: 0, EUR: 2, MGA: 2, XCG: 2, TND: 3, UYW: 4, HRK: undefined };
  for (const [code, digits] of Object.entries(exponents)) {
    assertEquals([code, findExponent(code)], [code, digits]);
  }
});

Deno.test("an amount with floating-point error is the one that was meant, and true decimals stay", () => {
  const read = (schema: z.ZodType, value: unknown) => {
    const { success, data, error } = schema.safeParse(value);
    return success ? data : error.issues.map(({ message }) => message).join();
  };
  const meant: [number, string][] = [
    [0.1 + 0.2, "0.3"],
    [4.35 * 100, "435"],
    [1.1 * 1.1, "1.21"],
    [-(0.1 + 0.2), "-0.3"],
    [4.1 - 4, "0.1"],
    [0.1 + 0.2 - 0.3, "0"],
    [99_999_999_999.1 + 0.2, "99999999999.3"],
    [-0, "0"],
  ];
  for (const [value, text] of meant) {
    for (const schema of [amount, unitPrice, decimal]) {
      assertEquals([value, read(schema, value)], [value, text]);
    }
  }
  // Of two doors in a row the second reads what the first has made of it.
  for (const text of ["0.00000001", "0.28710001", "1234567.12345678", "0.000000001", "0.123456789"]) {
    assertEquals(read(amount, read(amount, Number(text))), text);
  }
  for (const value of [1 / 3, 100 / 3, 0.1000000000001]) {
    assertEquals(read(amount, value), "At most 10 decimals");
    assertEquals(read(decimal, value), "At most 6 decimals");
  }
  assertEquals(read(amount, "0.30000000000000004"), "Must be a decimal number");
});

Deno.test("codes of the world are looked up, not only counted", () => {
  check(countryCode, ["no", " DE ", "XK"], ["ZZ", "NOR", "UK", ""]);
  check(currency, ["eur", "JPY", "CLF", "XCG"], ["EUX", "EURO", "E1R", ""]);
  check(vatNumber, ["DE 811 907 980", "12345", "GB980780684"], ["DE 811 907 981", "GB123456789"]);
});

Deno.test("days and moments exist, and lie where a calendar and a database agree", () => {
  check(day, ["2024-02-29", "1900-01-01", "2999-12-31"], [
    "2026-02-30",
    "2026-13-01",
    "1899-12-31",
    "20260101",
  ]);
  check(moment, ["2026-01-20T10:00:00+02:00", "2026-01-20T10:00:00.123456Z"], [
    "2026-02-30T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "3000-01-01T00:00:00Z",
    "2026-01-20",
    "2026-01-20T10:00:00",
  ]);
});

Deno.test("upsertInput names wrong codes beside wrong forms, and what is missing", () => {
  const { error } = upsertInput.safeParse({
    email: "x",
    countryCode: "ZZ",
    vatNumber: "DE811907981",
    preferredCurrency: "EUX",
    website: "http://",
    foundedYear: 999,
  });
  assertEquals(error?.issues.map(({ path }) => path.join("/")).sort(), [
    "countryCode",
    "email",
    "foundedYear",
    "name",
    "preferredCurrency",
    "vatNumber",
    "website",
  ]);
});

Deno.test("what is missing is named although something else has a wrong type", () => {
  const pointersOf = (schema: z.ZodType, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ path }) => path.join("/")).sort();
  assertEquals(pointersOf(upsertInput, { email: 5 }), ["email", "name"]);
  assertEquals(pointersOf(upsertInput, { status: 5, name: 5 }), ["email", "name", "status"]);
  assertEquals(pointersOf(upsertInput, { id: "x" }), ["id"]);
  assertEquals(pointersOf(upsertInput, null), [""]);
  assertEquals(pointersOf(payments.record.input, { paidAt: 5 }), ["amount", "invoiceId", "paidAt"]);
  assertEquals(pointersOf(invoices.record.input, {})?.includes("customerId"), true);
});

Deno.test("null is as good as absent where a publisher has nothing to say", () => {
  const line = { name: "Work", quantity: 1, price: 2 };
  const said = {
    customerId: "11111111-1111-4111-8111-111111111111",
    invoiceNumber: "1",
    currency: "EUR",
    issueDate: "2026-01-02",
    dueDate: "2026-01-03",
  };
  const unsaid = { id: null, type: null, creditedInvoiceNumber: null, customerExternalId: null };
  const more = { externalId: null, status: null, discount: null, note: null, paymentUrl: null };
  const { note, paymentUrl, ...read } = invoices.record.input.parse({
    ...{ ...said, ...unsaid, ...more },
    lines: [{ ...line, taxRate: null }],
  });
  assertEquals([note, paymentUrl], [null, null]);
  assertEquals(JSON.stringify(read), JSON.stringify(invoices.record.input.parse({ ...said, lines: [line] })));
  const paid = { invoiceNumber: "1", amount: 1, paidAt: "2026-01-20T09:00:00Z" };
  const nothing = { invoiceId: null, invoiceExternalId: null, externalId: null, currency: null };
  const payment = payments.record.input.parse({ ...paid, ...nothing });
  assertEquals(JSON.stringify(payment), JSON.stringify(payments.record.input.parse(paid)));
  check(payments.void.input, [{ id: null, externalId: "p-1", reason: "Twice" }], [
    { id: null, externalId: null, reason: "Twice" },
  ]);
  check(payments.record.input, [], [{ ...paid, invoiceNumber: null }, { ...paid, amount: null }]);
});

function check(schema: z.ZodType, takes: readonly unknown[], refuses: readonly unknown[]): void {
  for (const value of takes) assert(schema.safeParse(value).success, `takes ${JSON.stringify(value)}`);
  for (const value of refuses) assert(!schema.safeParse(value).success, `refuses ${JSON.stringify(value)}`);
}

Deno.test("timeZone takes names of the IANA database, and neither offsets nor inventions", () => {
  for (const name of ["Europe/Oslo", "America/Argentina/Buenos_Aires", "UTC", " Asia/Tokyo "]) {
    assertEquals(timeZone.safeParse(name).success, true, name);
  }
  for (const name of ["", "Oslo", "Europe/Olso", "+01:00", "GMT+1", "Europe/Oslo\0", "Europe/Oslo; drop"]) {
    assertEquals(timeZone.safeParse(name).success, false, name);
  }
});

Deno.test("all faults of an input are told at once, whichever field has one", () => {
  const pointersOf = (schema: z.ZodType, value: unknown) =>
    [...new Set(schema.safeParse(value).error!.issues.map(({ path }) => path.join("/")))].sort();
  assertEquals(pointersOf(upsertInput, { foundedYear: 1.5, defaultPaymentTerms: -1 }), [
    "defaultPaymentTerms",
    "email",
    "foundedYear",
    "name",
  ]);
  const invoice = { currency: 1, issueDate: "2026-01-02", dueDate: "2026-01-01", type: "invoice" };
  assertEquals(pointersOf(invoices.record.input, { ...invoice, creditedInvoiceNumber: "1" }), [
    "creditedInvoiceNumber",
    "currency",
    "customerId",
    "dueDate",
    "invoiceNumber",
    "lines",
  ]);
  assertEquals(pointersOf(rates.record.input, { base: "EUR", quote: "EUR", rate: "x" }), [
    "date",
    "quote",
    "rate",
  ]);
});
