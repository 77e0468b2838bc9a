/**
 * `deno task enrich:compare [--pages DIR --labels FILE]`: whether a small trained classifier names industry and kind of company
 * better than the rules do. Naive Bayes over beginnings of words, trained on the invented sites and on the rules' own words for
 * each branch, and judged by five folds; saved sites, if given, are judged only. All texts trained on are ours.
 */
import { parseArgs } from "node:util";
import { printLine } from "../../../infra/dev/print.ts";
import { typedArgs } from "../../../infra/typed_args.ts";
import { parsePage } from "../../../services/enrichment/parse/parse_page.ts";
import { metaOf, type ParsedPage } from "../../../services/enrichment/parse/parsed_page.ts";
import { BRANCHES } from "../../../services/enrichment/read/class/branches.ts";
import { foldWords } from "../../../services/enrichment/read/class/class_words.ts";
import { INVENTED_SETS, labelsOf, openInventedSites } from "./invented_sites.ts";
import { predictSite } from "./predict_site.ts";
import { labelFile, type Labels } from "./score.ts";
import { openSiteFolder, type SavedSite } from "./site_folder.ts";

const FOLDS = 5;
const PREFIX_CHARS = 6;
const MAX_BODY_CHARS = 20_000;
const FIELDS = ["industry", "companyType"] as const;
type Field = typeof FIELDS[number];

interface Example {
  readonly features: readonly string[];
  readonly answers: Readonly<Record<Field, readonly string[]>>;
  readonly byRules: Readonly<Record<Field, string | undefined>>;
}

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: { pages: { type: "string" }, labels: { type: "string" } },
});
for (const set of INVENTED_SETS) {
  const own = await readInvented(set);
  const others = (await Promise.all(INVENTED_SETS.filter((each) => each !== set).map(readInvented))).flat();
  report(`invented, ${set} (${own.length})`, own, (index) => [
    ...others,
    ...own.filter((_, other) => other % FOLDS !== index % FOLDS),
  ]);
}
if (flags.pages && flags.labels) {
  const labels = labelFile.parse(JSON.parse(await Deno.readTextFile(flags.labels)));
  const saved = await toExamples(await openSiteFolder(flags.pages), labels);
  const all = (await Promise.all(INVENTED_SETS.map(readInvented))).flat();
  report(`saved (${saved.length})`, saved, () => all);
}

async function readInvented(set: typeof INVENTED_SETS[number]): Promise<Example[]> {
  const sites = await openInventedSites(set);
  return toExamples(sites, labelsOf(sites));
}

async function toExamples(sites: readonly SavedSite[], labels: Labels): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { id, readPages } of sites) {
    const label = labels.sites.find((each) => each.id === id);
    const pages = await readPages();
    const [home] = pages;
    if (!label || !home) continue;
    const rules = await predictSite(pages);
    const answersOf = (field: Field) => label.ignore.includes(field) ? [] : label.labels[field] ?? [];
    examples.push({
      features: featuresOf(await parsePage(home, new AbortController().signal)),
      answers: { industry: answersOf("industry"), companyType: answersOf("companyType") },
      byRules: { industry: rules.industry?.value, companyType: rules.companyType?.value },
    });
  }
  return examples;
}

function featuresOf(page: ParsedPage): string[] {
  const headings = page.lines.filter(({ tag }) => /^h[1-3]$/.test(tag)).map(({ text }) => text).join(" ");
  const body = page.lines.map(({ text }) => text).join(" ").slice(0, MAX_BODY_CHARS);
  const told = `${page.title} ${metaOf(page, "description")}`;
  return beginnings(`${told} ${told} ${told} ${headings} ${body}`);
}

function beginnings(text: string): string[] {
  return foldWords(text).filter((word) => word.length > 3).map((word) => word.slice(0, PREFIX_CHARS));
}

type Classify = (features: readonly string[]) => string | undefined;

function train(examples: readonly Example[], field: Field): Classify {
  const documents = [
    ...examples.flatMap(({ features, answers }) =>
      answers[field].slice(0, 1).map((value) => ({ value, features }))
    ),
    ...BRANCHES.map(([industry, companyType, words]) => ({
      value: field === "industry" ? industry : companyType,
      features: beginnings(words.replaceAll("_", " ")),
    })),
  ];
  const known = new Set(documents.flatMap(({ features }) => features));
  const classes = [...Map.groupBy(documents, ({ value }) => value)].map(([value, members]) => {
    const counts = new Map<string, number>();
    for (const feature of members.flatMap(({ features }) => features)) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0) + known.size;
    return { value, prior: Math.log(members.length / documents.length), counts, total };
  });
  return (features) => {
    const heard = features.filter((feature) => known.has(feature));
    if (heard.length === 0) return undefined;
    const scored = classes.map(({ value, prior, counts, total }) => ({
      value,
      points: heard.reduce((sum, each) => sum + Math.log(((counts.get(each) ?? 0) + 1) / total), prior),
    }));
    return scored.sort((a, b) => b.points - a.points)[0]?.value;
  };
}

function report(
  name: string,
  judged: readonly Example[],
  trainOn: (index: number) => readonly Example[],
): void {
  for (const field of FIELDS) {
    const folds = Array.from({ length: FOLDS }, (_, fold) => train(trainOn(fold), field));
    const kinds: Record<string, (example: Example, index: number) => string | undefined> = {
      "rules": ({ byRules }) => byRules[field],
      "trained": ({ features }, index) => folds[index % FOLDS]!(features),
      "rules, else trained": ({ byRules, features }, index) =>
        byRules[field] ?? folds[index % FOLDS]!(features),
    };
    const scores = Object.entries(kinds).map(([kind, classify]) =>
      `${kind} ${f1Of(judged, field, classify)}`
    );
    printLine(`${name.padEnd(24)} ${field.padEnd(12)} ${scores.join(" · ")}`);
  }
}

function f1Of(
  judged: readonly Example[],
  field: Field,
  classify: (example: Example, index: number) => string | undefined,
): string {
  const cells = judged.map((example, index) => ({
    answers: example.answers[field],
    found: classify(example, index),
  }))
    .filter(({ answers }) => answers.length > 0);
  const right = cells.filter(({ answers, found }) => found !== undefined && answers.includes(found)).length;
  const given = cells.filter(({ found }) => found !== undefined).length;
  return (2 * right / (given + cells.length)).toFixed(3);
}
