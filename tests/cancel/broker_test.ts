/** The broker is killed or frozen while a run is under way: nothing is promised without it, and nothing lands. */
import { assert, assertEquals } from "@std/assert";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { refusal } from "../../services/store/test_store.ts";
import {
  assertNothingLanded,
  listStates,
  NO_HEARTBEAT,
  openRoom,
  type Room,
  SHORT_LEASE,
} from "./test_room.ts";
import { type OwnBroker, startOwnBroker } from "./test_own_broker.ts";

const ignore = !hasTestServers();
/** What a worker logs when it could not tell its result. */
const IN_VAIN = "the run could not be closed";

function test(name: string, work: (room: Room, broker: OwnBroker) => Promise<void>): void {
  const fn = async () => {
    await using broker = await startOwnBroker();
    await using room = await openRoom(broker.mesh);
    try {
      await work(room, broker);
    } finally {
      // Nobody could say goodbye to a broker that is not there.
      await broker.mend();
    }
  };
  Deno.test({ name, ignore, fn });
}

test(
  "the broker killed: no cancel is promised, the worker stops by itself, a later cancel stands",
  async (room, broker) => {
    const worker = await room.startWorker({ timing: SHORT_LEASE });
    const requested = room.site.requested("/body");
    const run = await room.addRun("/body");
    await requested;
    await broker.kill();
    assertEquals((await refusal(room.cancel(run))).code, "UNAVAILABLE");
    await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0), 5_000);
    await broker.start();
    const answer = await until("an answer", () => room.cancel(run).catch(() => undefined), 20_000);
    assertEquals(answer.status, "cancelled");
    const asked = room.site.requests.length;
    room.site.release();
    await worker.stop();
    assertEquals(room.site.requests.length, asked);
    await assertNothingLanded(room, run);
  },
);

test("the broker killed and started again: the run goes on and ends once", async (room, broker) => {
  const worker = await room.startWorker({ timing: NO_HEARTBEAT });
  const requested = room.site.requested("/body");
  const run = await room.addRun("/body");
  await requested;
  await broker.kill();
  room.site.release();
  // Only then is there something that has to be told again.
  await until(
    "a report in vain",
    () => Promise.resolve(worker.log.some((line) => line.includes(IN_VAIN))),
    10_000,
  );
  await broker.start();
  await until("the end", async () => await room.statusOf(run).catch(() => "") === "succeeded", 30_000);
  await worker.stop();
  assertEquals([room.site.requests, await listStates(room, run)], [["/body"], ["succeeded"]]);
});

test(
  "the broker frozen beyond the lease: the worker stops, and what it says when it thaws is refused",
  async (room, broker) => {
    const worker = await room.startWorker({ timing: SHORT_LEASE });
    const requested = room.site.requested("/body");
    const run = await room.addRun("/body");
    await requested;
    broker.freeze();
    const frozenAt = performance.now();
    await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0), 5_000);
    assert(performance.now() - frozenAt < 5_000);
    await room.expireLease(run);
    broker.thaw();
    const answer = await until("an answer", () => room.cancel(run).catch(() => undefined), 20_000);
    assertEquals(answer.status, "cancelled");
    room.site.release();
    await worker.stop();
    await assertNothingLanded(room, run);
  },
);
