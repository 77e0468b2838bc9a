import { assert, assertEquals } from "@std/assert";
import { ERROR_KINDS } from "shared/errors.ts";
import { listFileRoutes } from "../customer_files/routes.ts";
import { listRoutes } from "../rest.ts";
import { describeApi } from "./openapi.ts";

const routes = [...listRoutes(), ...listFileRoutes()];
// deno-lint-ignore no-explicit-any -- read as a stranger's tool would read it
const api = JSON.parse(JSON.stringify(describeApi("https://mesh.example", routes))) as any;

// `/trpc` is left out with a reason: a tRPC client reads types, and one path for all procedures would tell nothing.
Deno.test("describeApi describes every route of the REST door, and nothing else", () => {
  const described = Object.entries<object>(api.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
  );
  const answered = routes.map(({ pattern: { method, path } }) => `${method} ${path}`);
  assertEquals(described.toSorted(), answered.toSorted());
  assert(api.info.description.includes("`/trpc`"));
});

Deno.test("describeApi names operations as the contract does, each once", () => {
  const ids = routes.map(({ pattern }) => operationAt(pattern).operationId);
  assertEquals(new Set(ids).size, ids.length);
  assertEquals(operationAt({ method: "GET", path: "/customers/{id}" }).operationId, "customers.getById");
  assertEquals(operationAt({ method: "PATCH", path: "/customers/{id}" }).operationId, "customers.update");
  assertEquals(operationAt({ method: "PUT", path: "/customers/{id}" }).operationId, "customers.update.put");
});

Deno.test("describeApi: each part of an input is in the path, the query or the body", () => {
  const list = operationAt({ method: "GET", path: "/customers" });
  const names = list.parameters.map((each: { in: string; name: string }) => `${each.in} ${each.name}`);
  assertEquals(names.slice(0, 4), ["query q", "query sort", "query cursor", "query pageSize"]);
  assert(names.includes("query hasOverdue"));
  assertEquals(list.security, [{ apiKey: [] }]);
  const update = operationAt({ method: "PATCH", path: "/customers/{id}" });
  const { schema } = update.requestBody.content["application/json"];
  assertEquals(update.parameters[0].in, "path");
  assert(!("id" in schema.properties) && "name" in schema.properties);
  assertEquals(operationAt({ method: "POST", path: "/customers/{id}/enrichment" }).requestBody, undefined);
  const removal = operationAt({ method: "DELETE", path: "/customers/{id}" });
  assertEquals(removal.requestBody, undefined);
  assertEquals([removal.parameters[1].in, removal.parameters[1].name], ["query", "force"]);
});

Deno.test("describeApi: every answer has a form, errors are problems, documents have their type", () => {
  for (const { operation, pattern } of routes) {
    const { responses } = operationAt(pattern);
    assert(responses["200"] ?? responses["201"] ?? responses["202"], pattern.path);
    const byKey = operation.kind === "command" ? ["409", "422"] : [];
    const byVersion = operation.errors?.includes("STALE") ? ["412", "428"] : [];
    for (const status of ["400", "429", "500", "503", "504", ...byKey, ...byVersion]) {
      assertEquals(
        responses[status].content["application/problem+json"].schema.$ref,
        "#/components/schemas/Problem",
      );
    }
  }
  const pdf = operationAt({ method: "GET", path: "/p/{portalId}/invoices/{invoiceId}.pdf" });
  assertEquals([Object.keys(pdf.responses["200"].content), pdf.security], [["application/pdf"], []]);
  assertEquals(Object.keys(pdf.responses["404"].content), ["application/problem+json", "text/html"]);
  assertEquals(api.components.schemas.Problem.properties.reason.enum, Object.keys(ERROR_KINDS));
});

Deno.test("describeApi tells the older form of an answer too, where one parameter asks for it", () => {
  const { parameters, responses } = operationAt({ method: "GET", path: "/invoices/summary" });
  assert(parameters.some(({ name }: { name: string }) => name === "status"));
  const [present, other] = responses["200"].content["application/json"].schema.oneOf;
  assertEquals([present.type, other.type], ["object", "array"]);
  assertEquals(other.items, present.properties.totals.items);
  assert(other.description.includes("`status`"));
});

Deno.test("describeApi tells where Midday's SDKs are answered in another way", () => {
  const told = [["GET", "/invoices"], ["GET", "/invoices/{id}"], ["PATCH", "/invoices/{id}"], [
    "POST",
    "/tags",
  ]];
  for (const [method = "", path = ""] of [...told, ["DELETE", "/tags/{id}"]]) {
    assert(operationAt({ method, path }).description.includes("Midday's SDKs"), path);
  }
});

Deno.test("describeApi points to nothing that is not there", () => {
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  assertEquals([...new Set(references)], ["#/components/schemas/Problem"]);
  assert(!JSON.stringify(api.paths).includes("$schema"));
});

function operationAt({ method, path }: { method: string; path: string }) {
  return api.paths[path][method.toLowerCase()];
}
