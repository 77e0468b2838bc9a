import { assertEquals } from "@std/assert";
import { addressLabels } from "./address_labels.ts";
import { aSite, readValues } from "./test_site.ts";

Deno.test("addressLabels takes the domain, and on a host of many sites the folder before it", async () => {
  const labels = async (path: string, origin: string) =>
    addressLabels(await aSite({ [path]: "<p>" }, origin));
  assertEquals(await labels("/en/about.html", "https://www.acme.example"), ["acme"]);
  assertEquals(await labels("/acme-tools_old/about.html", "https://jroe.github.io"), ["acme-tools", "jroe"]);
  assertEquals(await labels("/acme.example/", "https://jroe.github.io"), ["acme", "jroe"]);
  assertEquals(await labels("/about.html", "https://acme.github.io"), ["acme"]);
  assertEquals(await labels("/%E0%A4/", "https://jroe.github.io"), ["%E0%A4", "jroe"]);
});

Deno.test("names are found in the title, on top of an address and without what stands around them", async () => {
  const nameOf = async (html: string, origin = "https://jroe.github.io") =>
    (await readValues({ "/x/contact.html": html }, origin)).name;
  assertEquals(await nameOf("<title>Vivolino Tools Oy</title><p>Helsinki"), "Vivolino Tools Oy");
  assertEquals(
    await nameOf(
      "<title>Contact</title><p>Vivolino Private Care,<br>5th Floor, The Grange<br>100 High Street<br>London",
    ),
    "Vivolino Private Care",
  );
  assertEquals(
    await nameOf("<title>De Viverij</title><footer>© 2016 Copyright: Pixel.be</footer>"),
    "De Viverij",
  );
  assertEquals(
    await nameOf("<footer>© 2019 Vivolino Services and its licensors. All rights reserved."),
    "Vivolino Services",
  );
  assertEquals(
    await nameOf("<footer>© The Swan, High Street, Purton, Wiltshire SN5 4AB</footer>"),
    "The Swan",
  );
});

Deno.test("a site without a country of its own is read by its postal codes, and a post box is a street", async () => {
  const page =
    "<title>Vivolino</title><h1>Contact</h1><p>Vivolino<p>PO Box 442<p>Indianola, IA 50125<p>Tel. (515) 669-9136";
  const values = await readValues({ "/x/contact.html": page }, "https://jroe.github.io");
  assertEquals([values.addressLine1, values.city, values.phone], [
    "PO Box 442",
    "Indianola",
    "+1 515 669 9136",
  ]);
});
