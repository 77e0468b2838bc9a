import { assertEquals } from "@std/assert";
import { isPublicAddress, SPECIAL_PURPOSE_IPV4 } from "./public_address.ts";

const PUBLIC = [
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "126.255.255.255",
  "128.0.0.1",
  "168.63.129.15",
  "172.15.255.255",
  "172.32.0.1",
  "192.167.255.255",
  "198.17.255.255",
  "198.20.0.1",
  "223.255.255.255",
  "2606:4700:4700::1111",
  "2a00:1450:4001:80b::200e",
  "2001:4860:4860::8888",
];

const NOT_PUBLIC = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.8.8.8",
  "169.254.169.254",
  "169.254.170.2",
  "168.63.129.16",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:a9fe:a9fe",
  "::ffff:0:127.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::1",
  "2620:4f:8000::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "2606:4700::1%eth0",
  "fec0::1",
  "ff02::1",
];

const NOT_AN_ADDRESS = [
  "",
  "example.com",
  "1.1.1",
  "0x1.1.1.1",
  "01.1.1.1",
  "16843009",
  "1.1.1.1.1",
  "[::1]",
];

Deno.test("isPublicAddress takes public addresses", () => {
  assertEquals(PUBLIC.filter((ip) => !isPublicAddress(ip)), []);
});

Deno.test("isPublicAddress refuses private, reserved, mapped and tunnelled addresses", () => {
  assertEquals(NOT_PUBLIC.filter(isPublicAddress), []);
});

Deno.test("isPublicAddress refuses what is no plain address", () => {
  assertEquals(NOT_AN_ADDRESS.filter(isPublicAddress), []);
});

Deno.test("isPublicAddress agrees with a bit mask on 50,000 IPv4 addresses", () => {
  const blocks = SPECIAL_PURPOSE_IPV4.map(toRange);
  const isInBlock = (n: number) => blocks.some(([first, last]) => n >= first && n <= last);
  const wrong = Array.from({ length: 50_000 }, (_, i) => (i * 2_654_435_761) % 2 ** 32)
    .filter((n) => isPublicAddress(toDotted(n)) === isInBlock(n));
  assertEquals(wrong.map(toDotted), []);
});

Deno.test("isPublicAddress agrees with a bit mask on 50,000 IPv6 addresses in three spellings", () => {
  const wrong = Array.from({ length: 50_000 }, (_, i) => toIpv6(i)).flatMap((groups) => {
    const [a = 0, b = 0, c = 0] = groups;
    const isSpecial = (a === 0x2001 && b < 0x200) || (a === 0x2001 && b === 0xdb8) || a === 0x2002 ||
      (a === 0x2620 && b === 0x4f && c === 0x8000) || (a === 0x3fff && b < 0x1000);
    const isPublic = a >= 0x2000 && a < 0x4000 && !isSpecial;
    return spellings(groups).filter((ip) => isPublicAddress(ip) !== isPublic);
  });
  assertEquals(wrong, []);
});

/** Near the edges of the blocks more often than chance would have it. */
function toIpv6(i: number): number[] {
  const heads = [
    0,
    0x64,
    0x100,
    0x1fff,
    0x2000,
    0x2001,
    0x2002,
    0x3ffe,
    0x3fff,
    0x4000,
    0x5f00,
    0xfc00,
    0xfe80,
  ];
  const seconds = [0, 0x1ff, 0x200, 0xdb7, 0xdb8, 0xdb9, 0xfff, 0x1000, 0xff9b];
  const random = (n: number) => (Math.imul(i + n, 2_654_435_761) >>> 13) & 0xffff;
  const first = i % 3 === 0 ? random(1) : heads[i % heads.length]!;
  return [first, i % 2 ? random(2) : seconds[i % seconds.length]!, ...[3, 4, 5, 6, 7, 8].map(random)];
}

function spellings(groups: readonly number[]): string[] {
  const short = groups.map((group) => group.toString(16)).join(":");
  const long = groups.map((group) => group.toString(16).padStart(4, "0")).join(":");
  const [c = 0, d = 0] = groups.slice(6);
  const tail = [c >> 8, c & 255, d >> 8, d & 255].join(".");
  const mixed = [...groups.slice(0, 6).map((group) => group.toString(16)), tail].join(":");
  return [short, long.toUpperCase(), mixed];
}

function toRange(block: string): [number, number] {
  const [address = "", bits = ""] = block.split("/");
  const first = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return [first, first + 2 ** (32 - Number(bits)) - 1];
}

function toDotted(n: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");
}
