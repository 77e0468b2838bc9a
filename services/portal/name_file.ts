/** Under which name a reader's computer keeps what is sent. */
import { type HandlerContext, HEADERS } from "shared/bus/mod.ts";

export function nameFile(context: HandlerContext, fileName: string): void {
  context.reply[HEADERS.filename] = encodeURIComponent(fileName);
}
