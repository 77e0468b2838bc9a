import { assertEquals } from "@std/assert";
import { hasTestServers, takeTestMesh } from "../../../infra/test_mesh.ts";
import { connectDatabase } from "./connect.ts";

Deno.test(
  { name: "connectDatabase reads moments as ISO 8601 in UTC", ignore: !hasTestServers() },
  async () => {
    await using mesh = await takeTestMesh();
    const sql = connectDatabase(mesh.databaseUrl, {
      maxConnections: 1,
      statementTimeoutMs: 5_000,
      applicationName: "connect test",
    });
    const moments = {
      "2026-01-20 09:00:00+00": "2026-01-20T09:00:00.000Z",
      "2026-01-20 09:00:00.5+02": "2026-01-20T07:00:00.500Z",
      "2026-01-20 09:00:00.12+00": "2026-01-20T09:00:00.120Z",
      "2026-01-20 09:00:00.123999+00": "2026-01-20T09:00:00.123Z",
      "0999-12-31 23:59:59+00": "0999-12-31T23:59:59.000Z",
    };
    for (const [written, expected] of Object.entries(moments)) {
      const [row] = await sql<{ at: string }[]>`select ${written}::text::timestamptz as at`;
      assertEquals(row!.at, expected);
    }
    await sql.end();
  },
);
