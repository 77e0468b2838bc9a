/** What one run has spent on a model, and whether another request still fits. */
import type { Reply } from "./chat_endpoint.ts";
import { NO_USAGE, type Spending, type Usage } from "./source.ts";

export interface Prices {
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}

export class Meter {
  #prices: Prices;
  #caps: readonly Spending[];
  #usage: Usage = NO_USAGE;

  /** @param caps the run's own, and what customer and team have left today. */
  constructor(prices: Prices, caps: readonly Spending[]) {
    this.#prices = prices;
    this.#caps = caps;
  }

  get usage(): Usage {
    return this.#usage;
  }

  /** The worst that a request can cost must fit under every cap. */
  mayAsk(inputTokens: number, maxOutputTokens: number): boolean {
    const used = this.#usage;
    const tokens = used.inputTokens + used.outputTokens + inputTokens + maxOutputTokens;
    const usd = used.costUsd + this.#costOf(inputTokens, maxOutputTokens);
    return this.#caps.every((cap) => tokens <= cap.tokens && usd <= cap.costUsd);
  }

  /** What the endpoint says it counted, else our estimate: an answer that never came has been read all the same. */
  record(reply: Reply, estimatedInput: number, estimatedOutput: number): void {
    const told = "usage" in reply ? reply.usage : undefined;
    // Refused before the model saw it.
    const isFree = reply.kind === "rejected" || (reply.kind === "busy" && told === undefined);
    const inputTokens = isFree ? 0 : told?.inputTokens ?? estimatedInput;
    const outputTokens = isFree ? 0 : told?.outputTokens ?? estimatedOutput;
    const used = this.#usage;
    this.#usage = {
      requests: used.requests + 1,
      inputTokens: used.inputTokens + inputTokens,
      outputTokens: used.outputTokens + outputTokens,
      costUsd: used.costUsd + this.#costOf(inputTokens, outputTokens),
    };
  }

  #costOf(inputTokens: number, outputTokens: number): number {
    const { inputUsdPerMillion, outputUsdPerMillion } = this.#prices;
    return (inputTokens * inputUsdPerMillion + outputTokens * outputUsdPerMillion) / 1_000_000;
  }
}
