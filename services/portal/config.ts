/** The portal's environment. */
import { z } from "zod";
import { logLevel, readConfig } from "shared/config.ts";

const shape = {
  PORTAL_NATS_URL: z.string().min(1),
  PORTAL_NATS_USER: z.string().optional(),
  PORTAL_NATS_PASSWORD: z.string().optional(),
  LOG_LEVEL: logLevel,
};

export function readPortalConfig() {
  return readConfig(shape, (name) => Deno.env.get(name));
}
