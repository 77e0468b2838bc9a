/**
 * `deno task enrich:calibrate [--pages DIR --labels FILE] [--out FILE]`: counts on the invented sites, and on saved ones
 * if given, how often values of each weight are right, and writes the table that the reader uses. What it prints is
 * out of fold: each site's confidences come from the counts of the others.
 */
import { parseArgs } from "node:util";
import { printLine } from "../../../infra/dev/print.ts";
import { typedArgs } from "../../../infra/typed_args.ts";
import { stepOf, type Steps } from "../../../services/enrichment/read/calibrated.ts";
import { INVENTED_SETS, labelsOf, openInventedSites } from "./invented_sites.ts";
import { FIELD_NAMES, ourField, predictSite, type SitePredictions } from "./predict_site.ts";
import { isSameValue } from "./same_value.ts";
import { labelFile, type Labels, scorePredictions } from "./score.ts";
import { openSiteFolder, type SavedSite } from "./site_folder.ts";

const FOLDS = 5;
/** Finer steps would be counts of two or three. */
const WEIGHTS = [0.5, 0.6, 0.7, 0.8, 0.9];
/** The counted sites were looked at while the rules were written: so many values more are assumed. */
const UNSEEN_COUNT = 7;
/** They are right a little more often than the rules' own weight says, which is low with care. */
const UNSEEN_GAIN = 0.15;
const UNSEEN_MOST = 0.9;
/** A lexicon knows its own sites best of all. */
const UNSEEN_CLASS = { count: 40, share: 0.6 };
/** A class is a judgement: it is proposed, and not filled in without asking. */
const MOST_OF_CLASS = 0.84;

interface Site {
  readonly label: Labels["sites"][number];
  /** With the rules' own weights. */
  readonly weighed: SitePredictions;
}

type Table = Readonly<Record<string, Steps>>;

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: { pages: { type: "string" }, labels: { type: "string" }, out: { type: "string" } },
});
const sites = await readSites();
const labels: Labels = { fields: [...FIELD_NAMES], sites: sites.map(({ label }) => label) };
const outOfFold = sites.map((site, index) => {
  const others = sites.filter((_, other) => other % FOLDS !== index % FOLDS);
  return [site.label.id, apply(countTable(others), site.weighed)];
});
const { saved, calibrationError } = scorePredictions(Object.fromEntries(outOfFold), labels);
printLine(`${sites.length} sites, ${FOLDS} folds: calibration error ${calibrationError.toFixed(3)}`);
const share = (saved.shareOfStated * 100).toFixed(0);
printLine(`saved without asking: precision ${saved.precision.toFixed(3)}, ${share} % of what is stated`);
if (flags.out) await Deno.writeTextFile(flags.out, render(countTable(sites)));

async function readSites(): Promise<Site[]> {
  const invented = (await Promise.all(INVENTED_SETS.map(openInventedSites))).flat();
  const found = await weigh(invented, labelsOf(invented));
  if (!flags.pages || !flags.labels) return found;
  const told = labelFile.parse(JSON.parse(await Deno.readTextFile(flags.labels)));
  return [...found, ...await weigh(await openSiteFolder(flags.pages), told)];
}

async function weigh(all: readonly SavedSite[], told: Labels): Promise<Site[]> {
  const weighed: Site[] = [];
  for (const { id, readPages } of all) {
    const label = told.sites.find((each) => each.id === id);
    if (label) weighed.push({ label, weighed: await predictSite(await readPages(), (_, weight) => weight) });
  }
  return weighed;
}

function countTable(counted: readonly Site[]): Table {
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, countField(field, counted)]));
}

function countField(field: string, counted: readonly Site[]): Steps {
  const cells = counted.flatMap(({ label, weighed }) => {
    const found = weighed[field];
    if (!found || label.ignore.includes(field)) return [];
    const { baseUrl } = label;
    const isRight = (label.labels[field] ?? []).some((stated) =>
      isSameValue(field, { found: found.value, stated, baseUrl })
    );
    return [{ weight: found.confidence, isRight }];
  });
  const bins = WEIGHTS.map((from, index) => {
    const inside = cells.filter(({ weight }) => weight >= from && weight < (WEIGHTS[index + 1] ?? Infinity));
    return { from, count: inside.length, right: inside.filter(({ isRight }) => isRight).length };
  });
  const isClass = field === "industry" || field === "companyType";
  const steps = rising(bins.filter(({ count }) => count > 0), isClass ? () => UNSEEN_CLASS : unseenAt);
  return isClass ? steps.map(([from, share]) => [from, Math.min(share, MOST_OF_CLASS)]) : steps;
}

interface Unseen {
  readonly count: number;
  readonly share: number;
}

function unseenAt(weight: number): Unseen {
  return { count: UNSEEN_COUNT, share: Math.min(UNSEEN_MOST, weight + UNSEEN_GAIN) };
}

interface Bin {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}

/** Neighbours that fall where they should rise are counted as one (pool adjacent violators). */
function rising(bins: readonly Bin[], assume: (weight: number) => Unseen): Steps {
  const shareOf = ({ from, right, count }: Bin) => {
    const unseen = assume(from);
    return (right + unseen.count * unseen.share) / (count + unseen.count);
  };
  const pooled: Bin[] = [];
  for (const bin of bins) {
    pooled.push(bin);
    while (pooled.length > 1 && shareOf(pooled.at(-2)!) >= shareOf(pooled.at(-1)!)) {
      const [a, b] = pooled.splice(-2) as [Bin, Bin];
      pooled.push({ from: a.from, count: a.count + b.count, right: a.right + b.right });
    }
  }
  return pooled.map((bin) => [bin.from, Math.round(shareOf(bin) * 1_000) / 1_000]);
}

function apply(table: Table, weighed: SitePredictions): SitePredictions {
  return Object.fromEntries(
    Object.entries(weighed).map(([field, { value, confidence }]) => [
      field,
      { value, confidence: stepOf(table[field], confidence) ?? confidence },
    ]),
  );
}

function render(table: Table): string {
  const rows = Object.entries(table).filter(([, steps]) => steps.length > 0).map(([field, steps]) => {
    const written = steps.map(([from, right]) => `[${from}, ${right}]`).join(", ");
    return `  ${ourField(field)}: [${written}],`;
  });
  return [
    "/** Written by `deno task enrich:calibrate`: from a weight on, the share of right values. */",
    "export const CALIBRATION: Readonly<Record<string, readonly (readonly [from: number, share: number])[]>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}
