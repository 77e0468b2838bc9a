import { assertEquals } from "@std/assert";
import { isOtherCompany } from "./other_company.ts";
import { parsePage } from "./parse/parse_page.ts";

interface Case {
  readonly name?: string;
  readonly website?: string | null;
  /** Where it led, from another domain. */
  readonly url?: string;
  readonly says?: string;
}

async function isOther({ name = "Acme Tools AB", website = "acme.example", url, says = "Welcome" }: Case) {
  const page = {
    url: url ?? "https://buyer.example/",
    status: 200,
    bytes: says.length,
    html: `<title>Start</title><p>${says}</p>`,
    fetchedAt: "2026-01-01T00:00:00.000Z",
    hasMovedDomain: url !== undefined,
  };
  const home = await parsePage(page, new AbortController().signal);
  return isOtherCompany({ name, website, email: "a@buyer.example" }, home);
}

Deno.test("isOtherCompany takes a typed address at its word", async () => {
  assertEquals(await isOther({}), false);
});

Deno.test("isOtherCompany wants the name, or that of the old domain, behind a redirect to another domain", async () => {
  const url = "https://buyer.example/";
  assertEquals(await isOther({ url, says: "Buyer sells insurance" }), true);
  assertEquals(await isOther({ url, says: "Buyer, formerly ACME" }), false);
  assertEquals(await isOther({ url: "https://acme-tools.example/" }), false);
  assertEquals(await isOther({ url, name: "J. Hansen", says: "Acme is now Buyer" }), false);
  assertEquals(await isOther({ url, name: "Company Group International", says: "A company group" }), true);
  assertEquals(
    await isOther({ url: "https://ibm.example/", name: "International Business Machines" }),
    false,
  );
  assertEquals(await isOther({ url, name: "北光光学", says: "北光光学のレンズ" }), false);
  assertEquals(await isOther({ url, name: "" }), false, "nothing to compare with");
});

Deno.test("isOtherCompany wants the name behind the domain of an e-mail address", async () => {
  assertEquals(await isOther({ website: null, says: "An agency for everybody" }), true);
  assertEquals(await isOther({ website: null, says: "Acme makes tools" }), false);
});
