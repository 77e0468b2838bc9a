/**
 * The HTML parser with limits inside it. A few hundred kilobytes of nested or misnested tags cost an unguarded parser
 * minutes; counting in a second parser beforehand would miss what the two read differently.
 */
import process from "node:process";
import { setImmediate } from "node:timers";
import { Parser } from "parse5";
import { FetchFailure } from "../outcome.ts";
import { type HtmlDocument, type HtmlElement, type HtmlTree, leanTree } from "./html_tree.ts";
import { QuickTokenizer } from "./quick_tokenizer.ts";

const MAX_DEPTH = 256;
const MAX_ELEMENTS = 100_000;
/** Time of this thread on the processor, so that a busy machine does not refuse honest pages. */
const MAX_WORK_MS = 1_000;
const PIECE_CHARS = 16_384;
/** Other runs' heartbeats and cancels wait no longer than this, plus one piece. */
const YIELD_AFTER_MS = 20;

/** @throws {FetchFailure} `too_large` for a document beyond the limits; the signal's reason when it fires. */
export async function parseGuarded(html: string, signal: AbortSignal): Promise<HtmlDocument> {
  const parser = createParser();
  const tokenizer = new QuickTokenizer(parser.options, parser);
  parser.tokenizer = tokenizer;
  tokenizer.open(html);
  let workMs = 0;
  let [sliceStart, workStart] = [performance.now(), processorMs()];
  while (tokenizer.takePiece(PIECE_CHARS)) {
    // The system is asked for the processor's time only where the clock says that it may matter.
    if (performance.now() - sliceStart < YIELD_AFTER_MS) continue;
    workMs += processorMs() - workStart;
    if (workMs > MAX_WORK_MS) throw tooComplex("it takes too long to parse");
    await yieldToOthers();
    signal.throwIfAborted();
    [sliceStart, workStart] = [performance.now(), processorMs()];
  }
  return parser.document;
}

function createParser(): Parser<HtmlTree> {
  let elements = 0;
  const createElement: typeof leanTree.createElement = (...args) => {
    if (++elements > MAX_ELEMENTS) throw tooComplex("it has too many elements");
    return leanTree.createElement(...args);
  };
  const treeAdapter = { ...leanTree, createElement, onItemPush: refuseDepth };
  return new Parser<HtmlTree>({ treeAdapter, scriptingEnabled: false });
}

function refuseDepth(element: HtmlElement): void {
  let depth = 0;
  let node: HtmlTree["parentNode"] | null = element.parentNode;
  for (; node !== null && "parentNode" in node; node = node.parentNode) depth++;
  if (depth > MAX_DEPTH) throw tooComplex("it is nested too deep");
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function tooComplex(message: string): FetchFailure {
  return new FetchFailure("too_large", message);
}

/** Lets timers, sockets and messages have their turn. A timer of 0 ms would take one or two. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
