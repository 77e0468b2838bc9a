/// <reference lib="deno.worker" />
/** The thread on which one uploaded picture is drawn: it has no rights, and ends with it. */
import { drawPicture, type Picture, PictureRefusal } from "shared/pictures/draw_picture.ts";

/** Exactly one of these. */
export interface DrawingResult {
  readonly picture?: Picture;
  readonly refusal?: PictureRefusal["reason"];
  readonly error?: string;
}

self.onmessage = async ({ data }: MessageEvent<Uint8Array>) => self.postMessage(await draw(data));

async function draw(file: Uint8Array): Promise<DrawingResult> {
  try {
    return { picture: await drawPicture(file) };
  } catch (error) {
    if (error instanceof PictureRefusal) return { refusal: error.reason };
    // The decoder gave up in the middle of a file that says it is a picture.
    if (error instanceof WebAssembly.RuntimeError) return { refusal: "not_a_picture" };
    return { error: String(error) };
  }
}
