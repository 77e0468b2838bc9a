/** People at a customer, and what each is to be asked or sent. */
import { z } from "zod";
import { email, requiredText, text, uuid } from "./primitives.ts";

const CONTACT_ROLES = ["primary", "billing", "technical", "legal", "sales", "other"] as const;

/** Of one customer. */
const MAX_CONTACTS = 50;

/** Given: replaces the whole list; null empties it. A contact without an id keeps that of the one with its e-mail. */
export const contactsInput = z.array(
  z.object({
    id: uuid.optional(),
    name: requiredText(200).nullish(),
    email: email.nullish(),
    phone: text(50).nullish(),
    roles: z.array(z.enum(CONTACT_ROLES)).max(CONTACT_ROLES.length).default([]),
  }).refine(({ name, email }) => name || email, {
    path: ["name"],
    error: "Needs a name or an e-mail address",
  }),
).max(MAX_CONTACTS).nullish();

export const contact = z.object({
  id: uuid,
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(z.enum(CONTACT_ROLES)),
});

export type Contact = z.infer<typeof contact>;
export type ContactsInput = z.output<typeof contactsInput>;
