/**
 * Midday's own SDKs demand in a few places what its present API, and so ours, does not answer. No single answer suits
 * both, so those clients are known by the name that they give themselves, and theirs is rewritten here.
 */
import type { z } from "zod";
import { invoices, tags } from "shared/contract/mod.ts";
import type { Operation } from "shared/operation.ts";
import type { Answer } from "./answer/answer.ts";
import type { Exchange } from "./exchange.ts";

/** Such as `speakeasy-sdk/typescript 0.4.2 2.698.4 0.0.1 @midday-ai/sdk`. */
const SDK = /^speakeasy-sdk\/[a-z]+ \d/;

/** Made before the summary became one object. */
const OLD_SDK = /^speakeasy-sdk\/[a-z]+ 0\.[0-4]\./;

// deno-lint-ignore no-explicit-any -- what our own services have answered, by the operation's schema
type Rewrite = (value: any) => unknown;

const FOR_EVERY_SDK: Readonly<Record<string, Rewrite>> = {
  [invoices.get.name]: (page) => ({ ...page, data: page.data.map(withKnownStatus) }),
  [invoices.getById.name]: withKnownStatus,
  [invoices.update.name]: withKnownStatus,
  // Some of them want a list in `data`, others the tag itself: this is both.
  [tags.create.name]: (tag) => ({ ...tag, data: [tag] }),
};

const FOR_OLD_SDKS: Readonly<Record<string, Rewrite>> = {
  ...FOR_EVERY_SDK,
  [invoices.getSummary.name]: ({ totals }) => totals,
};

/** For the API description: other forms of an answer, which a request can ask for without a user agent. */
export const OTHER_FORMS: Readonly<
  Record<string, { readonly description: string; readonly output: z.ZodType }>
> = {
  [invoices.getSummary.name]: {
    description: "Asked with `status`, and to Midday's SDKs up to 0.4: one row for each currency",
    output: invoices.getSummary.output.shape.totals,
  },
};

const REFUNDED = "To Midday's SDKs, known by their user agent, a refunded invoice is `canceled`.";

/** What else those clients are answered by their name, for the API description. */
export const SDK_NOTES: Readonly<Record<string, string>> = {
  [invoices.get.name]: REFUNDED,
  [invoices.getById.name]: REFUNDED,
  [invoices.update.name]: REFUNDED,
  [tags.create.name]: "Midday's SDKs, known by their user agent, are given the tag in `data` too.",
  [tags.delete.name]: "Midday's SDKs, known by their user agent, are answered 204, without the tag.",
};

/** The order for a new invoice goes where invoices are recorded; only theirs says how it is to be delivered. */
export function meantOperation(operation: Operation, values: object): Operation {
  return operation.name === invoices.record.name && "deliveryType" in values ? invoices.create : operation;
}

/** The answer as the client can read it: as it is, for all but Midday's SDKs. */
export function suitClient({ name }: Operation, answer: Answer, { request }: Exchange): Answer {
  if (name === tags.delete.name && isSdk(request)) return withoutContent(answer);
  const rewrite = rewritesFor(request)[name];
  if (!rewrite || !(answer.body instanceof Uint8Array)) return answer;
  const value = JSON.parse(new TextDecoder().decode(answer.body));
  return { ...answer, body: new TextEncoder().encode(JSON.stringify(rewrite(value))) };
}

function isSdk({ headers }: Request): boolean {
  return SDK.test(headers.get("user-agent") ?? "");
}

/** For a tag that is gone they take no other answer than 204; of a customer they want to see what it was. */
function withoutContent({ headers: { "content-type": _, ...headers } }: Answer): Answer {
  return { status: 204, headers, body: null };
}

function rewritesFor({ url, headers }: Request): Readonly<Record<string, Rewrite>> {
  const client = headers.get("user-agent") ?? "";
  // Nobody else asks for one `status`.
  if (OLD_SDK.test(client) || new URL(url).searchParams.has("status")) return FOR_OLD_SDKS;
  return SDK.test(client) ? FOR_EVERY_SDK : {};
}

/** They refuse a whole list for one status that they do not know; `refundedAt` still tells the difference. */
function withKnownStatus(invoice: { status: string }): { status: string } {
  return invoice.status === "refunded" ? { ...invoice, status: "canceled" } : invoice;
}
