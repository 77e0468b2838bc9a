import { Buffer } from "node:buffer";
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { assertEquals } from "@std/assert";
import { ServerSocket } from "./server_socket.ts";

/** What a server says; the bodies do not matter here. */
const READY = Buffer.from([90, 0, 0, 0, 5, 73]);
const FATAL = Buffer.from([69, 0, 0, 0, 5, 0]);
const TYPES = Buffer.from("Q\0\0\0\x36select b.oid, b.typarray from pg_catalog.pg_type a");
const STATEMENT = Buffer.from("S\0\0\0\x04");
/** As the library writes it. */
const BEGIN = Buffer.from("Q\0\0\0\x0bbegin \0");
/** A statement's text, and what is sent when it is the first of a transaction. */
const TEXT = Buffer.from("Q\0\0\0\x0dselect 1\0");
const TEXT_WITH_BEGIN = Buffer.from("Q\0\0\0\x13begin;select 1\0");
/** Of a statement that is parsed, bound and done. */
const ANSWER_TO_BEGIN = Buffer.from("1\0\0\0\x042\0\0\0\x04C\0\0\0\x0aBEGIN\0");
const ANSWER = Buffer.from("D\0\0\0\x05aZ\0\0\0\x05T");

class FakeLine extends EventEmitter {
  readonly written: string[] = [];
  setKeepAlive(): void {}
  destroy(): void {}
  write(bytes: Buffer): boolean {
    this.written.push(bytes.toString("latin1"));
    return true;
  }
}

/** A socket whose server has let it in, and what it tells the library from then on. */
async function open() {
  const line = new FakeLine();
  const socket = new ServerSocket({
    way: { dial: () => Promise.resolve(line as unknown as Socket), leave: () => {} },
    onBroken: () => {},
    isDispensable: () => false,
    whenServed: () => Promise.resolve(),
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

/** With a `begin` that the library has written, and what it has heard since. */
async function openWithBegin() {
  const { line, socket, told } = await open();
  const heard: string[] = [];
  socket.on("data", (bytes: Buffer) => heard.push(bytes.toString("latin1")));
  socket.write(BEGIN);
  await settle();
  assertEquals(heard.splice(0), ["C\0\0\0\x0aBEGIN\0Z\0\0\0\x05T"]);
  told.length = 0;
  return { line, socket, heard, told };
}

Deno.test("a begin is answered at once, and sent with the first statement", async () => {
  for (let cut = 1; cut <= ANSWER_TO_BEGIN.length; cut++) {
    const { line, socket, heard } = await openWithBegin();
    assertEquals([line.written, socket.isIdle], [[], false]);
    socket.write(STATEMENT);
    assertEquals(line.written.length, 1);
    assertEquals(line.written[0]!.endsWith(STATEMENT.toString("latin1")), true);
    line.emit("data", ANSWER_TO_BEGIN.subarray(0, cut));
    line.emit("data", Buffer.concat([ANSWER_TO_BEGIN.subarray(cut), ANSWER]));
    assertEquals(heard, [ANSWER.toString("latin1")]);
  }
});

Deno.test("a begin before a statement that is a text becomes a part of that", async () => {
  const { line, socket, heard } = await openWithBegin();
  socket.write(TEXT);
  assertEquals(line.written, [TEXT_WITH_BEGIN.toString("latin1")]);
  line.emit("data", Buffer.concat([ANSWER_TO_BEGIN.subarray(10), ANSWER]));
  assertEquals(heard, [ANSWER.toString("latin1")]);
});

Deno.test("a begin that fails breaks the line: nothing is done without a transaction", async () => {
  const { line, socket, told } = await openWithBegin();
  socket.write(STATEMENT);
  line.emit("data", Buffer.concat([FATAL, READY]));
  await settle();
  assertEquals([told, socket.isBroken], [["error", "ready"], true]);
});

Deno.test("a begin behind a statement that is not answered yet waits for the server's own answer", async () => {
  const { line, socket, told } = await open();
  socket.write(TEXT);
  socket.write(TEXT);
  line.emit("data", READY);
  socket.write(BEGIN);
  await settle();
  assertEquals([line.written.length, told], [3, ["ready"]]);
});

Deno.test("a large statement and the commit behind it are sent as one", async () => {
  const { line, socket } = await open();
  const large = Buffer.alloc(2_000, "x");
  await new Promise<void>((resolve) =>
    setImmediate(() => {
      socket.write(large);
      setImmediate(() => resolve(void socket.write(STATEMENT)));
    })
  );
  assertEquals(line.written, [`${large}${STATEMENT}`]);
});
