import { assert, assertEquals } from "@std/assert";
import { customers, customFields, invoices } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();

/** A small address book in which most names have something in common with another. */
const COMPANIES: Record<string, object> = {
  muller: { name: "Müller GmbH", city: "München", phone: "+49 89 555 12 34", vatNumber: "DE 123 456 788" },
  muellerBau: { name: "Bau Müller & Söhne KG", contact: "Jürgen Großmann" },
  mueller: { name: "Mueller Handel AG" },
  acme: { name: "Acme", email: "anna@acme-holding.example", website: "https://www.acme.example" },
  acmeAg: { name: "Acme AG", externalId: "EXT-0042", tags: [{ name: "Key account" }] },
  acmeNordic: { name: "Acme Nordic AS", city: "Tromsø" },
  best: { name: "The Best Acme Company", note: "Asked for the spring catalogue" },
  threeM: { name: "3M", phone: "+1 (651) 555-1234" },
  seven: { name: "7-Eleven", email: "desk@seven.example" },
  loreal: { name: "L'Oréal S.A.", city: "Clichy" },
  societe: { name: "Société Générale S.p.A.", phone: "0033 1 42 14 20 00" },
  ikea: { name: "IKEA of Sweden AB", city: "Älmhult", contact: "Ingvar Åkesson" },
  maersk: { name: "Mærsk A/S", vatNumber: "DK53139655" },
  lodz: { name: "Łódź Logistyka Sp. z o.o.", city: "Łódź" },
  johnson: { name: "Johnson Consulting Ltd", tags: [{ name: "vip" }] },
  schmidt: { name: "Schmidt Engineering", note: "knows Johnson" },
  percent: { name: "100% Organic", note: "50%_off" },
  cafe: { name: "Crème Brûlée Café", website: "https://creme.example/oslo" },
  microsoft: { name: "Microsoft Norge AS", billingEmail: "invoices@microsoft.example" },
  mobile: { name: "Mobil", phone: "0170 987 65 43", countryCode: "DE" },
  mobileAbroad: { name: "Mobil im Ausland", phone: "+49 (0)170 987 65 43" },
  umbrella: { name: "Umbrella Corporation", phone: "+47 22 33 44 55" },
  romashka: { name: "ООО Ромашка", city: "Москва", externalId: "ERP-000-417/B" },
  athens: { name: "Αθήνα Trading", city: "Athína" },
  yamada: { name: "山田商事株式会社", city: "東京" },
  boshoku: { name: "ﾄﾖﾀ紡織" },
  samsung: { name: "삼성전자" },
  mitr: { name: "มิตรผล" },
  att: { name: "AT&T Inc." },
  hm: { name: "H&M Hennes & Mauritz AB" },
  ap: { name: "A.P. Møller Holding" },
  oneAndOne: { name: "1&1 Internet SE" },
  hotelOfNordic: { name: "Hotel of the Nordic", city: "Ry" },
  nordicHotel: { name: "The Nordic Hotel", contact: "Bo Li" },
  london: {
    name: "Thames Bakery",
    vatNumber: "GB 980 7806 84",
    addressLine1: "221b Baker Street",
    addressLine2: "Wharf Nine",
    zip: "SW1A 1AA",
    phone: "+44 (0)20 7946 0958",
    financeContact: "Petra Kowalczyk",
    ceoName: "Ottokar Zwiebel",
  },
  steinbacher: { name: "Steinbacher Druck", city: "Graz" },
  lacher: { name: "Lacher Verlag", city: "Graz" },
  dublin: {
    name: "Liffey Print",
    zip: "D02AF30",
    countryCode: "IE",
    contacts: [
      { name: "Siobhán O'Rourke", email: "siobhan@liffey.example", phone: "+353 1 496 0123" },
      { name: "Ewa Brzęczyszczykiewicz", phone: "01 661 0111", roles: ["billing"] },
      { name: "Наталья", email: "n@liffey.example" },
    ],
    metadata: { iban: "IE64 IRCE 9205 0112 3456 78", folder: "Blue cabinet" },
    customFields: { company_number: "HRB-10 4711", tier: "Platinum", seats: 73519, renewal: "2027-03-09" },
  },
};

const FIELDS = { company_number: "text", tier: "text", seats: "number", renewal: "date" } as const;

const INVOICED: Record<string, string[]> = { umbrella: ["PR-2031/7", "8804", "3"], hm: ["acme"] };

/** What is typed, and who must come first; several names: in this order. */
const QUERIES: [string, ...string[]][] = [
  ["acme", "acme", "acmeAg", "acmeNordic", "best"],
  ["ACME", "acme"],
  ["acme ag", "acmeAg", "acme"],
  ["acme gmbh", "acme", "acmeAg"],
  ["acm", "acme"],
  ["https://www.acme.example/about?from=mail", "acme"],
  ["www.acme.example/contact", "acme"],
  ["nordic acme", "acmeNordic"],
  ["best acme", "best"],
  ["acme nordic as", "acmeNordic"],
  ["muller", "muller", "muellerBau"],
  ["müller", "muller", "muellerBau", "mueller"],
  ["Müller GmbH", "muller"],
  ["muller ag", "muller"],
  ["mueller", "mueller", "muller", "muellerBau"],
  ["soehne", "muellerBau"],
  ["aelmhult", "ikea"],
  ["muler", "muller"],
  ["mullre", "muller"],
  ["sohne", "muellerBau"],
  ["grossmann", "muellerBau"],
  ["+49 170 987 65 43", "mobile", "mobileAbroad"],
  ["0170 9876543", "mobile", "mobileAbroad"],
  ["01709876543", "mobile", "mobileAbroad"],
  ["0049 170 98", "mobile", "mobileAbroad"],
  ["987 65", "mobile", "mobileAbroad"],
  ["3M", "threeM"],
  ["3m", "threeM"],
  ["3", "threeM"],
  ["7-Eleven", "seven"],
  ["7 eleven", "seven"],
  ["7eleven", "seven"],
  ["ext0042", "acmeAg"],
  ["erp000417b", "romashka"],
  ["erp0004", "romashka"],
  ["romashka", "romashka"],
  ["ромашка", "romashka"],
  ["romaska", "romashka"],
  ["moskva", "romashka"],
  ["eleven", "seven"],
  ["l'oreal", "loreal"],
  ["oreal", "loreal"],
  ["loreal sa", "loreal"],
  ["societe generale", "societe"],
  ["generale", "societe"],
  ["ikea", "ikea"],
  ["ikae", "ikea"],
  ["almhult", "ikea"],
  ["akesson", "ikea"],
  ["maersk", "maersk"],
  ["mærsk a/s", "maersk"],
  ["dk 53 13 96 55", "maersk"],
  ["53139655", "maersk"],
  ["lodz", "lodz"],
  ["łódź", "lodz"],
  ["johnson", "johnson", "schmidt"],
  ["jonson", "johnson"],
  ["jhonson", "johnson"],
  ["vip", "johnson"],
  ["schmitd", "schmidt"],
  ["enginering", "schmidt"],
  ["555 12", "threeM", "muller"],
  ["4989555", "muller"],
  ["6515551234", "threeM"],
  ["+47 22 33", "umbrella"],
  ["DE123456788", "muller"],
  ["de 123", "muller"],
  ["EXT-0042", "acmeAg"],
  ["ext 0042", "acmeAg"],
  ["key account", "acmeAg"],
  ["anna@acme-holding.example", "acme"],
  ["acme-holding.example", "acme"],
  ["invoices@microsoft", "microsoft"],
  ["microsfot", "microsoft"],
  ["100%", "percent"],
  ["50%_off", "percent"],
  ["creme brulee", "cafe"],
  ["creme.example/oslo", "cafe"],
  ["steinbahcer graz", "steinbacher"],
  ["grzz stienbacher", "steinbacher"],
  // Corrected to "Lacher", which is another one's, and part of this one's as it was typed.
  ["acher drukc", "steinbacher"],
  ["spring catalogue", "best"],
  ["umbrela", "umbrella"],
  ["tromso", "acmeNordic"],
  ["αθήνα", "athens"],
  ["山田", "yamada"],
  ["商事", "yamada"],
  ["商", "yamada"],
  ["東京", "yamada"],
  ["紡織", "boshoku"],
  ["トヨタ", "boshoku"],
  ["ﾄﾖﾀ", "boshoku"],
  ["전자", "samsung"],
  ["ผล", "mitr"],
  ["AT&T", "att"],
  ["att", "att"],
  ["hm", "hm"],
  ["ap moller", "ap"],
  ["1&1", "oneAndOne"],
  ["3 m", "threeM"],
  ["nordic hotel", "nordicHotel", "hotelOfNordic"],
  ["ry", "hotelOfNordic"],
  ["bo", "nordicHotel"],
  ["SW1A 1AA", "london"],
  ["sw1a1aa", "london"],
  ["D02 AF30", "dublin"],
  ["GB980780684", "london"],
  ["GB 980 7806 84", "london"],
  ["gb 980 780 684", "london"],
  ["980.780.684", "london"],
  ["221b baker street", "london"],
  ["wharf nine", "london"],
  ["baker st", "london"],
  ["+442079460958", "london"],
  ["+44 (0)20 7946 0958", "london"],
  ["+44 (0) 20 7946-0958", "london"],
  ["020 79 46 09 58", "london"],
  ["(020) 7946 0958", "london"],
  ["0044 20 79460958", "london"],
  ["kowalczyk", "london"],
  ["zwiebel", "london"],
  ["siobhan", "dublin"],
  ["orourke", "dublin"],
  ["o'rourke siobhan", "dublin"],
  ["siobhan@liffey", "dublin"],
  ["siobahn", "dublin"],
  ["brzeczyszczykiewicz", "dublin"],
  ["natalya", "dublin"],
  ["01 496 01 23", "dublin"],
  ["+35314960123", "dublin"],
  ["+353 1 661 01", "dublin"],
  ["01 6610111", "dublin"],
  ["496 01", "dublin"],
  ["IE64IRCE92050112345678", "dublin"],
  ["ie64 irce 9205 0112 3456 78", "dublin"],
  ["blue cabinet", "dublin"],
  ["hrb 104711", "dublin"],
  ["HRB104711", "dublin"],
  ["platinum", "dublin"],
  ["73519", "dublin"],
  ["2027-03-09", "dublin"],
  ["PR-2031/7", "umbrella"],
  ["pr-2031/7", "umbrella"],
  ["8804", "umbrella"],
  ["#8804", "umbrella"],
];

Deno.test({ name: "customers.get finds", ignore }, async (t) => {
  await using store = await takeTestStore();
  const ids = await enter(store);
  for (const [query, ...expected] of QUERIES) {
    await t.step(`"${query}": ${expected.join(", ")}`, async () => {
      const { data } = await store.ask(customers.get, { q: query });
      const found = data.map((row) => ids.get(row.id) ?? row.name);
      assertEquals(found.slice(0, expected.length), expected);
    });
  }
});

async function enter(store: TestStore): Promise<Map<string, string>> {
  for (const [key, type] of Object.entries(FIELDS)) {
    await store.ask(customFields.create, { key, label: key, type });
  }
  const ids = new Map<string, string>();
  for (const [key, company] of Object.entries(COMPANIES)) {
    ids.set((await store.ask(customers.upsert, aCustomer(company))).id, key);
  }
  for (const [key, invoiceNumbers] of Object.entries(INVOICED)) {
    const customerId = [...ids].find(([, each]) => each === key)![0];
    for (const invoiceNumber of invoiceNumbers) {
      await store.ask(invoices.record, anInvoice({ customerId, invoiceNumber }));
    }
  }
  return ids;
}

Deno.test({ name: "customers.get with q", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  await enter(store);
  const search = async (q: string) => (await ask(customers.get, { q })).data;

  await t.step("sees what was written a moment ago, and no longer what it replaced", async () => {
    for (let n = 0; n < 50; n++) {
      const { id } = await ask(customers.upsert, aCustomer({ name: `Fresh${n}x Ventures` }));
      assertEquals((await search(`fresh${n}x`)).map((row) => row.id), [id]);
      await ask(customers.update, { id, name: `Stale${n}x`, tags: [{ name: `tagged${n}x` }] });
      assertEquals((await search(`tagged${n}x`)).map((row) => row.id), [id]);
      assertEquals(await search(`fresh${n}x`), []);
    }
  });

  await t.step("never fails, and finds nothing by signs alone", async () => {
    const signs = [
      "<->",
      "%",
      "_",
      "_%",
      "%%",
      "\\",
      "'",
      '"',
      "(",
      "a<b",
      "!&|:*",
      "\u0000",
      "…",
      "🦊",
      "  ",
    ];
    for (const q of [...signs, "\ud800", "a\udfffb", "x".repeat(200), "a ".repeat(100), "ﷺ".repeat(50)]) {
      for (const more of [{}, { sort: ["name", "asc"] as const, total: true }]) {
        // Both directions of a sort are in the contract's tuple.
        await ask(customers.get, { q, ...more } as Parameters<typeof ask<typeof customers.get>>[1]);
      }
    }
    for (const q of ["<->", "%", "_", "_%", "\\", "\u0000"]) assertEquals(await search(q), []);
  });

  await t.step("does not show another team's customers", async () => {
    const { data } = await ask(customers.get, { q: "acme" }, { caller: store.otherCaller });
    assertEquals(data, []);
  });

  await t.step("can be filtered, counted and sorted otherwise", async () => {
    const sorted = await ask(customers.get, { q: "acme", sort: ["name", "desc"], total: true });
    assertEquals(sorted.data.map((row) => row.name).slice(-1), ["Acme"]);
    assertEquals(sorted.meta.total, sorted.data.length);
    assertEquals(
      (await ask(customers.get, { q: "acme", total: true, pageSize: 1 })).meta.total,
      sorted.meta.total,
    );
    const tagged = await ask(customers.get, { q: "acme", tag: "Key account" });
    assertEquals(tagged.data.map((row) => row.name), ["Acme AG"]);
  });

  await t.step("walks its ranks forward and back, each row once", async () => {
    for (let n = 0; n < 30; n++) {
      const name = ["Walker", "The Walker", "Wolker", "Other"][n % 4]!;
      await ask(customers.upsert, aCustomer({ name: `${name} ${n}`, note: n % 4 === 3 ? "walker" : null }));
    }
    const whole = (await ask(customers.get, { q: "walker", pageSize: 100 })).data.map((row) => row.name);
    assert(whole.length >= 22);
    const pages = [await ask(customers.get, { q: "walker", pageSize: 4 })];
    while (pages.at(-1)!.meta.cursor) {
      const { cursor } = pages.at(-1)!.meta;
      pages.push(await ask(customers.get, { q: "walker", pageSize: 4, cursor }));
    }
    const forward = pages.map((page) => page.data.map((row) => row.name));
    assertEquals(forward.flat(), whole);
    const back = [forward.at(-1)!];
    let cursor = pages.at(-1)!.meta.previousCursor;
    while (cursor) {
      const page = await ask(customers.get, { q: "walker", pageSize: 4, cursor });
      back.unshift(page.data.map((row) => row.name));
      cursor = page.meta.previousCursor;
    }
    assertEquals(back.flat(), whole);
  });

  await t.step("walks more than are fetched at once in the order of their ranks", async () => {
    await store.sql`
      insert into customers (team_id, name, email)
      select ${store.caller.teamId}, case when n <= 40 then 'Old Crowd ' else 'Never ' end || lpad(n::text, 4, '0'),
        'post@crowd.example'
      from generate_series(1, 1140) n
    `;
    const expected = Array.from({ length: 1_140 }, (_, index) => {
      return `${index < 40 ? "Old Crowd" : "Never"} ${String(index + 1).padStart(4, "0")}`;
    });
    for (const q of ["crowd", "corwd"]) {
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { meta: { cursor: string | null }; data: { name: string }[] } = await ask(
          customers.get,
          { q, cursor, pageSize: 100 },
        );
        names.push(...page.data.map((row) => row.name));
        cursor = page.meta.cursor;
      } while (cursor);
      assertEquals(names, expected, q);
    }
  });
});
