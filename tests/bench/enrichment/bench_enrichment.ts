/** `deno task bench:enrichment [--invented first|second|third|fourth] [--pages DIR --labels FILE] [--passes N --record]`: how well and how fast sites are read. */
import { fileURLToPath } from "node:url";
import process from "node:process";
import { parseArgs } from "node:util";
import { printLine } from "../../../infra/dev/print.ts";
import { typedArgs } from "../../../infra/typed_args.ts";
import { percentile } from "../measure.ts";
import { recordSection } from "../record_section.ts";
import { INVENTED_SETS, type InventedSet, labelsOf, openInventedSites } from "./invented_sites.ts";
import { predictSite, type SitePredictions } from "./predict_site.ts";
import { describeSpeed, renderSpeed, type Speed } from "./reading_speed.ts";
import { labelFile, type Labels, type Score, scorePredictions } from "./score.ts";
import { openSiteFolder, type SavedSite } from "./site_folder.ts";

const OWN_SITES = fileURLToPath(new URL("sites", import.meta.url));

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: {
    pages: { type: "string" },
    labels: { type: "string" },
    invented: { type: "string" },
    passes: { type: "string", default: "3" },
    record: { type: "boolean", default: false },
  },
});
const { sites, labels } = flags.invented === undefined
  ? await openFolder()
  : await openInvented(INVENTED_SETS.find((set) => set === flags.invented) ?? "first");
const predictions: Record<string, SitePredictions> = {};
// The first pass fills caches and warms the compiler; it is the one that is scored.
for (const { id, readPages } of sites) predictions[id] = await predictSite(await readPages());
if (labels !== undefined) printScore(scorePredictions(predictions, labels));
const speed = await measureSpeed(sites, Number(flags.passes));
printLine(`\n${renderSpeed(speed)}`);
if (flags.record) await recordSection("Reading speed", describeSpeed(speed, Number(flags.passes)));

async function openInvented(set: InventedSet): Promise<{ sites: readonly SavedSite[]; labels: Labels }> {
  const invented = await openInventedSites(set);
  return { sites: invented, labels: labelsOf(invented) };
}

async function openFolder(): Promise<{ sites: readonly SavedSite[]; labels: Labels | undefined }> {
  const file = flags.labels ?? (flags.pages === undefined ? `${OWN_SITES}/labels.json` : undefined);
  const labels = file === undefined ? undefined : labelFile.parse(JSON.parse(await Deno.readTextFile(file)));
  return { sites: await openSiteFolder(flags.pages ?? OWN_SITES), labels };
}

function printScore(score: Score): void {
  printLine(`${"field".padEnd(15)}${["stated", "P", "R", "F1"].map((head) => head.padStart(8)).join("")}`);
  for (const { field, stated, precision, recall, f1 } of score.fields) {
    const numbers = [String(stated), ...[precision, recall, f1].map((each) => each.toFixed(3))];
    printLine(field.padEnd(15) + numbers.map((text) => text.padStart(8)).join(""));
  }
  const groups = Object.entries(score.groups).map(([group, f1]) => `${group} ${f1.toFixed(3)}`);
  printLine(
    `\nmacro F1 over ${score.fields.length} fields of ${score.sites} sites: ${score.macroF1.toFixed(3)}`,
  );
  printLine(groups.join(" · "));
  const { count, precision, shareOfStated } = score.saved;
  const share = `${(shareOfStated * 100).toFixed(0)} % of what is stated`;
  printLine(`saved without asking: ${count} values, precision ${precision.toFixed(3)}, ${share}`);
  printLine(`invented a site: ${score.inventedPerSite.toFixed(2)}`);
  printLine(`calibration error: ${score.calibrationError.toFixed(3)}`);
}

/** Every page parsed once, and its site read: all on this thread. */
async function measureSpeed(all: readonly SavedSite[], passes: number): Promise<Speed> {
  const pageCount = all.reduce((sum, site) => sum + site.pageCount, 0);
  const perPageMs: number[] = [];
  let [bestMs, bestCpuMs, peakBytes] = [Infinity, Infinity, 0];
  for (let pass = 0; pass < passes; pass++) {
    let [passMs, passCpuMs] = [0, 0];
    for (const { readPages } of all) {
      const pages = await readPages();
      const [start, startCpu] = [performance.now(), cpuMs()];
      await predictSite(pages);
      passCpuMs += cpuMs() - startCpu;
      const siteMs = performance.now() - start;
      passMs += siteMs;
      perPageMs.push(...pages.map(() => siteMs / pages.length));
      peakBytes = Math.max(peakBytes, Deno.memoryUsage().rss);
    }
    bestMs = Math.min(bestMs, passMs);
    bestCpuMs = Math.min(bestCpuMs, passCpuMs);
  }
  const [p50Ms, p95Ms] = [percentile(perPageMs, 0.5), percentile(perPageMs, 0.95)];
  const perSecond = pageCount / bestMs * 1_000;
  return {
    pageCount,
    perSecond,
    perCpuSecond: pageCount / bestCpuMs * 1_000,
    p50Ms,
    p95Ms,
    peakMiB: peakBytes / 2 ** 20,
  };
}

/** Of all threads of this process: on a busy machine the clock says little about the code. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
