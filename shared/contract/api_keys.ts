/** API keys: the gateway asks by hash, so the key itself never travels on. */
import { z } from "zod";
import { domain, query } from "shared/operation.ts";
import { uuid } from "./primitives.ts";

export const apiKeys = domain("apiKeys", "store", {
  authenticate: query({
    summary: "Whose key this is and what it may do; null when unknown, expired or revoked",
    scope: "system",
    input: z.object({ keyHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.object({
      keyId: uuid,
      teamId: uuid,
      scopes: z.array(z.string()),
      expiresAt: z.string().nullable(),
      /** Its changes must say which version they mean. */
      isStrict: z.boolean(),
    }).nullable(),
  }),
});
