/** Logos of customers, as pictures that the mesh serves itself: no page of ours asks a foreign host for one. */
import { z } from "zod";
import { document, domain } from "shared/operation.ts";

export const logos = domain("logos", "store", {
  get: document({
    summary: "The logo behind an address that a customer's logoUrl holds; it never changes",
    http: "GET /logos/{logo}.png",
    scope: "public",
    input: z.object({ logo: z.string().regex(/^[A-Za-z0-9_-]{32}$/) }),
    output: "image/png",
    errors: ["NOT_FOUND"],
  }),
});
