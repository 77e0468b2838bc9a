import { assertEquals } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { takeTestGateway, until } from "./test_gateway.ts";

const ignore = !hasTestServers();

Deno.test({ name: "health: alive, and ready when the mesh answers", ignore }, async (t) => {
  await using gateway = await takeTestGateway({ withoutStore: true });
  const ask = async (path: string) => {
    const response = await gateway.fetch(path, { key: "" });
    return { status: response.status, body: await response.json() };
  };
  const untilStatus = (status: string) =>
    until(status, async () => (await ask("/health/dependencies")).body.status === status);

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
    await untilStatus("degraded");
    const { status, body } = await ask("/health/ready");
    assertEquals([status, body.services, body.missing], [
      200,
      { store: true, portal: true, enrichment: false },
      ["enrichment"],
    ]);
  });
});
