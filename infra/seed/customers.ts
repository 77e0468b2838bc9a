/** The demo team's customers: a mixed bag as in a real address book. Every one is made up. */
import { DEMO_COMPANIES } from "../demo_site/companies.ts";

export interface SeedCustomer {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly website?: string;
  readonly phone?: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly city?: string;
  readonly zip?: string;
  readonly addressLine1?: string;
  readonly vatNumber?: string;
  readonly contact?: string;
  readonly note?: string;
  readonly billingEmail?: string;
  readonly preferredCurrency: string;
  readonly tags?: readonly { readonly name: string }[];
}

/** The first ones have a web site that can be read without the internet; enrichment fills in the rest. */
export function listSeedCustomers(demoSiteUrl: string): SeedCustomer[] {
  const withSite = DEMO_COMPANIES.map(({ slug, name, email, countryCode }, index) => ({
    externalId: `demo-customer-${index + 1}`,
    name,
    email,
    website: `${demoSiteUrl}${slug}/`,
    preferredCurrency: CURRENCY_OF[countryCode] ?? "EUR",
    tags: [{ name: "has website" }],
  }));
  const others = OTHERS.map((customer, index) => ({
    externalId: `demo-customer-${withSite.length + index + 1}`,
    ...customer,
  }));
  return [...withSite, ...others];
}

export function listOtherTeamCustomers(): SeedCustomer[] {
  return [
    { name: "Blue Door Cinema", email: "box@blue-door.example", preferredCurrency: "EUR" },
    {
      name: "Ostwind Segelschule",
      email: "crew@ostwind.example",
      countryCode: "DE",
      preferredCurrency: "EUR",
    },
    { name: "Quill & Sons", email: "ink@quill-sons.example", countryCode: "GB", preferredCurrency: "GBP" },
  ].map((customer, index) => ({ externalId: `demo-customer-${index + 1}`, ...customer }));
}

const CURRENCY_OF: Readonly<Record<string, string>> = {
  GB: "GBP",
  US: "USD",
  JP: "JPY",
  SE: "SEK",
  KW: "KWD",
};

function person(name: string, email: string, preferredCurrency: string, more: Partial<SeedCustomer> = {}) {
  return { name, email, preferredCurrency, ...more };
}

const GERMANY = { country: "Germany", countryCode: "DE" };
const BRITAIN = { country: "United Kingdom", countryCode: "GB" };
const AMERICA = { country: "United States", countryCode: "US" };
const SWEDEN = { country: "Sweden", countryCode: "SE" };
const JAPAN = { country: "Japan", countryCode: "JP" };
const KUWAIT = { country: "Kuwait", countryCode: "KW" };
const key = [{ name: "key account" }];
const late = [{ name: "pays late" }];

const OTHERS: readonly Omit<SeedCustomer, "externalId">[] = [
  person("Bäckerei Österreicher", "büro@bäckerei-österreicher.example", "EUR", {
    ...{ country: "Austria", countryCode: "AT", city: "Linz", zip: "4020", addressLine1: "Hauptplatz 8" },
    tags: key,
  }),
  person("Müller & Söhne KG", "rechnung@mueller-soehne.example", "EUR", {
    ...{ ...GERMANY, city: "Nürnberg", zip: "90402", addressLine1: "Königstraße 41", contact: "Jörg Müller" },
    ...{ tags: late, note: "Pays on the 15th of the month, whatever the invoice says." },
  }),
  person('Theatre "The Lantern"', "stage@lantern-theatre.example", "GBP", {
    ...{
      ...BRITAIN,
      city: "Leeds",
      zip: "LS1 4AP",
      addressLine1: "22 Mill Street",
      contact: "Siobhán O'Reilly",
    },
  }),
  person("O'Connor Joinery", "sean@oconnor-joinery.example", "EUR", {
    ...{ country: "Ireland", countryCode: "IE", city: "Cork", phone: "+353 21 555 0123" },
  }),
  person("Søndergaard Arkitekter", "mail@soendergaard.example", "EUR", {
    ...{
      country: "Denmark",
      countryCode: "DK",
      city: "Aarhus",
      zip: "8000",
      addressLine1: "Åboulevarden 12",
    },
  }),
  person("Ćevapi Kod Željka", "zeljko@kod-zeljka.example", "EUR", {
    ...{ country: "Croatia", countryCode: "HR", city: "Zagreb" },
  }),
  person("Łódzka Drukarnia", "biuro@lodzka-drukarnia.example", "EUR", {
    ...{ country: "Poland", countryCode: "PL", city: "Łódź", zip: "90-001", contact: "Agnieszka Wójcik" },
  }),
  person("Βιβλιοπωλείο Άνεμος", "info@anemos-books.example", "EUR", {
    ...{ country: "Greece", countryCode: "GR", city: "Θεσσαλονίκη", zip: "546 22" },
  }),
  person("Книгарня «Ранок»", "hello@ranok-books.example", "EUR", {
    ...{ country: "Ukraine", countryCode: "UA", city: "Львів" },
  }),
  person("山本設計事務所", "office@yamamoto-sekkei.example", "JPY", {
    ...{ ...JAPAN, city: "大阪市", zip: "530-0001", contact: "山本 葵" },
    tags: key,
  }),
  person("東京湾ダイビング", "dive@tokyobay.example", "JPY", { ...JAPAN, city: "東京都" }),
  person("주식회사 한빛", "contact@hanbit-demo.example", "USD", {
    ...{ country: "South Korea", countryCode: "KR", city: "서울" },
  }),
  person("مكتبة النور", "salam@alnoor-books.example", "KWD", { ...KUWAIT, city: "مدينة الكويت" }),
  person("Gulf Pearl Catering", "orders@gulf-pearl.example", "KWD", {
    ...{ ...KUWAIT, city: "Salmiya", phone: "+965 2255 0177", billingEmail: "accounts@gulf-pearl.example" },
    tags: key,
  }),
  person("חנות הספרים של מירי", "miri@miri-books.example", "USD", {
    ...{ country: "Israel", countryCode: "IL", city: "חיפה" },
  }),
  person("Nguyễn Văn Minh Coffee", "minh@nvm-coffee.example", "USD", {
    ...{ country: "Vietnam", countryCode: "VN", city: "Đà Nẵng" },
  }),
  person("Brightwater Dental Group", "billing@brightwater-dental.example", "USD", {
    ...{
      ...AMERICA,
      city: "Duluth",
      zip: "55802",
      addressLine1: "118 Superior Street",
      contact: "Dr. Amara Okafor",
    },
    tags: key,
  }),
  person("Three Rivers Brewing Co.", "ap@three-rivers-brewing.example", "USD", {
    ...{ ...AMERICA, city: "Pittsburgh", zip: "15222", phone: "+1 412 555 0164" },
  }),
  person("Maple Street Montessori", "office@maple-montessori.example", "USD", {
    ...AMERICA,
    city: "Burlington",
  }),
  person("Jones, Park & Ortiz LLP", "finance@jpo-law.example", "USD", {
    ...{
      ...AMERICA,
      city: "Austin",
      zip: "78701",
      billingEmail: "invoices@jpo-law.example, ap@jpo-law.example",
    },
    tags: late,
  }),
  person("Redwood Trail Outfitters", "hello@redwood-outfitters.example", "USD", {
    ...AMERICA,
    city: "Eureka",
  }),
  person("Västkustens Segel AB", "order@vastkusten-segel.example", "SEK", {
    ...{ ...SWEDEN, city: "Göteborg", zip: "411 04", addressLine1: "Skeppsbron 3", contact: "Åsa Lindqvist" },
  }),
  person("Kaffebönan på Söder", "fika@kaffebonan.example", "SEK", { ...SWEDEN, city: "Stockholm" }),
  person("Norrskens Förskola", "rektor@norrsken-forskola.example", "SEK", { ...SWEDEN, city: "Kiruna" }),
  person("Pemberton Piano Hire", "keys@pemberton-piano.example", "GBP", {
    ...{ ...BRITAIN, city: "Bath", zip: "BA1 1LZ", phone: "+44 117 496 0123" },
  }),
  person("Glasgow Tram Museum", "trustees@tram-museum.example", "GBP", {
    ...{ ...BRITAIN, city: "Glasgow", note: "Charity: no VAT on the guided tours." },
  }),
  person("Cwm Eithin Farm Shop", "siop@cwm-eithin.example", "GBP", { ...BRITAIN, city: "Machynlleth" }),
  person("Café L'Hirondelle", "reservation@hirondelle.example", "EUR", {
    ...{ country: "France", countryCode: "FR", city: "Nantes", zip: "44000", contact: "Chloé Lefèvre" },
  }),
  person("Ferramenta d'Angelo", "ordini@ferramenta-dangelo.example", "EUR", {
    ...{ country: "Italy", countryCode: "IT", city: "Bari", zip: "70121" },
    tags: late,
  }),
  person("Quinta do Mar", "ola@quinta-do-mar.example", "EUR", {
    ...{ country: "Portugal", countryCode: "PT", city: "Setúbal" },
  }),
  person("Zahnärzte am Stadtpark", "praxis@stadtpark-zahn.example", "EUR", {
    ...{ ...GERMANY, city: "Hamburg", zip: "22303", addressLine1: "Südring 30" },
  }),
  person("Anna Kowalska-Schmidt", "anna@kowalska-schmidt.example", "EUR", { ...GERMANY, city: "Görlitz" }),
];
