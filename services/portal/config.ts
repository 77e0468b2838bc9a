/** The environment of the portal: the only file here that reads it. */
import { z } from "zod";
import { logLevel, readConfig } from "shared/config.ts";

export function readPortalConfig(read: (name: string) => string | undefined = (name) => Deno.env.get(name)) {
  return readConfig({
    PORTAL_NATS_URL: z.string(),
    PORTAL_NATS_USER: z.string().optional(),
    PORTAL_NATS_PASSWORD: z.string().optional(),
    LOG_LEVEL: logLevel,
  }, read);
}
