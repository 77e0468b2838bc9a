/** Where the pages of a portal lie, as seen from each other: the only file that knows the paths. */
import { CheckedUrl } from "./checked_url.ts";

// The account stands at `/p/<portalId>` without a slash at the end, so a relative link to anything below it has to
// name the portal again; `<base>` is forbidden by our own policy. Links that stay on a page do not.

/** From the account to one invoice. */
export function invoiceLink(portalId: string, invoiceId: string): CheckedUrl {
  return CheckedUrl.path(".", portalId, "invoices", invoiceId);
}

/** From the account to the file of one invoice. */
export function invoicePdfLink(portalId: string, invoiceId: string): CheckedUrl {
  return CheckedUrl.path(".", portalId, "invoices", `${invoiceId}.pdf`);
}

/** From an invoice to its own file. */
export function ownPdfLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path(".", `${invoiceId}.pdf`);
}

/** From an invoice to the account. */
export function accountLink(portalId: string): CheckedUrl {
  return CheckedUrl.path("..", "..", portalId);
}

export interface Listing {
  readonly status: "all" | "open" | "overdue" | "paid";
  readonly q?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly sort?: "newest" | "oldest" | "due" | "amount";
  readonly cursor?: string | null;
}

/** The account with another selection. */
export function listingLink({ status, q, from, to, sort, cursor }: Listing): CheckedUrl {
  const choices = { status, q, from, to, sort: sort === "newest" ? null : sort, cursor };
  const made = Object.entries(choices).flatMap(([name, value]) => value ? [[name, value]] : []);
  return CheckedUrl.query(Object.fromEntries(made), "list");
}
