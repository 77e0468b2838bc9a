/** The links by which customers come: which there are, how long they are good, and who came by them. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { link } from "./portal_shapes.ts";
import { moment, uuid } from "./primitives.ts";

const LINK_STATES = ["live", "grace", "replaced", "expired", "revoked", "off"] as const;

const portalLink = z.object({
  id: uuid,
  /** Null for a link to the whole account. */
  invoiceId: uuid.nullable(),
  /** `grace`: replaced, but still good until `endsAt`. `off`: the portal is switched off. */
  state: z.enum(LINK_STATES),
  createdAt: z.string(),
  /** When it stops or has stopped being good; null as long as nothing ends it. */
  endsAt: z.string().nullable(),
  /** Null once it is no good. */
  url: z.string().nullable(),
  /** Of a link to one invoice: its PDF; takes `type=receipt` and `preview=true`. */
  downloadUrl: z.string().nullable(),
  /** Opened by people, as far as one can tell; not "read". */
  views: z.number().int(),
  lastViewedAt: z.string().nullable(),
});

export type PortalLink = z.infer<typeof portalLink>;

const ofCustomer = { customerId: uuid };
const ofLink = { ...ofCustomer, linkId: uuid };

export const VISIT_KINDS = ["account", "invoice", "statement", "files", "data"] as const;

export const portalLinks = domain("portalLinks", "store", {
  list: query({
    summary: "The portal links of a customer, newest first",
    http: "GET /customers/{customerId}/portal/links",
    scope: "customers.read",
    input: z.object(ofCustomer),
    output: z.object({ data: z.array(portalLink) }),
    errors: ["NOT_FOUND"],
  }),
  create: command({
    summary: "Make a link to one invoice; it opens nothing else",
    http: "POST /customers/{customerId}/portal/links",
    outcomes: ["created"],
    scope: "customers.write",
    input: z.object({ ...ofCustomer, invoiceId: uuid, expiresAt: moment.nullish() }),
    output: portalLink,
    errors: ["NOT_FOUND"],
  }),
  setExpiry: command({
    summary: "Say when a link ends, or that it does not",
    http: "PATCH /customers/{customerId}/portal/links/{linkId}",
    scope: "customers.write",
    input: z.object({ ...ofLink, expiresAt: moment.nullable() }),
    output: portalLink,
    errors: ["NOT_FOUND", "CONFLICT"],
  }),
  revoke: command({
    summary: "End a link now: everything behind it answers 410",
    http: "POST /customers/{customerId}/portal/links/{linkId}/revoke",
    scope: "customers.write",
    input: z.object(ofLink),
    output: portalLink,
    errors: ["NOT_FOUND"],
  }),
  /** For the portal service. Whether the address was the right one is told to the seller alone, by an event. */
  request: command({
    summary: "Ask the seller for a new link in place of one that has ended; false when there is no such link",
    scope: "system",
    input: link.extend({ email: z.string().max(254) }),
    output: z.object({ hasEnded: z.boolean() }),
  }),
  getVisits: query({
    summary: "Who came by a customer's links, by day: the newest 1000 entries",
    http: "GET /customers/{customerId}/portal/visits",
    scope: "customers.read",
    input: z.object(ofCustomer),
    output: z.object({
      data: z.array(z.object({
        linkId: uuid,
        day: z.string(),
        what: z.enum(VISIT_KINDS),
        invoiceId: uuid.nullable(),
        /** The network of the address: its last part is not kept. */
        network: z.string(),
        /** Scanners, previews and programs are not people. */
        isPerson: z.boolean(),
        count: z.number().int(),
        firstAt: z.string(),
        lastAt: z.string(),
      })),
    }),
    errors: ["NOT_FOUND"],
  }),
});
