/** The public part of the IPv4 space as CIDR blocks: what the enrichment service may dial, and nothing else. */
import { SPECIAL_PURPOSE_IPV4 } from "../public_address.ts";

interface Block {
  readonly start: number;
  readonly length: number;
}

/**
 * Everything outside the special-purpose blocks. Deno's permissions know no "all but these" that would hold
 * (a deny list has holes), so the allow list names each public block.
 */
export function listPublicBlocks(special: readonly string[] = SPECIAL_PURPOSE_IPV4): string[] {
  return special.map(parseBlock).reduce(
    (blocks, hole) => blocks.flatMap((block) => subtract(block, hole)),
    [{ start: 0, length: 2 ** 32 }],
  ).map(renderBlock);
}

/** Halves the block until the hole is a block by itself, and leaves that one out. */
function subtract(block: Block, hole: Block): Block[] {
  if (end(hole) <= block.start || end(block) <= hole.start) return [block];
  if (hole.start <= block.start && end(block) <= end(hole)) return [];
  const length = block.length / 2;
  const halves = [{ start: block.start, length }, { start: block.start + length, length }];
  return halves.flatMap((half) => subtract(half, hole));
}

function end({ start, length }: Block): number {
  return start + length;
}

function parseBlock(cidr: string): Block {
  const [address = "", prefix] = cidr.split("/");
  const start = address.split(".").reduce((number, byte) => number * 256 + Number(byte), 0);
  return { start, length: 2 ** (32 - Number(prefix)) };
}

function renderBlock({ start, length }: Block): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${bytes.join(".")}/${32 - Math.log2(length)}`;
}
