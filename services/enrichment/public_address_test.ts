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

Deno.test("isPublicAddress agrees with a bit mask on 20,000 addresses", () => {
  const blocks = SPECIAL_PURPOSE_IPV4.map(toRange);
  const isInBlock = (n: number) => blocks.some(([first, last]) => n >= first && n <= last);
  const wrong = Array.from({ length: 20_000 }, (_, i) => (i * 2_654_435_761) % 2 ** 32)
    .filter((n) => isPublicAddress(toDotted(n)) === isInBlock(n));
  assertEquals(wrong.map(toDotted), []);
});

function toRange(block: string): [number, number] {
  const [address = "", bits = ""] = block.split("/");
  const first = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return [first, first + 2 ** (32 - Number(bits)) - 1];
}

function toDotted(n: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");
}
