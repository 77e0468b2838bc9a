import { assert, assertEquals } from "@std/assert";
import { gzipSync } from "node:zlib";
import { GZIP } from "../answer_page.ts";
import { anAccount, aPayment, aRow } from "../builders/mod.ts";
import { LIVE_SCRIPT } from "../live.ts";
import { createReader } from "../reader.ts";
import { renderAccountPage } from "./account_page.ts";

const WORDS = ["Łódź żółć", "Ελλάδα", "Привет", "東京ポップアップ", "شركة البن", "한국 커피"];

function drawFifty(): string {
  const invoices = Array.from({ length: 50 }, (_, n) =>
    aRow({
      id: crypto.randomUUID(),
      invoiceNumber: `INV-2026-${1_000 + n}`,
      firstLine: `${WORDS[n % WORDS.length]} ${n}`,
      amount: 1_000 + n * 37.25,
    }));
  const payments = Array.from({ length: 20 }, (_, n) => aPayment({ invoiceNumber: `INV-2026-${n}` }));
  const listing = { status: "all", sort: "newest", pageSize: 50 } as const;
  const account = anAccount({ invoices, payments });
  return renderAccountPage({ account, listing, reader: createReader("en-GB", undefined) }).markup;
}

Deno.test("an account page of 50 invoices is one request of 15 KB, with a script of 1.5 KB at most", () => {
  const page = drawFifty();
  // The answer's headers are some 900 bytes.
  const bytes = gzipSync(page, GZIP).length;
  assert(bytes < 12_500, `${bytes} bytes`);
  assert(LIVE_SCRIPT.length <= 1_500, `${LIVE_SCRIPT.length} bytes of script`);
  assertEquals(/<link[^>]*href="(?!data:)|<script src|@import|<iframe|srcset/.exec(page)?.[0], undefined);
});
