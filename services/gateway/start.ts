/** Puts the gateway together and opens its HTTP door. */
import type { Bus } from "shared/bus/mod.ts";
import type { RunningService } from "shared/lifecycle.ts";
import type { Log } from "shared/log.ts";
import { createApp } from "./app.ts";
import { Authenticator } from "./access/authenticate.ts";
import { findClientAddress } from "./access/client_address.ts";
import { EventFeed, type FeedSettings } from "./events/event_feed.ts";
import { OpenAtOnce } from "./portal/open_at_once.ts";
import { Health } from "./health.ts";
import { Metrics } from "./metrics.ts";
import { PlainPages } from "./answer/plain_pages.ts";
import { createRateLimits, type RateLimits } from "./access/rate_limit.ts";

export interface GatewayOptions {
  readonly bus: Bus;
  readonly log: Log;
  readonly hostname: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly publicUrl: string;
  /** Their addresses. */
  readonly trustedProxies?: readonly string[];
  /** Of pages elsewhere that may ask and read; none when left out. */
  readonly allowedOrigins?: readonly string[];
  /** Whoever knows it may read the metrics; nobody when left out. */
  readonly metricsToken?: string | undefined;
  readonly limits?: RateLimits;
  readonly feed?: Partial<FeedSettings>;
}

export interface RunningGateway extends RunningService {
  readonly url: string;
}

/** How long requests in progress may take when the gateway stops; longer than any operation takes. */
const GRACE_MS = 8_000;

/** For each portal link. */
const ARCHIVES_AT_ONCE = 2;

export function startGateway(options: GatewayOptions): RunningGateway {
  const { bus, log, publicUrl, hostname, port, limits = createRateLimits() } = options;
  const proxies = new Set(options.trustedProxies);
  const health = new Health(bus);
  const authenticator = new Authenticator(bus, limits.failedLogins);
  const feed = new EventFeed(bus, options.feed);
  const openArchives = new OpenAtOnce(ARCHIVES_AT_ONCE);
  const plainPages = new PlainPages(bus, log);
  const app = createApp({
    bus,
    log,
    publicUrl,
    limits,
    health,
    authenticator,
    feed,
    openArchives,
    plainPages,
    metrics: new Metrics(),
    metricsToken: options.metricsToken,
    origins: new Set(options.allowedOrigins),
  });
  const server = Deno.serve(
    {
      hostname,
      port,
      automaticCompression: true,
      onListen: ({ port }) => log.info("listening", { hostname, port }),
    },
    (request, info) => app.fetch(request, findClientAddress(request, info.remoteAddr.hostname, proxies)),
  );
  return {
    url: `http://${hostname}:${server.addr.port}`,
    stop: async () => {
      health.announceStop();
      feed.stop();
      await finishRequests(server);
      await bus.close();
    },
  };
}

async function finishRequests(server: Deno.HttpServer): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise((resolve) => timer = setTimeout(resolve, GRACE_MS));
  await Promise.race([server.shutdown(), limit]);
  clearTimeout(timer);
}
