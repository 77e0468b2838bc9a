/** Name servers that answer nonsense: no name of theirs is dialled, each has its outcome in time. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { createLookup } from "./resolve_host.ts";
import { html, startTestServer } from "./test_server.ts";
import { openWorld } from "./test_world.ts";

const BUDGET_MS = 1_500;
const [A, CNAME] = [1, 5];
const INSIDE = [127, 0, 0, 1];
/** Points back at the name in the question. */
const SAME_NAME = [0xc0, 12];

function nameOf(text: string): number[] {
  return [...text.split(".").flatMap((label) => [label.length, ...new TextEncoder().encode(label)]), 0];
}

function record(
  data: readonly number[],
  { name = SAME_NAME, type = A, kind = 1, length = data.length }: {
    name?: readonly number[];
    type?: number;
    kind?: number;
    length?: number;
  } = {},
): number[] {
  return [...name, 0, type, 0, kind, 0, 0, 0, 0, length >> 8, length & 255, ...data];
}

interface Shape {
  readonly flags?: readonly [number, number];
  readonly count?: number;
  readonly question?: Uint8Array;
  readonly idOffset?: number;
}

function reply(query: Uint8Array, records: readonly number[][], shape: Shape = {}): Uint8Array {
  const { flags = [0x81, 0x80], count = records.length, idOffset = 0 } = shape;
  const question = shape.question ?? query.subarray(12, endOfName(query) + 4);
  const id = [query[0]!, (query[1]! + idOffset) & 255];
  return Uint8Array.from([
    ...[...id, ...flags, 0, 1, count >> 8, count & 255, 0, 0, 0, 0],
    ...question,
    ...records.flat(),
  ]);
}

function endOfName(query: Uint8Array): number {
  let at = 12;
  while (query[at]! > 0) at += query[at]! + 1;
  return at + 1;
}

const foreignQuestion = (text: string) => Uint8Array.from([...nameOf(text), 0, A, 0, 1]);

type Behaviour = (query: Uint8Array) => readonly Uint8Array[];
const inside = record(INSIDE);

/** All of them would lead inside if they were believed. */
const NONSENSE: Readonly<Record<string, Behaviour>> = {
  "silence": () => [],
  "an empty packet": () => [new Uint8Array(0)],
  "one byte": () => [Uint8Array.of(0)],
  "noise": () => [Uint8Array.from({ length: 60 }, (_, index) => (index * 97) & 255)],
  "a head alone": (query) => [reply(query, [inside]).subarray(0, 12)],
  "a cut record": (query) => [reply(query, [inside]).subarray(0, -6)],
  "cut on purpose": (query) => [reply(query, [inside], { flags: [0x83, 0x80] })],
  "another id": (query) => [reply(query, [inside], { idOffset: 1 })],
  "another question": (query) => [reply(query, [inside], { question: foreignQuestion("evil.example") })],
  "another name": (query) => [reply(query, [record(INSIDE, { name: nameOf("evil.example") })])],
  "another class": (query) => [reply(query, [record(INSIDE, { kind: 3 })])],
  "an address of three bytes": (query) => [reply(query, [record([127, 0, 1])])],
  "an address of five bytes": (query) => [reply(query, [record([127, 0, 0, 1, 1])])],
  "a length beyond the packet": (query) => [reply(query, [record(INSIDE, { length: 4_000 })])],
  "more records than there are": (query) => [reply(query, [inside], { count: 65_535 })],
  "a name that points at itself": (query) => {
    const at = endOfName(query) + 4;
    return [reply(query, [record(INSIDE, { name: [0xc0 | (at >> 8), at & 255] })])];
  },
  "a question sent back": (query) => [query],
  "no such name, and an address": (query) => [reply(query, [inside], { flags: [0x81, 0x83] })],
  "refused, and an address": (query) => [reply(query, [inside], { flags: [0x81, 0x85] })],
  "not understood": (query) => [reply(query, [], { flags: [0x81, 0x81] })],
  "nothing": (query) => [reply(query, [])],
  "an alias of localhost": (query) => [
    reply(query, [
      record(nameOf("localhost"), { type: CNAME }),
      record(INSIDE, { name: nameOf("localhost") }),
    ]),
  ],
  "an alias of an address": (query) => [reply(query, [record(nameOf("127.0.0.1"), { type: CNAME })])],
  "an alias of the root": (query) => [reply(query, [record([0], { type: CNAME })])],
  "an alias of itself": (query) => [reply(query, [record(SAME_NAME, { type: CNAME })])],
  "an alias with an underscore": (query) => [
    reply(query, [
      record(nameOf("_in.example"), { type: CNAME }),
      record([10, 0, 0, 1], { name: nameOf("_in.example") }),
    ]),
  ],
  "an encoded alias": (query) => [
    reply(query, [
      record(nameOf("xn--bcher-kva.example"), { type: CNAME }),
      record([192, 168, 0, 1], { name: nameOf("xn--bcher-kva.example") }),
    ]),
  ],
  "a hundred addresses, the last inside": (query) => [
    reply(query, [...Array.from({ length: 99 }, (_, index) => record([93, 184, 215, index])), inside]),
  ],
  "two answers, the second inside": (query) => [reply(query, []), reply(query, [inside])],
  "the longest name there is": (query) => [
    reply(query, [
      record(nameOf(Array(4).fill("a".repeat(61)).join(".")), { type: CNAME }),
      record(INSIDE, { name: nameOf(Array(4).fill("a".repeat(61)).join(".")) }),
    ]),
  ],
};

Deno.test("fetchPage dials nothing that a name server's nonsense would lead to", async () => {
  const names = Object.keys(NONSENSE);
  const server = createSocket("udp4").bind(0, "127.0.0.1");
  await once(server, "listening");
  server.on("message", (query: Uint8Array, from: { port: number; address: string }) => {
    const number = /n(\d+)/.exec(new TextDecoder().decode(query.subarray(13, 13 + query[12]!)))?.[1];
    for (const packet of NONSENSE[names[Number(number)] ?? ""]?.(query) ?? []) {
      server.send(packet, from.port, from.address);
    }
  });
  await using site = startTestServer({ "/": html("hello") });
  const lookup = createLookup([`127.0.0.1:${server.address().port}`]);
  const world = openWorld({
    address: site.address,
    answers: (host, type, _count, signal) => lookup(host, type, signal),
  });
  using watch = startStopwatch();
  const outcomes = await Promise.all(
    names.map((_, index) => world.outcomeOf(`http://n${index}.example/`, BUDGET_MS)),
  );
  assertLess(watch.livedMs, BUDGET_MS + 2_000);
  const odd = outcomes.map((outcome, index) => [names[index], outcome])
    .filter(([, outcome]) => outcome !== "unreachable" && outcome !== "refused_address");
  assertEquals(odd, []);
  assertEquals([world.dialled, site.arrivals], [[], []]);
  assertEquals(outcomes.includes("refused_address"), true);
  server.close();
  await once(server, "close");
});
