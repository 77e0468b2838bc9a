import { assertEquals } from "@std/assert";
import { choosePages, roleOf } from "./choose_pages.ts";
import { parse } from "./test_site.ts";

async function chosen(
  links: Readonly<Record<string, string>>,
  url = "https://acme.example/",
): Promise<string[]> {
  const anchors = Object.entries(links).map(([href, text]) => `<a href="${href}">${text}</a>`).join(" ");
  const pages = choosePages(await parse(`<footer>${anchors}</footer>`, { url }));
  return pages.map((page) => page.replace("https://acme.example", ""));
}

Deno.test("choosePages takes the legal notice, contact and about us, in this order", async () => {
  const links = { "/about": "About us", "/shop": "Shop", "/kontakt": "Kontakt", "/impressum": "Impressum" };
  assertEquals(await chosen(links), ["/impressum", "/kontakt", "/about"]);
});

Deno.test("choosePages understands link texts and paths in the target languages", async () => {
  const sites: Record<string, string>[] = [
    { "/mentions-legales": "Mentions légales", "/contactez-nous": "Contact", "/a-propos": "À propos" },
    { "/aviso-legal": "Aviso legal", "/contacto": "Contacto", "/quienes-somos": "Quiénes somos" },
    { "/note-legali": "Note legali", "/contatti": "Contatti", "/chi-siamo": "Chi siamo" },
    { "/colofon": "Colofon", "/contact": "Contact", "/over-ons": "Over ons" },
    { "/juridiskt": "Juridisk information", "/kontakta-oss": "Kontakta oss", "/om-oss": "Om oss" },
    { "/nota-prawna": "Nota prawna", "/kontakt": "Kontakt", "/o-nas": "O nas" },
    { "/aviso-legal": "Aviso legal", "/contato": "Contato", "/quem-somos": "Quem somos" },
    { "/1": "会社概要", "/2": "お問い合わせ", "/3": "私たちについて" },
  ];
  for (const links of sites) assertEquals(await chosen(links), Object.keys(links));
  assertEquals(await chosen({ "/yhteystiedot": "Yhteystiedot", "/meista": "Meistä" }), [
    "/yhteystiedot",
    "/meista",
  ]);
});

Deno.test("choosePages stays on the site and leaves out what is beside the point", async () => {
  const links = {
    "https://other.example/impressum": "Impressum",
    "mailto:kontakt@acme.example": "Kontakt",
    "/": "Kontakt",
    "/#kontakt": "Kontakt",
    "/datenschutz": "Über unsere Daten",
    "/blog/about-cats": "About cats",
    "/kontakt.pdf": "Kontakt",
    "http://user@acme.example/kontakt": "Kontakt",
  };
  assertEquals(await chosen(links), []);
});

Deno.test("choosePages prefers pages below the customer's own path, and none twice", async () => {
  const links = { "/contact": "Contact", "/acme/contact": "Contact", "/acme/contact#form": "Contact form" };
  assertEquals(await chosen(links, "https://acme.example/acme/"), ["/acme/contact", "/contact"]);
});

Deno.test("roleOf goes by the address, then by the title", () => {
  assertEquals(roleOf("https://acme.example/impressum", "Acme"), "legal");
  assertEquals(roleOf("https://acme.example/p/7", "Kontakt | Acme"), "contact");
  assertEquals(roleOf("https://acme.example/p/8", "Acme"), "other");
});
