/** Lets any NATS tool, and the gateway's readiness check, see that a worker is there (ADR-32). */
import { type Bus, encodeJson } from "shared/bus/mod.ts";
import { answerDiscovery as describe } from "shared/bus/discovery.ts";

/** Inboxes of the mesh's own users only, so that nobody can make us publish elsewhere. */
const REPLY_INBOX = /^_INBOX_[a-z_]+(\.[A-Za-z0-9]+){1,3}$/;

export function answerDiscovery(bus: Bus): void {
  const identity = { service: "enrichment" as const, id: crypto.randomUUID(), started: new Date() };
  bus.subscribe("$SRV.>", ({ subject, replyTo }) => {
    const body = describe(subject, identity, []);
    if (body && replyTo && REPLY_INBOX.test(replyTo)) bus.publish(replyTo, encodeJson(body));
  });
}
