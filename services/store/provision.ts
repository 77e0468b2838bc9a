/** Makes teams and their first API key from JSON on standard input; what is there already stays as it is. */
import { z } from "zod";
import { timeZone } from "shared/contract/primitives.ts";
import { createLog } from "shared/log.ts";
import { GRANTABLE_SCOPES } from "shared/scopes.ts";
import { connectDatabase, type Sql } from "./database/connect.ts";
import { readDatabaseUrl } from "./config.ts";
import { upsertApiKey } from "./queries/api_keys.ts";
import { upsertTeam } from "./queries/teams.ts";
import { sha256 } from "./rules/secret_keys.ts";

const order = z.object({
  teams: z.array(z.object({
    id: z.uuid(),
    name: z.string().min(1),
    email: z.string().optional(),
    phone: z.string().optional(),
    addressLines: z.array(z.string()).optional(),
    vatNumber: z.string().optional(),
    paymentDetails: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
    baseCurrency: z.string().optional(),
    timeZone: timeZone.optional(),
    apiKey: z.string().regex(/^mid_[0-9a-f]{64}$/),
    scopes: z.array(z.enum(GRANTABLE_SCOPES)).default(["apis.all"]),
    /** Changes with this key must say which version they mean. */
    isStrict: z.boolean().default(false),
  })),
});

export async function provision(sql: Sql, input: unknown): Promise<void> {
  for (const { apiKey, scopes, isStrict, ...team } of order.parse(input).teams) {
    await upsertTeam(sql, team);
    await upsertApiKey(sql, {
      teamId: team.id,
      name: "first key",
      keyHash: sha256(apiKey),
      scopes,
      isStrict,
    });
  }
}

if (import.meta.main) {
  const log = createLog({ service: "store" });
  const sql = connectDatabase(readDatabaseUrl(), {
    maxConnections: 1,
    statementTimeoutMs: 30_000,
    applicationName: "mesh provision",
  });
  await provision(sql, await new Response(Deno.stdin.readable).json());
  log.info("teams provisioned");
  await sql.end();
}
