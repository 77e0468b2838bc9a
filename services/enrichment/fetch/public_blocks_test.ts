import { assert, assertEquals } from "@std/assert";
import { isPublicAddress } from "../public_address.ts";
import { listPublicBlocks } from "./public_blocks.ts";

/** Independent of the code under test: bit masks on one 32-bit number. */
function isInside(address: number, cidr: string): boolean {
  const [base = "", prefix] = cidr.split("/");
  const [a, b, c, d] = base.split(".").map(Number);
  const network = ((a! << 24) | (b! << 16) | (c! << 8) | d!) >>> 0;
  const mask = Number(prefix) === 0 ? 0 : (~0 << (32 - Number(prefix))) >>> 0;
  return ((address & mask) >>> 0) === ((network & mask) >>> 0);
}

function render(address: number): string {
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join(".");
}

/** The first and last address of each block and their neighbours, then addresses from all over. */
function interestingAddresses(blocks: string[]): number[] {
  const edges = blocks.flatMap((block) => {
    const [base = "", prefix] = block.split("/");
    const first = base.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
    const last = first + 2 ** (32 - Number(prefix)) - 1;
    return [first - 1, first, last, last + 1];
  });
  const steps = Array.from({ length: 20_000 }, (_, index) => (index * 2_654_435_761) % 2 ** 32);
  return [...edges, ...steps].filter((address) => address >= 0 && address < 2 ** 32).map((address) =>
    address >>> 0
  );
}

Deno.test("listPublicBlocks covers exactly what the worker's own check calls public", () => {
  const blocks = listPublicBlocks();
  for (const address of interestingAddresses(blocks)) {
    const holders = blocks.filter((block) => isInside(address, block));
    assertEquals(holders.length, isPublicAddress(render(address)) ? 1 : 0, render(address));
  }
});

Deno.test("listPublicBlocks leaves out every address of each special block", () => {
  assertEquals(listPublicBlocks(["0.0.0.0/0"]), []);
  assertEquals(listPublicBlocks(["0.0.0.0/1"]), ["128.0.0.0/1"]);
  assertEquals(listPublicBlocks(["10.0.0.0/8", "10.1.0.0/16"]).length, 8);
  const size = listPublicBlocks(["192.168.0.0/16"]).reduce(
    (sum, block) => sum + 2 ** (32 - Number(block.split("/")[1])),
    0,
  );
  assertEquals(size, 2 ** 32 - 2 ** 16);
});

Deno.test("listPublicBlocks stays short enough for a command line", () => {
  assert(listPublicBlocks().length < 250, String(listPublicBlocks().length));
});
