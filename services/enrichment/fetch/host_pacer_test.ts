import { assertEquals, assertGreaterOrEqual, assertRejects } from "@std/assert";
import { HostPacer } from "./host_pacer.ts";

const NEVER = new AbortController().signal;

Deno.test("HostPacer.run lets one at a time to a host, with the gap between them", async () => {
  const pacer = new HostPacer();
  const spans: { start: number; end: number }[] = [];
  const work = async () => {
    const start = performance.now();
    await Promise.resolve();
    spans.push({ start, end: performance.now() });
  };
  const run = () => pacer.run("example.com", { gapMs: 40, signal: NEVER, work });
  await Promise.all([run(), run(), run()]);
  const gaps = spans.slice(1).map((span, index) => span.start - spans[index]!.end);
  for (const gap of gaps) assertGreaterOrEqual(gap, 38);
});

Deno.test("HostPacer.run does not hold up another host", async () => {
  const pacer = new HostPacer();
  const release = Promise.withResolvers<void>();
  const held = pacer.run("a.example", { gapMs: 0, signal: NEVER, work: () => release.promise });
  const other = await pacer.run("b.example", { gapMs: 0, signal: NEVER, work: () => Promise.resolve("ran") });
  assertEquals(other, "ran");
  release.resolve();
  await held;
});

Deno.test("HostPacer.run that is aborted while waiting never starts and lets nobody overtake", async () => {
  const pacer = new HostPacer();
  const order: string[] = [];
  const release = Promise.withResolvers<void>();
  const controller = new AbortController();
  const first = pacer.run("a.example", { gapMs: 0, signal: NEVER, work: () => release.promise });
  const step = (name: string) => () => Promise.resolve(void order.push(name));
  const second = pacer.run("a.example", { gapMs: 0, signal: controller.signal, work: step("second") });
  const third = pacer.run("a.example", { gapMs: 0, signal: NEVER, work: step("third") });
  controller.abort(new Error("stopped"));
  await assertRejects(() => second, Error, "stopped");
  assertEquals(order, []);
  release.resolve();
  await Promise.all([first, third]);
  assertEquals(order, ["third"]);
});

Deno.test("HostPacer.run goes on after a failure", async () => {
  const pacer = new HostPacer();
  const fail = () => Promise.reject(new Error("broken"));
  await assertRejects(() => pacer.run("a.example", { gapMs: 0, signal: NEVER, work: fail }), Error, "broken");
  const next = pacer.run("a.example", { gapMs: 0, signal: NEVER, work: () => Promise.resolve(1) });
  assertEquals(await next, 1);
});
