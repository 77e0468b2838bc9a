/** What every door of the gateway shares: the bus, the log, who may enter and how often. */
import type { Bus } from "shared/bus/mod.ts";
import type { Log } from "shared/log.ts";
import type { Authenticator } from "./access/authenticate.ts";
import type { EventFeed } from "./events/event_feed.ts";
import type { OpenAtOnce } from "./portal/open_at_once.ts";
import type { Health } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import type { PlainPages } from "./answer/plain_pages.ts";
import type { RateLimits } from "./access/rate_limit.ts";

export interface Gateway {
  readonly bus: Bus;
  readonly log: Log;
  readonly publicUrl: string;
  /** Of pages elsewhere that may ask and read. */
  readonly origins: ReadonlySet<string>;
  readonly authenticator: Authenticator;
  readonly limits: RateLimits;
  readonly health: Health;
  readonly feed: EventFeed;
  /** By portal link. */
  readonly openArchives: OpenAtOnce;
  readonly plainPages: PlainPages;
  readonly metrics: Metrics;
  /** Whoever knows it may read the metrics; nobody when left out. */
  readonly metricsToken?: string | undefined;
}
