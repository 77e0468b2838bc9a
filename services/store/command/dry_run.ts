/** A command that is tried only: it runs whole, is answered, and is taken back. */
import { type HandlerContext, HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";

/** Rolls the transaction back, as only something thrown can, and carries the answer out of it. */
export class TakenBack extends Error {
  readonly output: unknown;

  constructor(output: unknown) {
    super("Dry run");
    this.output = output;
  }
}

/** Whoever wishes for one in other words must not get the change instead. */
export function isDryRun({ headers }: HandlerContext): boolean {
  const wish = headers[HEADERS.dryRun] ?? "false";
  if (wish === "true" || wish === "false") return wish === "true";
  throw new OperationError("INVALID", `${HEADERS.dryRun} must be true or false`);
}

export function answerDryRun<Output>(context: HandlerContext, output: Output): Output {
  context.reply[HEADERS.dryRun] = "true";
  return output;
}
