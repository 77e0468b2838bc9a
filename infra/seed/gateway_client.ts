/** Orders to the gateway over HTTP, patient when it asks for patience. */
import { pause } from "../process/wait.ts";

export interface GatewayClient {
  /** @throws when refused for another reason than being busy. */
  send<T>(method: string, path: string, body?: unknown): Promise<T>;
}

const MAX_ATTEMPTS = 20;

export function createGatewayClient(gatewayUrl: string, apiKey: string): GatewayClient {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  return {
    async send<T>(method: string, path: string, body?: unknown): Promise<T> {
      for (let attempt = 1;; attempt++) {
        const response = await fetch(`${gatewayUrl}${path}`, { method, headers, body: JSON.stringify(body) });
        const text = await response.text();
        if (response.ok) return JSON.parse(text);
        const isBusy = response.status === 429 || response.status === 503;
        if (!isBusy || attempt === MAX_ATTEMPTS) {
          throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
        }
        await pause(Math.min(Number(response.headers.get("retry-after") ?? 0.2), 5) * 1_000);
      }
    },
  };
}

/** Does the work for each item, at most `width` at a time. */
export async function forEachOf<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
