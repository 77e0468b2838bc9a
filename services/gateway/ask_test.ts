import { assertEquals } from "@std/assert";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { listen, takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";
const path = `/customers/${ID}`;

Deno.test({ name: "ask: a thousand finished requests send no control message", ignore }, async () => {
  await using gateway = await takeTestGateway({ standIns: { "customers.getById": () => ({}) } });
  const controls = await listen(gateway.operator, "control.>");
  for (let round = 0; round < 50; round++) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.fetch(path)));
    for (const answer of answers) assertEquals(await answer.json(), {});
  }
  await gateway.operator.flush();
  assertEquals(controls.length, 0);
});

Deno.test({ name: "ask: a client that hangs up sends one, and the work stops", ignore }, async () => {
  const started = Promise.withResolvers<string>();
  const stopped = Promise.withResolvers<void>();
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.getById": (_, { signal, requestId }) => {
        started.resolve(requestId);
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            stopped.resolve();
            reject(signal.reason);
          });
        });
      },
    },
  });
  const controls = await listen(gateway.operator, "control.>");
  const client = new AbortController();
  const answer = gateway.fetch(path, { signal: client.signal }).catch(() => "hung up");
  const requestId = await started.promise;
  client.abort();
  assertEquals(await answer, "hung up");
  await stopped.promise;
  await until("the request is logged", () => gateway.log.some(({ status }) => status === 499));
  await until("the message", () => controls.length > 0);
  await gateway.operator.flush();
  assertEquals(controls.map(({ subject }) => subject), [`control.request.${requestId}`]);
});
