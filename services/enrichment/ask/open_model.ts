/** The model of the configuration, if it names one. */
import type { EnrichmentConfig } from "../config.ts";
import { createModel } from "./ask_model.ts";
import type { SecondSource } from "./source.ts";

/** @throws {TypeError} for an endpoint without a model. */
export function openModel(config: EnrichmentConfig): SecondSource | undefined {
  const { ENRICHMENT_MODEL_URL: url, ENRICHMENT_MODEL: model, ENRICHMENT_API_KEY: apiKey } = config;
  if (url === undefined) return undefined;
  if (model === undefined) throw new TypeError("ENRICHMENT_MODEL_URL needs ENRICHMENT_MODEL");
  return createModel({
    endpoint: { url, model, apiKey, maxOutputTokens: config.ENRICHMENT_MODEL_OUTPUT_TOKENS },
    prices: {
      inputUsdPerMillion: config.ENRICHMENT_MODEL_INPUT_PRICE,
      outputUsdPerMillion: config.ENRICHMENT_MODEL_OUTPUT_PRICE,
    },
    caps: {
      run: { tokens: config.ENRICHMENT_MODEL_TOKENS, costUsd: config.ENRICHMENT_MODEL_USD },
      customerDay: {
        tokens: config.ENRICHMENT_MODEL_CUSTOMER_DAY_TOKENS,
        costUsd: config.ENRICHMENT_MODEL_CUSTOMER_DAY_USD,
      },
      teamDay: {
        tokens: config.ENRICHMENT_MODEL_TEAM_DAY_TOKENS,
        costUsd: config.ENRICHMENT_MODEL_TEAM_DAY_USD,
      },
    },
  });
}
