import { assertEquals, assertLess } from "@std/assert";
import { tidyName } from "./name_form.ts";

Deno.test("tidyName takes away what stands beside a name", () => {
  const rows = [
    ["Acme Tools | info@acme.example, Leeds", "Acme Tools"],
    ["Acme Tools, info@acme.example", "Acme Tools"],
    ["info@acme.example", ""],
    ["Acme @ Leeds", "Acme @ Leeds"],
    ["Acme Tools – ", "Acme Tools"],
    ["Acme Tools Inc.", "Acme Tools Inc."],
  ];
  for (const [text = "", name] of rows) assertEquals([text, tidyName(text)], [text, name]);
});

Deno.test("tidyName is done with any text at once", () => {
  const start = performance.now();
  for (const unit of [",", "|,", "–,,,,", "a@,", "@"]) tidyName(unit.repeat(3_000));
  assertLess(performance.now() - start, 2_000);
});
