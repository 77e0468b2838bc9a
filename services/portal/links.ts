/** Where the pages of a portal lie, as seen from each other: the only file that knows the paths. */
import { CheckedUrl } from "./checked_url.ts";

// The account stands at `/p/<portalId>/`, with a slash at the end: so no link has to name the portal, and the secret
// stands nowhere in a page. Links that stay on a page do not either.

/** From the account to one invoice. */
export function invoiceLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path("invoices", invoiceId);
}

/** From the account to the file of one invoice. */
export function invoicePdfLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path("invoices", `${invoiceId}.pdf`);
}

/** From an invoice to another. */
export function siblingLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path(".", invoiceId);
}

/** From an invoice to its own file. */
export function ownPdfLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path(".", `${invoiceId}.pdf`);
}

/** From an invoice to its receipt, and back. */
export function ownReceiptLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path("..", "receipts", invoiceId);
}

export function receiptInvoiceLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path("..", "invoices", invoiceId);
}

/** From the account to what was received for an invoice. */
export function receiptLink(invoiceId: string): CheckedUrl {
  return CheckedUrl.path("receipts", invoiceId);
}

/** From the account to its statement, and from there back and to the file of the same period. */
export const statementLink = CheckedUrl.path("statement");
export const statementAccountLink = CheckedUrl.path(".");

export function statementPdfLink(from: string | null, to: string): CheckedUrl {
  return CheckedUrl.path("statement.pdf").with({ from, to });
}

/** From the account to its table and all of its invoices at once. */
export const csvLink = CheckedUrl.path("account.csv");
export const archiveLink = CheckedUrl.path("invoices.zip");

/** Of those that a list is narrowed to; undefined where it is all of them, or where words narrow it: files know no words. */
export function listedArchiveLink({ status, q, from, to }: Listing): CheckedUrl | undefined {
  const isNarrowed = status !== "all" || from || to;
  if (!isNarrowed || q) return undefined;
  return archiveLink.with({ status: status === "all" ? null : status, from: from ?? null, to: to ?? null });
}

/** The seller's picture, which lies beside all portals. */
export function logoLink(hash: string): CheckedUrl {
  return CheckedUrl.root("brand", hash);
}

/** From an invoice to the account. */
export function accountLink(): CheckedUrl {
  return CheckedUrl.path("..", ".");
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
