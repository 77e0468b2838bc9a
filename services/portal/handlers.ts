/** What the portal answers: pages, documents, and the way of compatible clients to both. */
import type { Bus, Handlers } from "shared/bus/mod.ts";
import type { portal } from "shared/contract/portal.ts";
import { drawPlain } from "./answer_page.ts";
import { documentHandlers } from "./document_handlers.ts";
import { fileHandlers } from "./file_handlers.ts";
import { pageHandlers } from "./page_handlers.ts";
import { Documents } from "./pdf/documents.ts";
import type { PdfRenderer } from "./pdf/renderer.ts";

export interface PortalDependencies {
  readonly bus: Bus;
  readonly pdfs: Pick<PdfRenderer, "render">;
}

export function createHandlers({ bus, pdfs }: PortalDependencies): Handlers<typeof portal> {
  const documents = new Documents(bus, pdfs);
  return {
    ...pageHandlers(bus),
    ...documentHandlers(bus, documents),
    ...fileHandlers(bus, documents),
    plainPage: ({ page, ...wish }, context) => Promise.resolve(drawPlain(page, wish, context)),
  };
}
