/** Who else is asked: a model, a directory, both in turn, or nobody. */
import type { EnrichmentConfig } from "../config.ts";
import { askInTurn } from "./ask_in_turn.ts";
import { openDirectory } from "./open_directory.ts";
import { openModel } from "./open_model.ts";
import type { SecondSource } from "./source.ts";

export function openSources(config: EnrichmentConfig): SecondSource | undefined {
  return askInTurn([openModel(config) ?? [], openDirectory(config) ?? []].flat());
}
