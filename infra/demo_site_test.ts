import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_COMPANIES } from "./demo_site/companies.ts";
import { startDemoSite } from "./demo_site.ts";
import { parse } from "../services/enrichment/read/test_site.ts";

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  assertEquals(response.status, 200, url);
  return await response.text();
}

Deno.test("every link of every demo site leads to a page of that site or to a social network", async () => {
  await using site = startDemoSite(0);
  for (const { slug } of DEMO_COMPANIES) {
    const base = `${site.url}${slug}/`;
    for (const page of ["", "about", "contact", "imprint"]) {
      const { links, images } = await parse(await read(base + page), { url: base + page });
      const targets = [...links.map((link) => link.href), ...images.map((image) => image.src)];
      for (const url of targets.filter((target) => target.startsWith(new URL("/", base).href))) {
        assert(url.startsWith(base), url);
        await (await fetch(url)).body?.cancel();
      }
    }
  }
});

Deno.test("a demo site says who it is", async () => {
  await using site = startDemoSite(0);
  const home = await parse(await read(`${site.url}nordlicht/`));
  assertStringIncludes(home.title, "Nordlicht Werkstatt");
  const organization = JSON.parse(home.jsonLd.join());
  assertEquals(organization.address.addressCountry, "DE");
  assertEquals(organization.logo, `${site.url}nordlicht/logo.png`);
  const { lines } = await parse(await read(`${site.url}nordlicht/imprint`));
  const imprint = lines.filter((line) => line.place === "main").map((line) => line.text).join("\n");
  assertStringIncludes(imprint, "USt-IdNr.: DE136695976");
  assertStringIncludes(imprint, "24143 Kiel");
});

Deno.test("the logo is a PNG file", async () => {
  await using site = startDemoSite(0);
  const response = await fetch(`${site.url}nordlicht/logo.png`);
  assertEquals(response.headers.get("content-type"), "image/png");
  const bytes = await response.bytes();
  assertEquals([...bytes.slice(1, 4)], [...new TextEncoder().encode("PNG")]);
  assertEquals(new DataView(bytes.buffer).getUint32(16), 128);
});

Deno.test("there is no robots.txt and nothing else", async () => {
  await using site = startDemoSite(0);
  for (const path of ["robots.txt", "nobody/", "nordlicht/other", "nordlicht/about/more"]) {
    const response = await fetch(site.url + path);
    assertEquals([path, response.status, await response.text()], [path, 404, "not here"]);
  }
});
