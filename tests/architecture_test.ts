/** The house rules that a compiler does not see: who may import whom, who keeps which door, and that nothing turns in circles. */
import { assertEquals } from "@std/assert";

const ROOT = new URL("../", import.meta.url);

interface SourceFile {
  /** From the root, such as `services/store/main.ts`. */
  readonly path: string;
  readonly text: string;
  /** Specifiers as written. */
  readonly imports: readonly string[];
}

const files = [
  ...listSources("shared/"),
  ...listSources("services/"),
  ...listSources("infra/"),
  ...listSources("tests/"),
];
const production = files.filter(({ path }) => !isTestCode(path));

Deno.test("a service imports shared/ and its own files, never another service", () => {
  const wrong = edges().filter(([from, to]) =>
    roomOf(from).startsWith("services/") && !isTestCode(from) && roomOf(to) !== roomOf(from) &&
    roomOf(to) !== "shared"
  );
  assertEquals(wrong, []);
});

Deno.test("a path is never the pathname of a module's URL: in a folder with a blank that is no path", () => {
  const wrong = files.filter(({ text }) =>
    /import\.meta\.url\)\.pathname|(?:ROOT\)|FILE|FOLDER)\.pathname/.test(text)
  );
  assertEquals(wrong.map(({ path }) => path), []);
});

Deno.test("shared/ knows no service, and the contract only itself, operations, error codes and codes of the world", () => {
  const outward = edges().filter(([from, to]) =>
    roomOf(from) === "shared" && !isTestCode(from) && roomOf(to) !== "shared"
  );
  assertEquals(outward, []);
  const codes = ["shared/country_code.ts", "shared/currency.ts", "shared/tax_numbers.ts"];
  const allowed = ["shared/operation.ts", "shared/errors.ts", "shared/scopes.ts", ...codes];
  const wrong = edges().filter(([from, to]) =>
    from.startsWith("shared/contract/") && !to.startsWith("shared/contract/") && !allowed.includes(to)
  );
  assertEquals(wrong, []);
});

Deno.test("the bus does not know the contract", () => {
  const wrong = edges().filter(([from, to]) =>
    from.startsWith("shared/bus/") && to.startsWith("shared/contract/")
  );
  assertEquals(wrong.filter(([from]) => !isTestCode(from)), []);
});

/** Where each outside library may be imported, as the beginning of a path. */
const DOORKEEPERS: Record<string, string[]> = {
  "@cf-wasm/photon": ["shared/pictures/draw_picture.ts"],
  "@expo-google-fonts": ["services/portal/pdf/packages.ts"],
  "@myriaddreamin/typst-ts-node-compiler": ["services/portal/pdf/"],
  "@resvg/resvg-wasm": ["shared/pictures/draw_picture.ts"],
  "@std/http": ["services/gateway/answer/", "services/portal/locale.ts"],
  "@trpc/server": ["services/gateway/trpc/"],
  "any-ascii": ["services/store/rules/latin_text.ts"],
  "big.js": ["services/store/rules/money.ts"],
  "cheerio": ["services/enrichment/parse/read_head.ts"],
  "client-zip": ["services/portal/files/archive.ts"],
  "csv-parse": ["services/gateway/customer_files/csv.ts"],
  "currency-codes": ["shared/currency.ts"],
  "eld": ["services/enrichment/read/language/language_tables.ts"],
  "free-email-domains": ["services/enrichment/"],
  "hono": ["services/gateway/app.ts"],
  "i18n-iso-countries": ["services/enrichment/read/", "shared/country_code.ts"],
  "image-size": ["shared/pictures/draw_picture.ts"],
  "ipaddr.js": ["services/enrichment/public_address.ts"],
  "libphonenumber-js": ["services/enrichment/read/", "services/store/rules/phone_number.ts"],
  "nats": ["shared/bus/nats/"],
  "parse5": ["guarded_parse", "html_tree", "quick_tokenizer"].map((file) =>
    `services/enrichment/parse/${file}.ts`
  ),
  "postgres": ["services/store/database/"],
  "prom-client": ["services/gateway/metrics.ts"],
  "standardwebhooks": ["services/store/rules/webhook_message.ts"],
  "stdnum": ["shared/tax_numbers.ts"],
  "superjson": ["services/gateway/trpc/transformer.ts"],
  "tldts": ["services/enrichment/"],
  // Schemas stand wherever something comes in.
  "zod": [""],
};

Deno.test("each outside library has one doorkeeper, or is for tests only", () => {
  const { imports } = JSON.parse(Deno.readTextFileSync(new URL("deno.json", ROOT)));
  for (const library of Object.keys(imports).filter((name) => name !== "shared/")) {
    const name = library.replace(/\/$/, "");
    const importers = production.filter(({ path, imports }) =>
      !/^(infra|tests)\//.test(path) && imports.some((each) => each === name || each.startsWith(`${name}/`))
    ).map(({ path }) => path);
    const [, places] = Object.entries(DOORKEEPERS).find(([known]) => `${name}/`.startsWith(`${known}/`)) ??
      [];
    const strangers = importers.filter((path) => !places?.some((place) => path.startsWith(place)));
    assertEquals(strangers, [], `${library} is imported outside ${places}`);
  }
});

Deno.test("libraries come by their name in the import map", () => {
  const direct = files.filter(({ imports }) => imports.some((each) => /^(npm|jsr|https?):/.test(each)));
  assertEquals(direct.map(({ path }) => path).filter((path) => !path.startsWith("infra/")), []);
});

Deno.test("the environment is read in the config.ts of each service only", () => {
  const readers = production.filter(({ path, text }) =>
    !/^(infra|tests)\//.test(path) && /Deno\.env\b/.test(withoutComments(text))
  );
  const strangers = readers.map(({ path }) => path).filter((path) =>
    !/^services\/[a-z]+\/config\.ts$/.test(path)
  );
  assertEquals(strangers, []);
});

Deno.test("SQL stands in the store's queries, HTTP statuses in the gateway", () => {
  const sql = /\b(select .+ from|insert into|update \w+ set|delete from)\b/s;
  const places =
    /^services\/store\/(queries|migrations|database)\/|^services\/store\/(migrate|provision)\.ts$/;
  const queries = production.filter(({ path, text }) =>
    path.startsWith("services/") && sql.test(templatesOf(text))
  );
  assertEquals(queries.map(({ path }) => path).filter((path) => !places.test(path)), []);
  const responses = production.filter(({ path, text }) =>
    path.startsWith("services/") && !path.startsWith("services/gateway/") &&
    /new Response\(.*status/.test(text)
  );
  assertEquals(responses.map(({ path }) => path), []);
});

Deno.test("nothing imports in a circle", () => {
  const graph = Map.groupBy(edges(), ([from]) => from);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    }
    if (done.has(path)) return;
    for (const [, to] of graph.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  assertEquals(cycles, []);
});

Deno.test("every file says in its first line what lives there", () => {
  const silent = production.filter(({ path, text }) =>
    !/^\/\*\*|^\/\/|^\{/.test(text.trimStart()) && !path.includes("/jsr/")
  );
  assertEquals(silent.map(({ path }) => path), []);
});

Deno.test("no name hides what a file is for", () => {
  const vague = files.map(({ path }) => path).filter((path) =>
    /(^|\/)(utils?|helpers?|common|misc|manager)(\.tsx?|\/)/.test(path)
  );
  assertEquals(vague, []);
});

function listSources(folder: string): SourceFile[] {
  const found: SourceFile[] = [];
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    const path = folder + entry.name;
    if (entry.isDirectory) found.push(...listSources(`${path}/`));
    else if (/\.tsx?$/.test(entry.name)) found.push(readSource(path));
  }
  return found;
}

function readSource(path: string): SourceFile {
  const text = Deno.readTextFileSync(new URL(path, ROOT));
  const code = withoutComments(text);
  const statements = code.matchAll(/^(?:import|export)\s(?:[^;"'`=]*?\bfrom\s+)?["']([^"'\n]+)["']/gm);
  return { path, text, imports: [...statements].map((match) => match[1]!) };
}

/** From file to file, both as paths from the root. */
function edges(): [string, string][] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap((specifier): [string, string][] => {
      if (specifier.startsWith("shared/")) return [[path, specifier]];
      if (!specifier.startsWith(".")) return [];
      return [[path, new URL(specifier, new URL(path, "file:///")).pathname.slice(1)]];
    })
  );
}

function roomOf(path: string): string {
  const [first, second] = path.split("/");
  return first === "services" ? `services/${second}` : first!;
}

function isTestCode(path: string): boolean {
  return /_test\.tsx?$|(^|\/)test_|builders\.ts$/.test(path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** The text inside backticks: the only place where a statement could be written. */
function templatesOf(text: string): string {
  return [...withoutComments(text).matchAll(/sql(?:<[^`]*?>)?`([\s\S]*?)`/g)].map((match) => match[1]).join(
    "\n",
  );
}
