import { assertEquals } from "@std/assert";
import { parse } from "../read/test_site.ts";

Deno.test("parsePage draws lines as a browser without styles would", async () => {
  const { lines } = await parse("<p>Acme<br>Road <b>7</b></p><table><tr><td>Tel<td>1</table><li>a</li>tail");
  assertEquals(lines.map((line) => line.text), ["Acme", "Road 7", "Tel", "1", "a", "tail"]);
});

Deno.test("parsePage leaves out what is not drawn", async () => {
  const hidden =
    "<script>x</script><style>x</style><template>x</template><p hidden>x</p><noscript>x</noscript>" +
    "<p style='display: none'>x</p><div style='font-size:0'>x</div><!-- x --><svg><text>x</text></svg>";
  assertEquals((await parse(`<p>seen</p>${hidden}`)).lines.map((line) => line.text), ["seen"]);
});

Deno.test("parsePage knows header, main and footer, by element, role and class", async () => {
  const { lines } = await parse(
    `<header>a</header><nav>b</nav><div class="site-footer">c</div><div role=contentinfo>d</div><p>e<footer>f</footer>`,
  );
  assertEquals(lines.map((line) => line.place), ["header", "header", "footer", "footer", "main", "footer"]);
});

Deno.test("parsePage resolves links against the base and drops other schemes", async () => {
  const { links } = await parse(
    `<base href="/de/"><a href="kontakt">K</a><a href="//other.example/x"><img alt=y></a><a href="javascript:x()">J</a>
     <a href="mailto:a@acme.example">M</a><a href="data:text/html,x">D</a><a href="http://[">B</a><a>N</a>`,
  );
  const hrefs = ["https://www.acme.example/de/kontakt", "https://other.example/x", "mailto:a@acme.example"];
  assertEquals(links.map((link) => link.href), hrefs);
});

Deno.test("parsePage finds the real picture behind late loading and image proxies", async () => {
  const { images } = await parse(
    `<img src="data:image/gif;base64,x" data-src="/a.png"><img srcset="/b.png 1x, /c.png 2x">
     <template><img src="/no.png"></template><img src="/_next/image?url=%2Fd.png&w=64"><a href="/"><img src="/e.png" alt=" E " class="Brand-Logo"></a>`,
  );
  const names = images.map((image) => new URL(image.src).pathname);
  assertEquals(names, ["/a.png", "/b.png", "/d.png", "/e.png"]);
  const { alt, context, linksTo } = images[3]!;
  assertEquals([alt, context, linksTo], ["E", "brand-logo", "https://www.acme.example/"]);
});

Deno.test("parsePage reads the head and protected e-mail addresses", async () => {
  const page = await parse(
    `<html lang="de-AT"><title> Acme \n AG </title><meta property="og:site_name" content="Acme"><meta name=Description
     content="Wir&amp;Ihr"><link rel="shortcut icon" href=/i.ico><span data-cfemail="422b2c242d02232f2f">[email]</span>`,
  );
  assertEquals([page.language, page.title], ["de-at", "Acme AG"]);
  assertEquals(page.metas.map(({ name, content }) => `${name}=${content}`), [
    "og:site_name=Acme",
    "description=Wir&Ihr",
  ]);
  assertEquals(page.icons.map((icon) => icon.href), ["https://www.acme.example/i.ico"]);
  assertEquals(page.hiddenEmails.map((each) => each.email), ["info@amm"]);
});

Deno.test("parsePage cleans every text that leaves it", async () => {
  const page = await parse("<title>A\u202ecme</title><p>B\u200bob\u0007</p><a href=/x>C\u{e0041}</a>");
  const texts = [page.title, ...page.lines.map((line) => line.text), page.links[0]!.text];
  assertEquals(texts, ["Acme", "Bob", "C", "C"]);
});
