/** Wires the portal: the bus, the PDF worker and the answers. */
import { connectNats, Server } from "shared/bus/mod.ts";
import { portal } from "shared/contract/portal.ts";
import { runService } from "shared/lifecycle.ts";
import { readPortalConfig } from "./config.ts";
import { createHandlers } from "./handlers.ts";
import { PdfRenderer } from "./pdf/renderer.ts";

await runService("portal", readPortalConfig, async (config, log) => {
  const bus = await connectNats({
    url: config.PORTAL_NATS_URL,
    user: config.PORTAL_NATS_USER,
    password: config.PORTAL_NATS_PASSWORD,
    name: "portal",
    inboxPrefix: "_INBOX_portal",
    log,
  });
  const pdfs = new PdfRenderer({ log });
  const server = new Server(bus, { service: "portal", log, limits: { running: 64, waiting: 256 } });
  server.serve(portal, createHandlers({ bus, pdfs }));
  return {
    stop: async () => {
      await server.stop(5_000);
      pdfs.close();
      await bus.close();
    },
  };
});
