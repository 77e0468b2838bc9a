import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const TOKEN = "a token of sixteen";

Deno.test(
  { name: "GET /metrics counts requests by route, and what each service has answered", ignore },
  async () => {
    await using gateway = await takeTestGateway({ metricsToken: TOKEN });
    for (const path of ["/health", "/health", "/p/a-secret-link", "/no/such/path"]) {
      await (await gateway.fetch(path)).body?.cancel();
    }
    await (await gateway.fetch("/health", { method: "BREW" })).body?.cancel();
    const response = await gateway.fetch("/metrics", { key: TOKEN });
    const text = await response.text();
    assertEquals(response.status, 200);
    assertStringIncludes(response.headers.get("content-type")!, "text/plain; version=0.0.4");
    for (
      const line of [
        `mesh_http_requests_total{method="GET",route="/health",status="200"} 2`,
        `mesh_http_requests_total{method="GET",route="none",status="404"} 1`,
        `mesh_http_requests_total{method="other",route="none",status="405"} 1`,
        `mesh_http_request_seconds_count{method="GET",route="/health"} 2`,
      ]
    ) assertStringIncludes(text, line);
    assertMatch(
      text,
      /^mesh_operation_requests_total\{service="store",instance="[\w-]+",operation="customers\.get"\} 0$/m,
    );
    assertEquals(text.includes("a-secret-link"), false);
  },
);

Deno.test({ name: "GET /metrics is for whoever knows its token", ignore }, async (t) => {
  const ask = async (metricsToken: string | undefined, key: string | undefined) => {
    await using gateway = await takeTestGateway({
      ...(metricsToken && { metricsToken }),
      withoutStore: true,
    });
    const response = await gateway.fetch("/metrics", key === undefined ? {} : { key });
    await response.body?.cancel();
    return response.status;
  };
  await t.step("an API key does not open it", async () => assertEquals(await ask(TOKEN, undefined), 401));
  await t.step("nor nothing", async () => assertEquals(await ask(TOKEN, ""), 401));
  await t.step(
    "without a token there is no such page",
    async () => assertEquals(await ask(undefined, TOKEN), 404),
  );
});
