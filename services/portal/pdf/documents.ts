/** Documents made, remembered for a while, and for invoices kept for ever as they were first handed out. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { type Bus, type HandlerContext, MAX_BODY_BYTES } from "shared/bus/mod.ts";
import { branding } from "shared/contract/branding.ts";
import { portalDocuments } from "shared/contract/portal.ts";
import type { PortalAccount, PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { OperationError } from "shared/errors.ts";
import { ask } from "../ask_store.ts";
import { deriveInk } from "../brand_colors.ts";
import { type Parties, type Reader, readerOf } from "../reader.ts";
import { describeInvoice, factsOf } from "./invoice_document.ts";
import type { DocumentOrder } from "./order.ts";
import { RecentBytes } from "./recent_bytes.ts";
import type { PdfRenderer } from "./renderer.ts";

/** Of memory; a document of one page is some 45 kB. */
const MAX_RECENT_BYTES = 48 * 1024 * 1024;

/** Base64 is a third longer, and the message has more to say. */
const MAX_KEPT_BYTES = Math.floor(MAX_BODY_BYTES * 0.7);

type Seller = Pick<PortalAccount["seller"], "color" | "logo">;

export class Documents {
  #bus: Bus;
  #pdfs: Pick<PdfRenderer, "render">;
  #recent = new RecentBytes(MAX_RECENT_BYTES);

  constructor(bus: Bus, pdfs: Pick<PdfRenderer, "render">) {
    this.#bus = bus;
    this.#pdfs = pdfs;
  }

  /** What changes with the account: receipts and statements. The same text in the same looks is the same file. */
  async make(order: DocumentOrder, seller: Seller, context: HandlerContext): Promise<Uint8Array> {
    const hash = sha256(JSON.stringify([order, seller.color, seller.logo?.hash]));
    return this.#recent.get(hash) ?? this.#recent.put(hash, await this.#render(order, seller, context));
  }

  /** The same facts are the same bytes, whatever became of the template and of the seller's looks since. */
  async makeInvoice(
    view: PortalInvoiceView,
    portalId: string,
    context: HandlerContext,
    language: string | undefined,
  ): Promise<Uint8Array> {
    const reader = documentReader(view, language);
    const factsHash = sha256(JSON.stringify(factsOf(view, reader)));
    const recent = this.#recent.get(factsHash);
    if (recent) return recent;
    const key = { portalId, invoiceId: view.invoice.id, factsHash };
    const kept = await ask(this.#bus, portalDocuments.find, key, context);
    const bytes = kept?.bytes ? decode(kept.bytes) : await this.#makeFirst(view, reader, key, context);
    return this.#recent.put(factsHash, bytes);
  }

  async #makeFirst(
    view: PortalInvoiceView,
    reader: Reader,
    key: { portalId: string; invoiceId: string; factsHash: string },
    context: HandlerContext,
  ): Promise<Uint8Array> {
    const made = await this.#render(describeInvoice(view, reader), view.seller, context);
    const bytes = made.length > MAX_KEPT_BYTES ? null : Buffer.from(made).toString("base64");
    const kept = await ask(
      this.#bus,
      portalDocuments.keep,
      { ...key, bytesHash: sha256(made), bytes },
      context,
    );
    if (kept.bytesHash === sha256(made)) return made;
    // Somebody was quicker, with another template or other fonts: theirs was handed out.
    context.log.warn("a document differs from the one that was kept", { invoiceId: key.invoiceId });
    return kept.bytes ? decode(kept.bytes) : made;
  }

  async #render(order: DocumentOrder, { color, logo }: Seller, context: HandlerContext): Promise<Uint8Array> {
    const png = logo && await this.#findLogo(logo.hash, context);
    const looks = { ...(color && { color: deriveInk(color) }), ...(png && { logo: png }) };
    return await this.#pdfs.render({ ...order, ...looks }, context.signal);
  }

  /** @returns Nothing for one that was replaced at this moment. */
  async #findLogo(hash: string, context: HandlerContext): Promise<Uint8Array | undefined> {
    const recent = this.#recent.get(hash);
    if (recent) return recent;
    try {
      return this.#recent.put(hash, await ask(this.#bus, branding.logo, { hash }, context));
    } catch (error) {
      if (error instanceof OperationError && error.code === "NOT_FOUND") return undefined;
      throw error;
    }
  }
}

/** Of the visitor's wishes the language alone: each region more would be a copy more to keep. */
export function documentReader(parties: Parties, language: string | undefined): Reader {
  return readerOf(parties, language?.replace(/-[A-Za-z0-9]+/g, ""));
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function decode(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}
