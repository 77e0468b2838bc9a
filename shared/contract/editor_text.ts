/** Texts of compatible clients that came out of an editor: its document (TipTap's JSON), or simply a text. */
import { z } from "zod";
import { paragraph } from "./primitives.ts";

interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
}

/** Nodes after which a new line begins. */
const BLOCKS: readonly unknown[] = ["paragraph", "heading", "listItem", "hardBreak"];

/**
 * What the document says, without its forms; nothing for one that says nothing. Not by recursion: who sends it decides
 * how deep it is.
 */
export function readEditorText(document: object): string {
  const words: string[] = [];
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string") words.push(next);
    if (typeof next !== "object" || next === null) continue;
    const { type, text, content } = next as Node;
    if (typeof text === "string") words.push(text);
    if (BLOCKS.includes(type)) waiting.push("\n");
    // Last in, first out; and one by one, since a call takes only so many at once.
    for (const node of Array.isArray(content) ? content.toReversed() : []) waiting.push(node);
  }
  return words.join("").trim();
}

/** @param maxLength Of what it says, in characters. */
export function editorText(maxLength: number) {
  return z.union([z.string(), z.looseObject({})], { error: "Must be a text or an editor's document" })
    .transform((value) => typeof value === "string" ? value : readEditorText(value))
    .pipe(paragraph(maxLength));
}
