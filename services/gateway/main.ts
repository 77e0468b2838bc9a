/** The gateway's process. */
import { connectNats } from "shared/bus/mod.ts";
import { runService } from "shared/lifecycle.ts";
import { readGatewayConfig } from "./config.ts";
import { startGateway } from "./start.ts";

await runService("gateway", readGatewayConfig, async (config, log) => {
  const bus = await connectNats({
    url: config.GATEWAY_NATS_URL,
    user: config.GATEWAY_NATS_USER,
    password: config.GATEWAY_NATS_PASSWORD,
    name: "gateway",
    inboxPrefix: "_INBOX_gateway",
    log,
  });
  return startGateway({
    bus,
    log,
    hostname: config.GATEWAY_HOST,
    port: config.GATEWAY_PORT,
    publicUrl: config.GATEWAY_PUBLIC_URL,
    trustedProxies: config.GATEWAY_TRUSTED_PROXIES,
    allowedOrigins: config.GATEWAY_ALLOWED_ORIGINS,
    metricsToken: config.GATEWAY_METRICS_TOKEN,
  });
});
