/** The gateway's environment. */
import { z } from "zod";
import { list, logLevel, port, readConfig } from "shared/config.ts";

const shape = {
  /** The address to listen on. */
  GATEWAY_HOST: z.string().min(1).default("127.0.0.1"),
  /** 0 takes any free one. */
  GATEWAY_PORT: port,
  /** Where clients reach us, as it stands in the API description. */
  GATEWAY_PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  /** Addresses of proxies, parted by commas, whose `X-Forwarded-For` is believed; nobody's when left out. */
  GATEWAY_TRUSTED_PROXIES: list,
  /** Origins of pages elsewhere, parted by commas, that may ask here and read: those of a dashboard. */
  GATEWAY_ALLOWED_ORIGINS: list.pipe(z.array(z.url().transform((url) => new URL(url).origin))),
  /** Opens `/metrics` to a collector that knows it. */
  GATEWAY_METRICS_TOKEN: z.string().min(16).optional(),
  GATEWAY_NATS_URL: z.string().min(1),
  GATEWAY_NATS_USER: z.string().optional(),
  GATEWAY_NATS_PASSWORD: z.string().optional(),
  LOG_LEVEL: logLevel,
};

export function readGatewayConfig() {
  return readConfig(shape, (name) => Deno.env.get(name));
}
