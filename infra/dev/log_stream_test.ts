import { assertEquals } from "@std/assert";
import { createLogStream } from "./log_stream.ts";

function collect() {
  const lines: string[] = [];
  return { lines, stream: createLogStream((line) => lines.push(line), false) };
}

Deno.test("a service's log line is shown with clock, level and fields", () => {
  const { lines, stream } = collect();
  const entry = {
    time: "2026-01-02T03:04:05.678Z",
    level: "warn",
    service: "store",
    msg: "slow",
    ms: 7,
    what: "a b",
  };
  stream.ofService("store")(JSON.stringify(entry));
  assertEquals(lines, ['store      WARN 03:04:05.678 slow ms=7 what="a b"']);
});

Deno.test("what is no log line is shown as it is, but cannot steer the terminal", () => {
  const { lines, stream } = collect();
  stream.ofService("portal")("error: Uncaught \u001b[2Jboom");
  stream.ofService("portal")('{"half":');
  stream.ofService("portal")("");
  const entry = { level: "info", msg: "name", name: "\u001b[2J" };
  stream.ofService("portal")(JSON.stringify(entry));
  assertEquals(lines, [
    "portal     error: Uncaught  [2Jboom",
    'portal     {"half":',
    'portal     name name="\\u001b[2J"',
  ]);
});

Deno.test("everyday lines can be left out for a while, warnings and crashes cannot", async () => {
  const { lines, stream } = collect();
  const store = stream.ofService("store");
  const time = "2026-01-02T03:04:05.678Z";
  await stream.withoutEveryday(() => {
    store(JSON.stringify({ time, level: "info", msg: "request" }));
    store(JSON.stringify({ time, level: "warn", msg: "slow" }));
    store("error: Uncaught");
    return Promise.resolve();
  });
  store(JSON.stringify({ time, level: "info", msg: "again" }));
  assertEquals(lines, [
    "store      WARN 03:04:05.678 slow",
    "store      error: Uncaught",
    "store      03:04:05.678 again",
  ]);
});

Deno.test("of a server only warnings and worse are shown", () => {
  const { lines, stream } = collect();
  stream.ofServer("nats")("[7] 2026/01/02 03:04:05.000000 [INF] Server is ready");
  stream.ofServer("nats")("[7] 2026/01/02 03:04:05.000000 [ERR] no disk");
  stream.ofServer("postgres")("LOG:  checkpoint");
  stream.ofServer("postgres")("FATAL:  no disk");
  stream.ofServer("postgres")("STATEMENT:  select 1");
  assertEquals(lines, ["nats       ERROR no disk", "postgres   ERROR no disk"]);
});
