/** Asks the store again and again for what is due at some webhook, sends it, and says what became of it. */
import { type Bus, call, type Message } from "shared/bus/mod.ts";
import { cancelRun } from "shared/contract/messages.ts";
import { webhookDeliveries } from "shared/contract/webhooks.ts";
import type { ClaimedDelivery } from "shared/contract/webhooks.ts";
import type { Log } from "shared/log.ts";
import { sleep } from "../fetch/deadline.ts";
import { ownCall } from "../own_call.ts";
import { readMessage } from "../read_message.ts";
import { type Net, sendMessage } from "./send_message.ts";

/** At once; to one receiver always one after the other. */
const SLOTS = 16;
const IDLE_MS = 1_000;
const REPORT_MS = 5_000;

export interface SenderOptions {
  readonly bus: Bus;
  readonly log: Log;
  readonly net: Net;
}

export class WebhookSender {
  #options: SenderOptions;
  #sending = new Map<string, { readonly generation: number; readonly controller: AbortController }>();
  #working = new Set<Promise<void>>();
  #stopping = new AbortController();
  #done: Promise<void> = Promise.resolve();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.bus.subscribe("control.run.*", (message) => this.#cancel(message));
    this.#done = this.#run();
  }

  /** Breaks off what is under way: its claim ends by itself, and it is sent again. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error("the sender stops"));
    for (const { controller } of this.#sending.values()) controller.abort(this.#stopping.signal.reason);
    await this.#done;
    await Promise.all(this.#working);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      if (this.#working.size >= SLOTS) {
        await Promise.race(this.#working);
        continue;
      }
      const delivery = await this.#claim();
      if (delivery) this.#begin(delivery);
      // A receiver that has taken one is asked to take the next at once.
      else await Promise.race([sleep(IDLE_MS, signal).catch(() => {}), ...this.#working]);
    }
  }

  async #claim(): Promise<ClaimedDelivery | null> {
    try {
      const { signal } = this.#stopping;
      return (await call(this.#options.bus, webhookDeliveries.claim, {}, ownCall(signal))).delivery;
    } catch (error) {
      this.#options.log.debug("no delivery could be claimed", { error: String(error) });
      return null;
    }
  }

  #begin(delivery: ClaimedDelivery): void {
    const done = this.#deliver(delivery).finally(() => this.#working.delete(done));
    this.#working.add(done);
  }

  async #deliver(delivery: ClaimedDelivery): Promise<void> {
    const { webhookId, teamId, generation, position, url, headers, body } = delivery;
    const { bus, log, net } = this.#options;
    const sending = { generation, controller: new AbortController() };
    this.#sending.set(webhookId, sending);
    try {
      const answer = await sendMessage(net, { url, message: { headers, body } }, sending.controller.signal);
      const report = { webhookId, teamId, generation, position, ...answer };
      // Also while we stop: what was taken should not be sent twice.
      await call(bus, webhookDeliveries.report, report, ownCall(AbortSignal.timeout(REPORT_MS)));
    } catch (error) {
      // Its claim ends by itself, and whoever is next sends it again.
      log.debug("a delivery was broken off", { webhookId, error: String(error) });
    } finally {
      if (this.#sending.get(webhookId) === sending) this.#sending.delete(webhookId);
    }
  }

  #cancel(message: Message): void {
    const sending = this.#sending.get(message.subject.split(".")[2] ?? "");
    const order = sending && readMessage(message, cancelRun);
    if (order && order.generation >= sending.generation) sending.controller.abort(new Error(order.reason));
  }
}
