import { assertEquals } from "@std/assert";
import { editorText, readEditorText } from "./editor_text.ts";

Deno.test("readEditorText: paragraphs are lines, in their order", () => {
  const text = (text: string) => ({ type: "text", text });
  const paragraph = (...content: object[]) => ({ type: "paragraph", content });
  const document = {
    type: "doc",
    content: [
      paragraph(text("One "), text("and")),
      paragraph(text("two"), { type: "hardBreak" }, text("three")),
    ],
  };
  assertEquals(readEditorText(document), "One and\ntwo\nthree");
  assertEquals(
    readEditorText({ content: Array(300_000).fill("x") }).length,
    300_000,
    "however many they are",
  );
  assertEquals(readEditorText({}), "");
});

Deno.test("editorText takes a document of any depth, and a text as it is", () => {
  let deep: object = { text: "x" };
  for (let depth = 0; depth < 100_000; depth++) deep = { content: [deep] };
  assertEquals(editorText(10).parse(deep), "x");
  assertEquals(editorText(10).parse(" plain "), "plain");
  assertEquals(editorText(3).safeParse({ text: "long" }).success, false);
});
