/** What end-to-end tests use to knock at the doors of a running mesh: HTTP with a key, NATS as an outside publisher. */
import { connectNats, encodeJson } from "shared/bus/mod.ts";
import { createLog } from "shared/log.ts";
import type { DevMesh } from "../infra/test_mesh.ts";

// deno-lint-ignore no-explicit-any -- an answer as a client without types sees it; every use asserts what it expects
export type Answer = { status: number; headers: Headers; body: any };

export interface HttpOptions {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export type Http = (method: string, path: string, options?: HttpOptions) => Promise<Answer>;

/** @returns A function that sends one request with the first team's key. */
export function httpClient(mesh: DevMesh): Http {
  return async (method, path, { body, key = mesh.file.apiKey, headers = {} } = {}) => {
    const response = await fetch(mesh.file.gatewayUrl + path, {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    const isJson = response.headers.get("content-type")?.includes("json");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : isText(response) ? text : bytes,
    };
  };
}

function isText(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/") ?? false;
}

/** An outside service that publishes for the first team. */
export interface Publisher {
  /** Resolves when the broker has stored the command; one id is stored once. */
  publish(operation: string, input: unknown, messageId: string): Promise<void>;
  /** The same on any subject, allowed or not. */
  publishOn(subject: string, body: Uint8Array, messageId: string): Promise<void>;
  close(): Promise<void>;
}

/** With nothing but what `mesh.json` gives to other services. */
export async function connectPublisher({ file }: DevMesh): Promise<Publisher> {
  const bus = await connectNats({
    url: file.natsUrl,
    user: file.natsUser,
    password: file.natsPassword,
    name: "test",
    inboxPrefix: "_INBOX",
    log: createLog({ service: "test", level: "error" }),
  });
  const publishOn = async (subject: string, body: Uint8Array, messageId: string) =>
    void await bus.publishDurable(subject, body, { messageId });
  return {
    publish: (operation, input, messageId) =>
      publishOn(`ingest.${file.teamId}.${operation}`, encodeJson(input), messageId),
    publishOn,
    close: () => bus.close(),
  };
}
