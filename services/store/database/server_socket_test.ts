import { Buffer } from "node:buffer";
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { assertEquals } from "@std/assert";
import { ServerSocket } from "./server_socket.ts";

/** What a server says; the bodies do not matter here. */
const READY = Buffer.from([90, 0, 0, 0, 5, 73]);
const FATAL = Buffer.from([69, 0, 0, 0, 5, 0]);
const TYPES = Buffer.from("select b.oid, b.typarray from pg_catalog.pg_type a");
const STATEMENT = Buffer.from("select 1");

class FakeLine extends EventEmitter {
  setKeepAlive(): void {}
  destroy(): void {}
  write(): boolean {
    return true;
  }
}

/** A socket whose server has let it in, and what it tells the library from then on. */
async function open() {
  const line = new FakeLine();
  const socket = new ServerSocket({
    // The cast: no more of a socket is used here.
    host: { dial: () => Promise.resolve(line as unknown as Socket), giveUp: () => {} },
    onBroken: () => {},
    canBeSpared: () => false,
    whenReservationsServed: () => Promise.resolve(),
  });
  const told: string[] = [];
  await Promise.resolve();
  line.emit("data", READY);
  socket.on("error", () => told.push("error"));
  socket.on("data", (bytes: Buffer) => told.push(bytes[0] === 90 ? "ready" : "data"));
  return { line, socket, told };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

Deno.test("a statement sent after the server's last word fails: it is never taken for one without rows", async () => {
  const { line, socket, told } = await open();
  socket.write(TYPES);
  line.emit("data", READY);
  told.length = 0;
  line.emit("data", FATAL);
  socket.write(STATEMENT);
  line.emit("close");
  await settle();
  assertEquals(told, ["data", "error", "ready"]);
});

Deno.test("the types of arrays, which nobody waits for, are none when the line breaks", async () => {
  const { line, socket, told } = await open();
  socket.write(TYPES);
  line.emit("close");
  await settle();
  assertEquals(told, ["ready", "error", "ready"]);
});

Deno.test("the first statement of a line that was opened anew fails like any other", async () => {
  const { line, socket, told } = await open();
  socket.write(STATEMENT);
  line.emit("close");
  await settle();
  assertEquals(told, ["error", "ready"]);
});

for (
  const { what, bytes, answers } of [
    { what: "the types of arrays", bytes: TYPES, answers: ["ready", "error", "ready"] },
    { what: "a statement", bytes: STATEMENT, answers: ["error", "ready"] },
  ]
) {
  Deno.test(`a line that breaks before anything was sent on it answers what is sent first: ${what}`, async () => {
    const { line, socket, told } = await open();
    line.emit("close");
    await settle();
    assertEquals(told, []);
    socket.write(bytes);
    await settle();
    assertEquals(told, answers);
  });
}
