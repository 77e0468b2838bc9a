import { assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import type { Progress } from "shared/contract/enrichment_runs.ts";
import type { Question, SecondSource } from "./ask/source.ts";
import { enrich, type EnrichmentResult, type EnrichOptions } from "./enrich.ts";
import { createFetcher } from "./fetch/fetch_page.ts";
import type { Lookup } from "./fetch/resolve_host.ts";
import { drip, html, picture, redirect, startTestServer, type TestServer } from "./fetch/test_server.ts";

import { anSvg } from "shared/pictures/test_pictures.ts";

const NO_LOOKUP: Lookup = () => Promise.resolve([]);

const HOME = `<!doctype html><html lang="de"><head><title>Nordlicht Segel | Segelmacherei in Kiel</title>
<meta name="description" content="Nordlicht Segel näht Segel, Persenninge und Verdecke nach Maß in Kiel.">
<meta property="og:site_name" content="Nordlicht Segel"><link rel="icon" href="/icon.png"></head><body>
<header><a href="/acme/"><img src="/acme/img/logo.svg" alt="Nordlicht Segel Logo"></a>
<nav><a href="leistungen">Leistungen</a> <a href="ueber-uns">Über uns</a> <a href="kontakt">Kontakt</a></nav></header>
<main><h1>Segel nach Maß</h1><p>Wir nähen seit vielen Jahren Segel für Fahrtensegler und Regattayachten. In unserer
Werkstatt am Hafen entstehen Großsegel, Fock und Spinnaker, und wir reparieren, was der Wind zerrissen hat.</p></main>
<footer><a href="impressum">Impressum</a> <a href="https://www.instagram.com/nordlichtsegel/">Instagram</a>
<a href="https://www.facebook.com/sharer.php?u=x">Teilen</a> © 2026 Nordlicht Segel GmbH</footer></body></html>`;

const IMPRESSUM =
  `<html lang="de"><title>Impressum</title><h1>Impressum</h1><p>Nordlicht Segel GmbH<br>Hafenstraße 7a<br>
24103 Kiel<br>Deutschland</p><p>Telefon: 0431 5601234<br>E-Mail: <a href="mailto:info@nordlicht.example">info@nordlicht.example</a></p>
<p>Geschäftsführerin: Frauke Petersen</p><p>Amtsgericht Kiel, HRB 12345</p><p>USt-IdNr.: DE136695976</p>`;

const SITE = {
  "/acme/": html(HOME),
  "/acme/impressum": html(IMPRESSUM),
  "/acme/kontakt": html("<title>Kontakt</title><p>Rechnungen bitte an rechnung@nordlicht.example</p>"),
  "/acme/ueber-uns": html("<title>Über uns</title><p>Gegründet 1987 von zwei Seglern.</p>"),
  "/acme/img/logo.svg": picture(anSvg(), "image/svg+xml"),
};

interface Run {
  readonly result: EnrichmentResult;
  readonly steps: Progress[];
}

async function run(
  server: TestServer,
  path: string,
  options: Partial<Pick<EnrichOptions, "signal" | "secondSource" | "siteTimeoutMs">> = {},
): Promise<Run> {
  const fetcher = createFetcher({ lookup: NO_LOOKUP, allowFetch: [server.address] });
  const steps: Progress[] = [];
  const contact = { website: server.origin + path, email: null };
  const result = await enrich(contact, {
    fetcher,
    signal: new AbortController().signal,
    ...options,
    onProgress: (step) => steps.push(step),
  });
  return { result, steps };
}

function valuesOf({ result }: Run): Record<string, string> {
  return Object.fromEntries(result.values.map(({ field, value }) => [field, value]));
}

Deno.test("enrich reads a company profile from the home page and three more pages", async () => {
  await using server = startTestServer(SITE);
  const ran = await run(server, "/acme/");
  const { logoUrl, iconUrl, industry: _industry, ...values } = valuesOf(ran);
  assertEquals(values, {
    name: "Nordlicht Segel",
    description: "Nordlicht Segel näht Segel, Persenninge und Verdecke nach Maß in Kiel.",
    instagramUrl: "https://www.instagram.com/nordlichtsegel",
    email: "info@nordlicht.example",
    financeContactEmail: "rechnung@nordlicht.example",
    phone: "+49 431 5601234",
    addressLine1: "Hafenstraße 7a",
    zip: "24103",
    city: "Kiel",
    country: "Germany",
    countryCode: "DE",
    vatNumber: "DE136695976",
    companyNumber: "HRB 12345",
    ceoName: "Frauke Petersen",
    foundedYear: "1987",
    primaryLanguage: "de",
    timezone: "Europe/Berlin",
    headquartersLocation: "Kiel, Germany",
    companyType: "B2C",
  });
  assertEquals([logoUrl, iconUrl], [`${server.origin}/acme/img/logo.svg`, `${server.origin}/icon.png`]);
  assertEquals(ran.result.outcome, "ok");
  const paths = server.arrivals.map((arrival) => arrival.path);
  assertEquals(paths, [
    "/robots.txt",
    "/acme/",
    "/acme/impressum",
    "/acme/kontakt",
    "/acme/ueber-uns",
    "/acme/img/logo.svg",
  ]);
  const { width, height } = ran.result.logo!;
  assertEquals([width, height], [512, 256]);
});

Deno.test("enrich proposes no class that is none", async () => {
  const page = (title: string) => ({
    "/": html(`<html lang="en"><title>${title}</title><h1>${title}</h1><p>We have been here for many years.`),
  });
  await using plumber = startTestServer(page("Plumber and roofing"));
  await using bank = startTestServer(page("Bank and insurance"));
  assertEquals(valuesOf(await run(plumber, "/")).industry, undefined);
  assertEquals(valuesOf(await run(bank, "/")).industry, "Finance");
});

Deno.test("enrich shows evidence that stands on the page it names, and an honest confidence", async () => {
  await using server = startTestServer(SITE);
  const { result } = await run(server, "/acme/");
  const sources: Record<string, string> = { "/acme/": HOME, "/acme/impressum": IMPRESSUM };
  for (const { url, quote, confidence, field } of result.values) {
    const source = sources[new URL(url).pathname];
    const drawn = source?.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");
    if (source) assertEquals([field, source.includes(quote) || drawn!.includes(quote)], [field, true]);
    assertEquals(confidence >= 0.5 && confidence <= 1, true);
  }
  const read = result.pages.map(({ url, status }) => [new URL(url).pathname, status]);
  assertEquals(read[0], ["/acme/", 200]);
});

Deno.test("enrich asks no other host and port for anything that a page names, a base or a picture included", async () => {
  await using inside = startTestServer({ "/": html("secret") });
  const to = inside.origin;
  const lures = `<base href="${to}/"><meta http-equiv="refresh" content="0;url=${to}/refresh">
    <link rel="icon" href="${to}/icon.png"><link rel="stylesheet" href="${to}/x.css"><iframe src="${to}/frame"></iframe>
    <header><a href="/"><img class="logo" alt="logo" src="${to}/logo.png"></a></header>
    <a href="kontakt">Kontakt</a> <a href="${to}/impressum">Impressum</a> <a href="//${inside.address}/ueber-uns">Über uns</a>
    <a href="javascript:fetch('${to}')">Kontakt</a> <a href="data:text/html,Impressum">Impressum</a>
    <a href="file:///etc/passwd">Impressum</a> <a href="http://127.0.0.1:22/impressum">Impressum</a>
    <script type="application/ld+json">{"@type":"Organization","name":"Nordlicht","logo":"${to}/ld.png"}</script>
    <script>location = "${to}/script"</script>`;
  await using server = startTestServer({ "/acme/": html(HOME.replace("<head>", `<head>${lures}`)) });
  const { result } = await run(server, "/acme/");
  assertEquals([result.outcome, inside.arrivals], ["ok", []]);
});

Deno.test("enrich tells its steps in order", async () => {
  await using server = startTestServer(SITE);
  const { steps } = await run(server, "/acme/");
  const told = steps.map(({ step, pagesRead, pagesPlanned }) => `${step} ${pagesRead}/${pagesPlanned}`);
  const fetching = ["fetching 0/1", "fetching 1/4", "fetching 2/4", "fetching 3/4"];
  assertEquals(told, ["planned 0/4", ...fetching, "reading 4/4", "verifying 4/4", "done 4/4"]);
});

Deno.test("enrich cut short by the time for a site keeps what it has read, and says that it is a part", async () => {
  await using server = startTestServer({ ...SITE, "/acme/kontakt": drip() });
  const cutAfter = (siteTimeoutMs: number) => run(server, "/acme/", { siteTimeoutMs });
  const hasComeFar = () => server.arrivals.some(({ path }) => path === "/acme/kontakt");
  let ran = await cutAfter(1_500);
  // A machine that is busy needs more time to come as far as the page that never ends.
  for (let ms = 3_000; ms < 30_000 && !hasComeFar(); ms *= 2) ran = await cutAfter(ms);
  assertEquals([ran.result.outcome, ran.result.message], [
    "partial",
    "Only a part of the website could be read in time.",
  ]);
  assertEquals([valuesOf(ran).zip, ran.result.pages.length], ["24103", 2]);
});

Deno.test("enrich ends with an honest outcome and one sentence that names no address", async () => {
  const nested = `<title>x</title>${"<div>".repeat(100_000)}`;
  await using server = startTestServer({
    "/thin": html('<html lang="en"><title>Acme</title><div id="root"></div>'),
    "/script": html(
      '<html lang="en"><title>Acme</title><div id="root"></div><script src="/app.js"></script>',
    ),
    "/parked": html("<title>acme.example</title><h1>This domain is for sale</h1><p>Call +1 212 555 0123"),
    "/pdf": html("x", { "content-type": "application/pdf" }),
    "/broken": () => new Response("", { status: 404 }),
    "/inside": redirect("http://169.254.169.254/"),
    "/nested": html(nested),
    "/robots.txt": () => new Response("User-agent: *\nDisallow: /secret"),
  });
  const paths = ["/thin", "/script", "/parked", "/pdf", "/broken", "/inside", "/nested", "/secret"];
  const outcomes: string[] = [];
  for (const path of paths) {
    const { result } = await run(server, path);
    outcomes.push(result.outcome);
    assertEquals(/127\.0\.0\.1|169\.254|\d{2,}|error:/i.test(result.message), false);
    if (path !== "/thin" && path !== "/script") assertEquals(result.values, []);
  }
  const expected = [
    "thin",
    "script_only",
    "parked",
    "not_html",
    "gone",
    "unreachable",
    "too_large",
    "blocked_by_robots",
  ];
  assertEquals(outcomes, expected);
});

Deno.test("enrich asks its second source once for what is missing, and tells the rest without it", async () => {
  await using server = startTestServer(SITE);
  const questions: Question[] = [];
  const usage = { requests: 1, inputTokens: 900, outputTokens: 50, costUsd: 0.001 };
  const secondSource: SecondSource = {
    mostSpending: { tokens: 0, costUsd: 0 },
    ask: (question) => {
      questions.push(question);
      const [known] = question.known;
      const value = {
        ...known!,
        field: "employeeCount",
        value: "12",
        confidence: 0.75,
        source: "model" as const,
      };
      return Promise.resolve({ state: "answered", values: [value], usage });
    },
  };
  const without = await run(server, "/acme/");
  const { result } = await run(server, "/acme/", { secondSource });
  const told = ({ result: { values } }: Pick<Run, "result">) =>
    values.map(({ field, value }) => [field, value]);
  assertEquals(told({ result }), [...told(without), ["employeeCount", "12"]]);
  assertEquals([result.answer?.usage, without.result.answer], [usage, undefined]);
  assertEquals([questions.length, questions[0]!.pages.length], [1, 4]);
});

Deno.test("enrich that is stopped while its second source thinks keeps nothing", async () => {
  await using server = startTestServer(SITE);
  const controller = new AbortController();
  const secondSource: SecondSource = {
    mostSpending: { tokens: 0, costUsd: 0 },
    ask: (_question, signal) => {
      const { promise, reject } = Promise.withResolvers<never>();
      signal.addEventListener("abort", () => reject(signal.reason));
      controller.abort(new Error("cancelled"));
      return promise;
    },
  };
  const { result } = await run(server, "/acme/", { signal: controller.signal, secondSource });
  assertEquals([result.outcome, result.values], ["aborted", []]);
});

Deno.test("enrich says the same about a refused and an unreachable website", async () => {
  const fetcher = createFetcher({ lookup: NO_LOOKUP, allowFetch: [] });
  const messageOf = async (website: string) => {
    const { signal } = new AbortController();
    const { outcome, message } = await enrich({ website, email: null }, {
      fetcher,
      signal,
      onProgress: () => {},
    });
    return [outcome, message];
  };
  const told = ["unreachable", "The website could not be read."];
  assertEquals(await messageOf("http://nowhere.example/"), told);
  assertEquals(await messageOf("http://127.0.0.1/"), told);
  assertEquals(await messageOf("javascript:alert(1)"), told);
  assertEquals(await messageOf("http://[::1]:5432/"), told);
});

Deno.test("enrich without website and with a free-mail address reads nothing", async () => {
  const fetcher = createFetcher({ lookup: NO_LOOKUP, allowFetch: [] });
  const { signal } = new AbortController();
  const contact = { website: null, email: "jane.roe@gmail.com" };
  const result = await enrich(contact, { fetcher, signal, onProgress: () => {} });
  assertEquals([result.outcome, result.values], ["no_website", []]);
});

Deno.test("enrich aborted during a further page closes the socket, keeps nothing and asks for nothing more", async () => {
  await using server = startTestServer({ ...SITE, "/acme/impressum": drip() });
  const controller = new AbortController();
  const arriving = server.arrival("/acme/impressum");
  const running = run(server, "/acme/", { signal: controller.signal });
  const { closed } = await arriving;
  using watch = startStopwatch();
  controller.abort(new Error("cancelled"));
  const { result } = await running;
  await closed;
  assertLess(watch.livedMs, 500);
  assertEquals([result.outcome, result.values, result.pages], ["aborted", [], []]);
  assertEquals(server.arrivals.at(-1)?.path, "/acme/impressum");
});

Deno.test("enrich that is aborted before it starts makes no request", async () => {
  await using server = startTestServer(SITE);
  const { result } = await run(server, "/acme/", { signal: AbortSignal.abort(new Error("cancelled")) });
  assertEquals([result.outcome, server.arrivals.length], ["aborted", 0]);
});
