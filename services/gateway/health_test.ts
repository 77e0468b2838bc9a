import { assertEquals } from "@std/assert";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();

Deno.test({ name: "health: alive, and ready when the mesh answers", ignore }, async (t) => {
  await using gateway = await takeTestGateway({ withoutStore: true });
  const ask = async (path: string) => {
    const response = await gateway.fetch(path, { key: "" });
    return { status: response.status, body: await response.json() };
  };

  await t.step("alone it lives and is not ready", async () => {
    assertEquals(await ask("/health"), { status: 200, body: { status: "ok" } });
    const body = {
      status: "unavailable",
      bus: true,
      services: { store: false, portal: false, enrichment: false },
      missing: ["store", "portal", "enrichment"],
    };
    assertEquals(await ask("/health/ready"), { status: 503, body });
    assertEquals(await ask("/health/dependencies"), { status: 200, body });
  });

  await t.step("with store and portal it is ready, and says that enrichment is missing", async () => {
    await gateway.startService("store");
    await gateway.startService("portal");
    let answer = await ask("/health/ready");
    // Who has not answered within a moment counts as missing; the machine may have stood still in just that.
    const isReady = async () => (answer = await ask("/health/ready")).status === 200;
    await until("readiness", isReady);
    const { status, body } = answer;
    assertEquals([status, body.status, body.services, body.missing], [
      200,
      "degraded",
      { store: true, portal: true, enrichment: false },
      ["enrichment"],
    ]);
  });
});
