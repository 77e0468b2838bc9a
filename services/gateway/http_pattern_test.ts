import { assertEquals, assertThrows } from "@std/assert";
import { parsePattern, readParameters, toRouterPath } from "./http_pattern.ts";

Deno.test("parsePattern takes a route apart, toRouterPath says it in the router's words", () => {
  const plain = parsePattern("PUT /customers/{customerId}/portal");
  assertEquals(plain, {
    method: "PUT",
    path: "/customers/{customerId}/portal",
    parameters: ["customerId"],
    suffix: "",
  });
  assertEquals(toRouterPath(plain), "/customers/:customerId/portal");
  const file = parsePattern("GET /p/{portalId}/invoices/{invoiceId}.pdf");
  assertEquals([file.parameters, file.suffix], [["portalId", "invoiceId"], ".pdf"]);
  assertEquals(toRouterPath(file), "/p/:portalId/invoices/:invoiceId{[^/]+\\.pdf}");
  assertEquals(toRouterPath(parsePattern("GET /customers")), "/customers");
});

Deno.test("readParameters takes the suffix off", () => {
  const file = parsePattern("GET /p/{portalId}/invoices/{invoiceId}.pdf");
  const found = { portalId: "a.pdf", invoiceId: "b.pdf.pdf" };
  assertEquals(readParameters(file, found), { portalId: "a.pdf", invoiceId: "b.pdf" });
});

Deno.test("parsePattern refuses what is no route", () => {
  for (const text of ["", "GET", "get /x", "GET x", "TRACE /x", "GET /a b"]) {
    assertThrows(() => parsePattern(text), TypeError);
  }
});
