/** Whatever comes of a run, people read what it was and what they can do, in words without machines in them. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { OUTCOME_MESSAGES } from "../services/enrichment/outcome.ts";
import { nextStepOf } from "../services/store/rules/next_steps.ts";

/** Nothing is left to do after these. */
const GOOD = ["ok", "unchanged", "aborted"];
const OF_THE_STORE = ["error", "too_many_attempts", "undeliverable", "cancelled", "refused_address"];
const TECHNICAL =
  /HTTP|DNS|TLS|SSL|URL|IP\b|\b\d{3}\b|timeout|socket|redirect|parse|null|undefined|exception/i;

const bad = Object.entries(OUTCOME_MESSAGES).filter(([outcome]) => !GOOD.includes(outcome));

Deno.test("every outcome that is not good has its own sentence and a next step", () => {
  const steps = bad.map(([outcome]) => [outcome, nextStepOf(outcome)]);
  assertEquals(steps.filter(([, step]) => step === null), []);
  assertEquals(OF_THE_STORE.filter((outcome) => nextStepOf(outcome) === null), []);
  assertEquals(GOOD.map(nextStepOf), [null, null, null]);
  assertEquals(new Set(bad.map(([, message]) => message)).size, bad.length);
});

Deno.test("sentences and next steps are whole, and say nothing of machines", () => {
  const texts = [...bad.map(([, message]) => message), ...bad.map(([outcome]) => nextStepOf(outcome)!)];
  for (const text of texts) {
    assert(/^\p{Lu}[^\n]{14,220}\.$/u.test(text), text);
    assert(!TECHNICAL.test(text), text);
  }
});

Deno.test("an address that was refused is told like one that does not answer", () => {
  assertEquals(nextStepOf("refused_address"), nextStepOf("unreachable"));
  assertNotEquals(nextStepOf("unreachable"), nextStepOf("gone"));
});
