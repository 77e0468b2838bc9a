/// <reference lib="deno.worker" />
/** The thread on which PDFs are set: compiling blocks, so it must not be the thread that talks to NATS. */
// Each module that a worker loads needs the right to be read, so this one imports nothing from outside its folder.
import type { DocumentOrder } from "./order.ts";
import { createTypesetter } from "./typst.ts";

/** From the worker; the first message, without either field, says that the fonts are loaded. */
export interface PdfResult {
  readonly pdf?: Uint8Array;
  readonly error?: string;
}

const typesetter = createTypesetter();

self.onmessage = ({ data: order }: MessageEvent<DocumentOrder>) => self.postMessage(answer(order));
self.postMessage({});

function answer(order: DocumentOrder): PdfResult {
  try {
    return { pdf: new Uint8Array(typesetter.typeset(order)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
