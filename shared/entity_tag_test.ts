import { assertEquals } from "@std/assert";
import { parseEntityTags, versionInTag, writeEntityTag } from "./entity_tag.ts";

const values = (text: string) => {
  const tags = parseEntityTags(text);
  return tags === "*" || tags === undefined
    ? tags
    : tags.map(({ isWeak, value }) => (isWeak ? "W/" : "") + value);
};

Deno.test("parseEntityTags reads one tag, several, weak ones and the star", () => {
  assertEquals(values('"7"'), ["7"]);
  assertEquals(values('"7-ab", W/"8" ,"9,x",, ""'), ["7-ab", "W/8", "9,x", ""]);
  assertEquals(values(" * "), "*");
});

Deno.test("parseEntityTags refuses what is no list of tags, at any length", () => {
  for (
    const text of ["", "7", '"7', '7"', 'w/"7"', '"7" or "8"', '"a b"', '*, "7"', ",", '"7"'.repeat(2_000)]
  ) {
    assertEquals(values(text), undefined, text.slice(0, 20));
  }
});

Deno.test("versionInTag finds the version in our tags only", () => {
  const version = (text: string) =>
    versionInTag((parseEntityTags(text) as { isWeak: boolean; value: string }[])[0]!);
  assertEquals([version(writeEntityTag("12", "aB_-9")), version('"12"'), version('W/"12"')], [12, 12, 12]);
  for (const other of ['"x"', '"-1"', '"1.5"', '"99999999999"', '"7 "'.replace(" ", "")]) {
    assertEquals(version(other), other === '"7"' ? 7 : undefined);
  }
});
