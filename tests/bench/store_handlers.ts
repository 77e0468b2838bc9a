/** The store's own handlers in this process, without the bus: what remains is Postgres and our code around it. */
import type { Bus, Handlers } from "shared/bus/mod.ts";
import { type customers, type invoices, type payments, portalAccounts } from "shared/contract/mod.ts";
import { createLog } from "shared/log.ts";
import type { InputOf, Operation, OutputOf } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import type { Sql } from "../../services/store/database/connect.ts";
import { customerHandlers } from "../../services/store/handlers/customers.ts";
import { invoiceHandlers } from "../../services/store/handlers/invoices.ts";
import { paymentHandlers } from "../../services/store/handlers/payments.ts";
import { portalAccountHandlers } from "../../services/store/handlers/portal_accounts.ts";
import { SecretKeys } from "../../services/store/rules/secret_keys.ts";
import { SharedTransactions } from "../../services/store/command/shared_transactions.ts";
import { StopConfirmations } from "../../services/store/stop_confirmations.ts";
import type { Store } from "../../services/store/store.ts";
import { VisitLog } from "../../services/store/visit_log.ts";
import { BENCH_TEAM } from "./dataset_rows.ts";

export interface StoreHandlers {
  readonly customers: Handlers<typeof customers>;
  readonly invoices: Handlers<typeof invoices>;
  readonly payments: Handlers<typeof payments>;
}

/** @param shared For what is recorded together. */
export function makeHandlers(sql: Sql, shared: Sql): StoreHandlers {
  const store = makeStore(sql, shared);
  return {
    customers: customerHandlers(store),
    invoices: invoiceHandlers(store),
    payments: paymentHandlers(store),
  };
}

export type AskAccount = (
  input: InputOf<typeof portalAccounts.get>,
) => Promise<OutputOf<typeof portalAccounts.get>>;

export function askAccounts(sql: Sql): AskAccount {
  const handlers = portalAccountHandlers(makeStore(sql));
  return (input) => ask(portalAccounts.get, handlers.get, input);
}

export function askStatement(sql: Sql, input: InputOf<typeof portalAccounts.getStatement>) {
  return ask(portalAccounts.getStatement, portalAccountHandlers(makeStore(sql)).getStatement, input);
}

function makeStore(sql: Sql, shared = sql): Store {
  const log = createLog({ service: "bench", level: "error" });
  return {
    sql,
    shared: new SharedTransactions(shared),
    keys: new SecretKeys("the secret of the benchmark"),
    log,
    publicUrl: "https://portal.example",
    // Nothing that is measured publishes: events stay in the outbox.
    publisher: undefined as unknown as Bus,
    wakeRelay: () => {},
    stopConfirmations: new StopConfirmations(),
    visits: new VisitLog(sql, log),
  };
}

/** As the server does it: the input is checked, then handled. */
export async function ask<Op extends Operation>(
  operation: Op,
  handler: (input: never, context: never) => Promise<OutputOf<Op>>,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<OutputOf<Op>> {
  const context = {
    caller: { teamId: BENCH_TEAM, actor: "key:bench", door: "http" },
    signal: new AbortController().signal,
    requestId: crypto.randomUUID(),
    headers,
    reply: {},
  };
  // What handlers read of a context is there; the input has just been parsed by the operation's own schema.
  return await handler(parseInput(operation.input, input) as never, context as never);
}
