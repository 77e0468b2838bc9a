import { createSocket } from "node:dgram";
import { once } from "node:events";
import { assertEquals, assertLess, assertRejects, assertThrows } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { FetchFailure } from "../outcome.ts";
import { parseAllowList } from "./allow_list.ts";
import { createLookup, type Lookup, resolveHost } from "./resolve_host.ts";
import { REFUSED_ANSWERS } from "./test_hostile_answers.ts";
import { vetUrl } from "./vet_url.ts";

const NEVER = new AbortController().signal;
const ALLOWED = parseAllowList(["localhost:9000"]);

function answering(records: { A?: string[]; AAAA?: string[] }): Lookup {
  return (_host, type) => Promise.resolve(records[type] ?? []);
}

async function outcomeOf(records: { A?: string[]; AAAA?: string[] }): Promise<string> {
  const target = vetUrl("https://example.com/", ALLOWED);
  try {
    return await resolveHost(target, answering(records), NEVER);
  } catch (error) {
    return error instanceof FetchFailure ? error.outcome : String(error);
  }
}

Deno.test("resolveHost answers the public IPv4 address", async () => {
  assertEquals(await outcomeOf({ A: ["93.184.215.14"], AAAA: ["2606:4700::1"] }), "93.184.215.14");
});

Deno.test("resolveHost refuses a name when any of its addresses is not public", async () => {
  const outcomes = await Promise.all(Object.values(REFUSED_ANSWERS).map(outcomeOf));
  const taken = Object.keys(REFUSED_ANSWERS).filter((_, i) => outcomes[i] !== "refused_address");
  assertEquals(taken, []);
});

Deno.test("resolveHost finds a name without IPv4 address unreachable", async () => {
  assertEquals(await outcomeOf({}), "unreachable");
  assertEquals(await outcomeOf({ AAAA: ["2606:4700::1"] }), "unreachable");
});

Deno.test("resolveHost asks nobody about an allow-listed host", async () => {
  const refuse: Lookup = () => Promise.reject(new Error("asked"));
  assertEquals(await resolveHost(vetUrl("http://localhost:9000/", ALLOWED), refuse, NEVER), "127.0.0.1");
});

Deno.test("resolveHost finds a broken name server unreachable", async () => {
  const broken: Lookup = () => Promise.reject(new Error("SERVFAIL"));
  const target = vetUrl("https://example.com/", ALLOWED);
  const failure = await assertRejects(() => resolveHost(target, broken, NEVER), FetchFailure);
  assertEquals([failure.outcome, failure.isRetryable], ["unreachable", true]);
});

Deno.test("createLookup ends with the signal when the name server never answers", async () => {
  const silent = createSocket("udp4").bind(0, "127.0.0.1");
  await once(silent, "listening");
  const controller = new AbortController();
  const target = vetUrl("https://example.com/", ALLOWED);
  const lookup = createLookup([`127.0.0.1:${silent.address().port}`]);
  const pending = resolveHost(target, lookup, controller.signal);
  await once(silent, "message");
  using watch = startStopwatch();
  controller.abort(new Error("stopped"));
  await assertRejects(() => pending, Error, "stopped");
  assertLess(watch.livedMs, 500);
  silent.close();
  await once(silent, "close");
});

Deno.test("createLookup refuses a name server that is not an address", () => {
  assertThrows(() => createLookup(["dns.example.com"]), TypeError, "must be ip or ip:port");
});
