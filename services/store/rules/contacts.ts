/** The people at a customer: who they are after a change, and who of them gets invoices. */
import type { Contact, ContactsInput } from "shared/contract/contacts.ts";

/** As they are kept: with an id each, and roles in one order, each once. */
export function keepContacts(given: NonNullable<ContactsInput>, before: readonly Contact[]): Contact[] {
  return given.map(({ id, name = null, email = null, phone = null, roles }) => ({
    id: id ?? before.find((each) => email !== null && each.email === email)?.id ?? crypto.randomUUID(),
    name,
    email,
    phone,
    roles: [...new Set(roles)].sort(),
  }));
}

/** Contacts for billing; else the addresses for invoices, else that of the customer. */
export function listRecipients(
  { contacts, billingEmail, email }: {
    readonly contacts: readonly Contact[];
    readonly billingEmail?: unknown;
    readonly email: string;
  },
): string[] {
  const billing = contacts.flatMap((each) =>
    each.roles.includes("billing") && each.email ? [each.email] : []
  );
  if (billing.length > 0) return [...new Set(billing)];
  return typeof billingEmail === "string" ? billingEmail.split(",").map((each) => each.trim()) : [email];
}
