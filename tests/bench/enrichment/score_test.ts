import { fileURLToPath } from "node:url";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { parseInventedSite } from "./invented_sites.ts";
import { predictSite, type SitePredictions } from "./predict_site.ts";
import { isSameValue } from "./same_value.ts";
import { labelFile, type Labels, scorePredictions } from "./score.ts";
import { openSiteFolder } from "./site_folder.ts";

const SITES = fileURLToPath(new URL("sites", import.meta.url));

Deno.test("predictSite reads our own sites right, whatever their country", async () => {
  const predictions: Record<string, SitePredictions> = {};
  for (const { id, readPages } of await openSiteFolder(SITES)) {
    predictions[id] = await predictSite(await readPages());
  }
  const labels = labelFile.parse(JSON.parse(await Deno.readTextFile(`${SITES}/labels.json`)));
  const score = scorePredictions(predictions, labels);
  const wrong = score.fields.filter((each) => each.f1 < 1).map((each) => each.field);
  assertEquals([wrong, score.inventedPerSite], [[], 0]);
});

const LABELS: Labels = {
  fields: ["name", "city", "ceo"],
  sites: [
    {
      id: "a",
      baseUrl: "https://a.example/",
      labels: { name: ["Acme"], city: ["Kiel"], ceo: null },
      ignore: [],
    },
    {
      id: "b",
      baseUrl: "https://b.example/",
      labels: { name: ["Bolt"], city: ["Bonn"], ceo: null },
      ignore: ["ceo"],
    },
  ],
};

Deno.test("scorePredictions counts a wrong value twice, an invented one once and an ignored field never", () => {
  const score = scorePredictions({
    a: {
      name: { value: "ACME GmbH", confidence: 0.9 },
      city: { value: "Köln", confidence: 0.9 },
      ceo: { value: "Jo Roe", confidence: 0.6 },
    },
    b: { city: { value: "Bonn", confidence: 0.7 }, ceo: { value: "Jo Roe", confidence: 0.99 } },
  }, LABELS);
  const shares = score.fields.map(({ field, precision, recall }) => [field, precision, recall]);
  assertEquals(shares, [["name", 1, 0.5], ["city", 0.5, 0.5], ["ceo", 0, 0]]);
  assertEquals(score.saved, { count: 2, precision: 0.5, shareOfStated: 0.25 });
  assertEquals(score.inventedPerSite, 0.5);
  // Bins: 0.9 twice with one right, 0.6 with none, 0.7 right.
  assertAlmostEquals(score.calibrationError, (2 * 0.4 + 0.6 + 0.3) / 4);
});

Deno.test("isSameValue forgives spelling, not meaning", () => {
  const baseUrl = "https://acme.example/";
  const same: [string, string, string][] = [
    ["name", "Müller & Söhne GmbH", "Mueller & Söhne".replace("ue", "ü")],
    ["description", "We make saws and planes.", "We make saws, planes and vices."],
    ["logoUrl", "https://www.acme.example/_next/image?url=%2Flogo.png&w=64", "/logo.png"],
    ["linkedin", "https://de.linkedin.com/company/acme/?x=1", "company/acme/about"],
    ["twitter", "@Acme", "https://x.com/acme?lang=en"],
    [
      "facebook",
      "https://facebook.com/profile.php?id=123456789",
      "https://www.facebook.com/people/A/123456789",
    ],
    ["youtube", "https://www.youtube.com/c/Acme", "https://youtube.com/@acme/videos"],
    ["phone", "+49 (0)40 123456", "040 123456"],
    ["street", "Lange Straße 3", "Lange Str. 3, Hof"],
    ["vatNumber", "DE136695976", "136 695 976"],
    ["ceo", "Dr. Jo Roe", "Roe, Jo"],
  ];
  const different: [string, string, string][] = [
    ["name", "Acme – tools for all", "Acme"],
    ["description", "Home", "We make saws, planes and vices."],
    ["logoUrl", "/other.png", "/logo.png"],
    ["twitter", "https://x.com/acme", "https://x.com/acme_uk"],
    ["phone", "+49 40 123457", "040 123456"],
    ["street", "Lange Straße 4", "Lange Straße 3"],
    ["city", "Neukiel", "Kiel"],
    ["country", "AT", "DE"],
    ["ceo", "Jo Doe", "Jo Roe"],
  ];
  const judge = ([field, found, stated]: [string, string, string]) =>
    isSameValue(field, { found, stated, baseUrl });
  assertEquals(same.filter((each) => !judge(each)), []);
  assertEquals(different.filter(judge), []);
});

Deno.test("parseInventedSite reads labels, what is ignored, and the pages", async () => {
  const text =
    "base https://acme.example/\nname Acme | Acme Tools\nignore ceo\n--- home /\n<p>One\n--- legal /imprint\n<p>Two";
  const { label, pageCount, readPages } = parseInventedSite("acme", text);
  const [home, legal] = await readPages();
  assertEquals([label.labels.name, label.labels.ceo, label.ignore], [["Acme", "Acme Tools"], null, ["ceo"]]);
  assertEquals([pageCount, home?.url, legal?.url, legal?.html], [
    2,
    "https://acme.example/",
    "https://acme.example/imprint",
    "<p>Two",
  ]);
});
