/** Draws a fetched picture; what is none, or too large, is an outcome like those of fetching. */
import { drawPicture, type Picture, PictureRefusal } from "shared/pictures/draw_picture.ts";
import { FetchFailure } from "../outcome.ts";

/** @throws {FetchFailure} `not_html` for what is no picture that is read, `too_large`; and as `drawPicture` does. */
export async function drawFetched(file: Uint8Array): Promise<Picture> {
  try {
    return await drawPicture(file);
  } catch (cause) {
    if (!(cause instanceof PictureRefusal)) throw cause;
    const outcome = cause.reason === "too_large" ? "too_large" : "not_html";
    throw new FetchFailure(outcome, cause.message, { cause });
  }
}
