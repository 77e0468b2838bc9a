/** What every part of the store works with, handed over as one value. */
import type { Bus } from "shared/bus/mod.ts";
import type { Log } from "shared/log.ts";
import type { Sql } from "./database/connect.ts";
import type { SecretKeys } from "./rules/secret_keys.ts";
import type { SharedTransactions } from "./command/shared_transactions.ts";
import type { StopConfirmations } from "./stop_confirmations.ts";
import type { VisitLog } from "./visit_log.ts";

export interface Store {
  readonly sql: Sql;
  /** On connections of their own. */
  readonly shared: SharedTransactions;
  readonly keys: SecretKeys;
  readonly log: Log;
  /** Where customers open their portal, without a slash at the end. */
  readonly publicUrl: string;
  /** The connection that publishes; answers go over another one. */
  readonly publisher: Bus;
  /** Wakes the relay, so that what was just committed is told at once. */
  readonly wakeRelay: () => void;
  readonly stopConfirmations: StopConfirmations;
  readonly visits: VisitLog;
}
