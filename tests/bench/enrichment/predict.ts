/** `deno task enrich:predict --pages DIR --out FILE`: what the rules find on saved sites, in the scorer's format. */
import { parseArgs } from "node:util";
import { printLine } from "../../../infra/dev/print.ts";
import { typedArgs } from "../../../infra/typed_args.ts";
import { predictSite, type SitePredictions } from "./predict_site.ts";
import { openSiteFolder } from "./site_folder.ts";

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: { pages: { type: "string" }, out: { type: "string" } },
});
if (!flags.pages || !flags.out) {
  printLine("usage: deno task enrich:predict --pages DIR --out predictions.json");
  Deno.exit(2);
}

const predictions: Record<string, SitePredictions> = {};
for (const { id, readPages } of await openSiteFolder(flags.pages)) {
  predictions[id] = await predictSite(await readPages());
}
await Deno.writeTextFile(flags.out, JSON.stringify(predictions, null, 2) + "\n");
printLine(`${Object.keys(predictions).length} sites → ${flags.out}`);
