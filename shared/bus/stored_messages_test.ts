import { assert, assertEquals } from "@std/assert";
import { createLog } from "shared/log.ts";
import { hasTestServers, takeTestMesh } from "../../infra/test_mesh.ts";
import {
  connectNats,
  ensureStreams,
  eraseStored,
  findAckFloor,
  findLastSequence,
  findStored,
} from "./mod.ts";

Deno.test({
  name: "stored messages are found by subject and overwritten one by one; sequences and readers stay",
  ignore: !hasTestServers(),
}, async () => {
  await using mesh = await takeTestMesh();
  const { url, users } = mesh.nats;
  const log = createLog({ service: "test", level: "error" });
  const bus = await connectNats({ url, ...users.store_publisher, name: "test", log });
  await ensureStreams(bus, { totalMib: 64 });
  assertEquals([await findLastSequence(bus, "EVENTS"), await findAckFloor(bus, "INGEST", "store")], [0, 0]);
  for (const [index, team] of ["a", "b", "a", "a"].entries()) {
    await bus.publishDurable(`event.${team}.x.y`, new Uint8Array([index]), { messageId: String(index) });
  }
  const find = async (sequence: number, subject = "event.a.>") => {
    const message = await findStored(bus, "EVENTS", { sequence, subject });
    return message && [message.sequence, message.subject, ...message.body];
  };
  assertEquals(await find(2), [3, "event.a.x.y", 2]);
  assertEquals(await find(5), undefined);
  // A second time, as after an interruption.
  for (let n = 0; n < 2; n++) await eraseStored(bus, "EVENTS", 3);
  assertEquals(await find(2), [4, "event.a.x.y", 3]);
  assertEquals([await find(1, "event.b.>"), await findLastSequence(bus, "EVENTS")], [
    [2, "event.b.x.y", 1],
    4,
  ]);
  const headers = { "Nats-Msg-Id": "m", "mesh-actor": "a: b" };
  await bus.publishDurable("event.c.x.y", new Uint8Array(), { messageId: "m", headers });
  const stored = await findStored(bus, "EVENTS", { sequence: 1, subject: "event.c.>" });
  assertEquals(stored?.headers, { "nats-msg-id": "m", "mesh-actor": "a: b" });
  assert(Math.abs(Date.parse(stored!.storedAt) - Date.now()) < 60_000);
  await bus.close();
});
