/** `deno task bench:enrichment [--invented first|second] [--pages DIR --labels FILE] [--passes N]`: how well and how fast sites are read. */
import process from "node:process";
import { parseArgs } from "node:util";
import { printLine } from "../../../infra/dev/print.ts";
import { percentile } from "../measure.ts";
import { type InventedSet, labelsOf, openInventedSites } from "./invented_sites.ts";
import { predictSite, type SitePredictions } from "./predict_site.ts";
import { labelFile, type Labels, type Score, scorePredictions } from "./score.ts";
import { openSiteFolder, type SavedSite } from "./site_folder.ts";

const OWN_SITES = new URL("sites", import.meta.url).pathname;

const { values: flags } = parseArgs({
  options: {
    pages: { type: "string" },
    labels: { type: "string" },
    invented: { type: "string" },
    passes: { type: "string", default: "3" },
  },
});
const { sites, labels } = flags.invented === undefined
  ? await openFolder()
  : await openInvented(flags.invented === "second" ? "second" : "first");
const predictions: Record<string, SitePredictions> = {};
// The first pass fills caches and warms the compiler; it is the one that is scored.
for (const { id, readPages } of sites) predictions[id] = await predictSite(await readPages());
if (labels !== undefined) printScore(scorePredictions(predictions, labels));
await measureSpeed(sites, Number(flags.passes));

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

async function measureSpeed(all: readonly SavedSite[], passes: number): Promise<void> {
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
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(perPageMs, share).toFixed(1));
  const [perSecond, perCpuSecond] = [bestMs, bestCpuMs].map((ms) => (pageCount / ms * 1_000).toFixed(0));
  printLine(
    `\n${pageCount} pages: ${perSecond} pages/s, ${perCpuSecond} a second of the processor (best of ${passes})`,
  );
  printLine(`a page: p50 ${p50} ms, p95 ${p95} ms · memory at most ${(peakBytes / 2 ** 20).toFixed(0)} MiB`);
}

/** Of all threads of this process: on a busy machine the clock says little about the code. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
