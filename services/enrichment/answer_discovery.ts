/** Lets any NATS tool, and the gateway's readiness check, see that a worker is there (ADR-32). */
import { type Bus, encodeJson } from "shared/bus/mod.ts";
import { answerDiscovery as describe } from "shared/bus/discovery.ts";
import { isInbox } from "shared/bus/subjects.ts";

export function answerDiscovery(bus: Bus): void {
  const identity = { service: "enrichment" as const, id: crypto.randomUUID(), started: new Date() };
  bus.subscribe("$SRV.>", ({ subject, replyTo }) => {
    const body = describe(subject, identity, []);
    if (body && isInbox(replyTo)) bus.publish(replyTo, encodeJson(body));
  });
}
