/** The directory of the configuration, if there is a key for it. */
import type { EnrichmentConfig } from "../config.ts";
import { createDirectory } from "./ask_directory.ts";
import type { SecondSource } from "./source.ts";

export function openDirectory(config: EnrichmentConfig): SecondSource | undefined {
  const { COMPANYENRICH_API_KEY: apiKey, COMPANYENRICH_URL: url } = config;
  if (apiKey === undefined) return undefined;
  return createDirectory({
    directory: { url, apiKey },
    priceUsd: config.COMPANYENRICH_USD,
    caps: {
      customerDayUsd: config.COMPANYENRICH_CUSTOMER_DAY_USD,
      teamDayUsd: config.COMPANYENRICH_TEAM_DAY_USD,
    },
  });
}
