/** For tests: a name server on loopback, which answers in bytes as the real ones do (RFC 1035). */
import { createSocket } from "node:dgram";
import { once } from "node:events";

/** What a name stands for. Records are told in this order; a `CNAME` is followed by those of its target. */
export interface Zone {
  readonly [name: string]:
    | readonly (readonly [type: "A" | "AAAA" | "CNAME", value: string])[]
    | "SERVFAIL";
}

const TYPES = { A: 1, CNAME: 5, AAAA: 28 } as const;
const [NOT_FOUND, SERVER_FAILURE] = [3, 2];

export async function startNameServer(zone: Zone): Promise<AsyncDisposable & { readonly address: string }> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  socket.on(
    "message",
    (query: Uint8Array, from: { port: number; address: string }) =>
      socket.send(answer(query, zone), from.port, from.address),
  );
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async [Symbol.asyncDispose]() {
      socket.close();
      await once(socket, "close");
    },
  };
}

function answer(query: Uint8Array, zone: Zone): Uint8Array {
  const { name, type, question } = parseQuestion(query);
  const records = zone[name];
  if (records === "SERVFAIL") return render(query, question, { code: SERVER_FAILURE, records: [] });
  if (records === undefined) return render(query, question, { code: NOT_FOUND, records: [] });
  return render(query, question, { code: 0, records: collect(name, type, zone).map(renderRecord) });
}

function parseQuestion(query: Uint8Array): { name: string; type: number; question: Uint8Array } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(new TextDecoder().decode(query.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  const type = query[at + 1]! * 256 + query[at + 2]!;
  return { name: labels.join(".").toLowerCase(), type, question: query.subarray(12, at + 5) };
}

interface Row {
  readonly name: string;
  readonly type: keyof typeof TYPES;
  readonly value: string;
}

/** At most 20 steps, since a zone may turn in circles. */
function collect(name: string, type: number, zone: Zone, steps = 20): Row[] {
  const records = zone[name];
  if (!Array.isArray(records) || steps === 0) return [];
  return records.flatMap(([kind, value]): Row[] => {
    if (kind === "CNAME") return [{ name, type: kind, value }, ...collect(value, type, zone, steps - 1)];
    return TYPES[kind as "A" | "AAAA"] === type ? [{ name, type: kind, value }] : [];
  });
}

function renderRecord({ name, type, value }: Row): Uint8Array {
  const data = type === "CNAME" ? renderName(value) : type === "A" ? renderIpv4(value) : renderIpv6(value);
  return bytes(
    renderName(name),
    [0, TYPES[type], 0, 1, 0, 0, 0, 0, data.length >> 8, data.length & 255],
    data,
  );
}

function renderName(name: string): number[] {
  return [...name.split(".").flatMap((label) => [label.length, ...new TextEncoder().encode(label)]), 0];
}

function renderIpv4(address: string): number[] {
  return address.split(".").map(Number);
}

/** Of a full or shortened address; a mapped one may end in dotted form. */
function renderIpv6(address: string): number[] {
  const groups = (text: string) =>
    text === "" ? [] : text.split(":").flatMap((part) => {
      if (part.includes(".")) return renderIpv4(part);
      const number = parseInt(part, 16);
      return [number >> 8, number & 255];
    });
  const [head = "", tail = ""] = address.split("::");
  const [start, end] = [groups(head), groups(tail)];
  return [...start, ...Array<number>(16 - start.length - end.length).fill(0), ...end];
}

function render(
  query: Uint8Array,
  question: Uint8Array,
  { code, records }: { code: number; records: readonly Uint8Array[] },
): Uint8Array {
  const header = [
    query[0]!,
    query[1]!,
    0x81,
    0x80 | code,
    0,
    1,
    records.length >> 8,
    records.length & 255,
    0,
    0,
    0,
    0,
  ];
  return bytes(header, question, ...records);
}

function bytes(...parts: readonly Iterable<number>[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
