import { assertEquals } from "@std/assert";
import { pdfFileName } from "./file_name.ts";

Deno.test("pdfFileName keeps the number recognisable and out of other folders", () => {
  assertEquals(pdfFileName("INV-2026-0042"), "INV-2026-0042.pdf");
  assertEquals(pdfFileName("Rechnung 7/2026"), "Rechnung-7-2026.pdf");
  assertEquals(pdfFileName("../../etc/passwd\u0000\r\n"), "etc-passwd.pdf");
  assertEquals(pdfFileName("請求書 42"), "請求書-42.pdf");
  assertEquals(pdfFileName('"; filename=evil.exe'), ";-filename=evil.exe.pdf");
  assertEquals(pdfFileName("..."), "invoice.pdf");
});

Deno.test("pdfFileName names no device of a computer", () => {
  for (const device of ["CON", "nul", "COM1", "lpt9", "con.txt"]) {
    assertEquals(pdfFileName(device), `invoice-${device}.pdf`);
  }
  for (const number of ["CONTRACT", "COM10", "2026-CON"]) assertEquals(pdfFileName(number), `${number}.pdf`);
});
