/** The key by which a program of the team downloads the documents of its invoices, without a link of a customer. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";

const fileKey = z.object({
  /** The `fk` of `GET /files/download/invoice?id=…&fk=…`. */
  fileKey: z.string(),
  expiresAt: z.string(),
});

export const files = domain("files", "store", {
  getKey: query({
    summary: "A key that opens the team's invoices and receipts as PDFs for thirty days",
    http: "GET /files/key",
    scope: "invoices.read",
    input: z.object({}),
    output: fileKey,
  }),
  rotateKey: command({
    summary: "End every file key that was given out, and get a new one",
    http: "POST /files/key/rotate",
    scope: "invoices.write",
    input: z.object({}),
    output: fileKey,
  }),
});
