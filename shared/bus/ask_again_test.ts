import { assert, assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { askAgain } from "./ask_again.ts";
import type { Message } from "./bus.ts";
import { encodeError, encodeJson } from "./envelope.ts";

const AFTER_MS = 20;

const value = (text: string): Message => ({ subject: "", body: encodeJson(text), headers: {} });

function problem(code: "CONFLICT" | "INVALID" | "OVERLOADED", retryAfterMs?: number): Message {
  const { body, headers } = encodeError(new OperationError(code, "No", { details: { retryAfterMs } }));
  const lower = Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]);
  return { subject: "", body, headers: Object.fromEntries(lower) };
}

const silence = () => new Promise<Message>(() => {});
const nobody = () => Promise.reject(new OperationError("UNAVAILABLE", "Nobody answers"));

/** Each sending meets the next of these; the last stands for all further ones. */
function sender(...answers: (() => Promise<Message>)[]) {
  const sent = { count: 0 };
  const send = () => answers[Math.min(sent.count++, answers.length - 1)]!();
  return { send, sent };
}

Deno.test("askAgain believes the first sending at once, good or bad", async () => {
  const good = sender(() => Promise.resolve(value("first")));
  assertEquals(await askAgain(good.send, AFTER_MS), value("first"));
  const running = problem("CONFLICT", 1_000);
  assertEquals(await askAgain(sender(() => Promise.resolve(running)).send, AFTER_MS), running);
  await assertRejects(() => askAgain(sender(nobody).send, AFTER_MS), OperationError, "Nobody");
  await new Promise((resolve) => setTimeout(resolve, AFTER_MS * 2));
  assertEquals(good.sent.count, 1);
});

Deno.test("askAgain asks again after silence, and takes no service for an answer meanwhile", async () => {
  const { send, sent } = sender(silence, nobody, () => Promise.resolve(value("second life")));
  assertEquals(await askAgain(send, AFTER_MS), value("second life"));
  assertEquals(sent.count, 3);
});

Deno.test("askAgain waits for the first when the second hears that it is still running", async () => {
  const first = Promise.withResolvers<Message>();
  const { send } = sender(() => first.promise, () => Promise.resolve(problem("CONFLICT", 1_000)));
  const answer = askAgain(send, AFTER_MS);
  setTimeout(() => first.resolve(value("slow but alive")), AFTER_MS * 3);
  assertEquals(await answer, value("slow but alive"));
});

Deno.test("askAgain waits for the first when there is no room for the second", async () => {
  const first = Promise.withResolvers<Message>();
  const full = () => Promise.resolve(problem("OVERLOADED"));
  const { send, sent } = sender(() => first.promise, full);
  const answer = askAgain(send, AFTER_MS);
  setTimeout(() => first.resolve(value("done all the same")), AFTER_MS * 5);
  assertEquals(await answer, value("done all the same"));
  assert(sent.count <= 6, "whoever has no room is not asked more often");
  assertEquals(
    await askAgain(sender(full).send, AFTER_MS),
    problem("OVERLOADED"),
    "said of the first, it is true",
  );
});

Deno.test("askAgain hands over an error that a later sending meets", async () => {
  const invalid = problem("INVALID");
  assertEquals(await askAgain(sender(silence, () => Promise.resolve(invalid)).send, AFTER_MS), invalid);
});

Deno.test("askAgain waits for the second when the first hears that this one is still running", async () => {
  const first = Promise.withResolvers<Message>();
  const second = Promise.withResolvers<Message>();
  const { send } = sender(() => first.promise, () => second.promise);
  const answer = askAgain(send, AFTER_MS);
  setTimeout(() => first.resolve(problem("CONFLICT", 1_000)), AFTER_MS * 2);
  setTimeout(() => second.resolve(value("taken over")), AFTER_MS * 3);
  assertEquals(await answer, value("taken over"));
});
