/** `?dryRun=true`: a change is worked out whole, answered, and then taken back by the service that owns it. */
import { HEADERS, type Headers, type Message } from "shared/bus/mod.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { Exchange } from "./exchange.ts";
import type { JsonSchema } from "./request/input_schema.ts";

const NAME = "dryRun";

/** Taken by every route that changes something; never part of its input. */
export const DRY_RUN_PARAMETER: Readonly<Record<string, JsonSchema>> = {
  [NAME]: {
    type: "boolean",
    default: false,
    description:
      "Answers as the real call would, and changes nothing; the answer has the header `dry-run: true`",
  },
};

/** @throws {OperationError} INVALID for anything but `true` and `false`. */
export function readDryRun({ request, headers }: Exchange): Headers {
  const start = request.url.indexOf("?");
  const texts = start < 0 ? [] : new URLSearchParams(request.url.slice(start)).getAll(NAME);
  if (texts.length === 0 || texts.every((text) => text === "false")) return {};
  if (texts.some((text) => text !== "true")) {
    throw invalidField(`/${NAME}`, "invalid_type", "dryRun must be true or false");
  }
  // On refusals too: they also changed nothing.
  headers["dry-run"] = "true";
  return { [HEADERS.dryRun]: "true" };
}

/** A service that does not know the wish would have changed something: then this must not be called a trial. */
export function requireTakenBack(asked: Headers, reply: Message, exchange: Exchange): void {
  if (asked[HEADERS.dryRun] === undefined || reply.headers[HEADERS.dryRun] === "true") return;
  delete exchange.headers["dry-run"];
  throw new OperationError("INTERNAL", "The operation has no dry run");
}
