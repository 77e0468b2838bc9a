import { assertEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { listRoutes } from "./rest.ts";
import { describeApi } from "./openapi/openapi.ts";
import { readProblem, type StandIns, takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";

const store: StandIns = {
  "customers.update": (input, { headers, reply }) => {
    if (input.name === "taken") throw new OperationError("CONFLICT", "Taken");
    if (headers[HEADERS.dryRun]) reply[HEADERS.dryRun] = "true";
    return { input, isDryRun: headers[HEADERS.dryRun] ?? null };
  },
  // Does not know the wish.
  "customers.delete": (input) => input,
  "customers.get": (input) => input,
};

Deno.test({ name: "dryRun of the query reaches the store as a header, not as input", ignore }, async (t) => {
  await using gateway = await takeTestGateway({ standIns: store });
  const patch = (query: string, body: object = { name: "A" }) =>
    gateway.fetch(`/customers/${ID}${query}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  await t.step("the answer says so", async () => {
    const response = await patch("?dryRun=true");
    assertEquals([response.status, response.headers.get("dry-run")], [200, "true"]);
    assertEquals(await response.json(), { input: { id: ID, name: "A" }, isDryRun: "true" });
  });

  await t.step("absent or false is a real call", async () => {
    for (const query of ["", "?dryRun=false"]) {
      const response = await patch(query);
      assertEquals(response.headers.has("dry-run"), false);
      assertEquals((await response.json()).isDryRun, null);
    }
  });

  await t.step("a refusal is the one of the real call", async () => {
    const response = await patch("?dryRun=true", { name: "taken" });
    assertEquals([response.status, response.headers.get("dry-run")], [409, "true"]);
    await response.body?.cancel();
  });

  await t.step("any other value and any other parameter is refused", async () => {
    for (const [query, pointer] of [["?dryRun=yes", "/dryRun"], ["?dryrun=true", "/dryrun"]] as const) {
      const problem = await readProblem(await patch(query));
      assertEquals([problem.status, problem.errors?.[0]?.pointer], [400, pointer]);
    }
    const read = await readProblem(await gateway.fetch("/customers?dryRun=true"));
    assertEquals([read.status, read.errors?.[0]?.pointer], [400, "/dryRun"]);
  });

  await t.step("a service that did it for real is not called a trial", async () => {
    const response = await gateway.fetch(`/customers/${ID}?dryRun=true`, { method: "DELETE" });
    assertEquals([response.status, response.headers.has("dry-run")], [500, false]);
    await response.body?.cancel();
  });
});

Deno.test("describeApi lists dryRun for exactly the routes that change something", () => {
  const routes = listRoutes();
  const { paths } = describeApi("https://mesh.example", routes) as {
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  };
  for (const { operation, pattern } of routes) {
    const { parameters } = paths[pattern.path]![pattern.method.toLowerCase()]!;
    const isListed = parameters.some((each) => each.in === "query" && each.name === "dryRun");
    assertEquals(isListed, operation.kind === "command", pattern.path);
  }
});
