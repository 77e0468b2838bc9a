import { assertEquals } from "@std/assert";
import { z } from "zod";
import { describeInput } from "./input_schema.ts";
import { planQuery, readQuery } from "./read_query.ts";
import { command } from "shared/operation.ts";

const input = z.object({
  id: z.string(),
  q: z.string().nullish(),
  count: z.number().optional(),
  isOpen: z.boolean().nullish(),
  ids: z.array(z.string()).optional(),
  sizes: z.array(z.number().int()).nullish(),
  notes: z.array(z.string().max(600)).nullish(),
  sort: z.tuple([z.string(), z.enum(["asc", "desc"])]).nullish(),
});
const operation = {
  ...command({ summary: "", input, output: z.null(), scope: "public" }),
  name: "things.get",
  domain: "things",
  verb: "get",
  service: "store",
} as const;
const plan = planQuery(describeInput(operation), { except: ["id"], ignoresUnknown: false });

Deno.test("readQuery makes values of what the schema asks for", () => {
  const cases: [query: string, values: object][] = [
    ["", {}],
    ["?", {}],
    ["?q=7", { q: "7" }],
    ["?q=a+b%20c%26", { q: "a b c&" }],
    ["?q=%E0%A4%A", { q: "\ufffd%A" }],
    ["?count=7&isOpen=true", { count: 7, isOpen: true }],
    ["?count=-1.5&isOpen=false", { count: -1.5, isOpen: false }],
    ["?count=1e3&isOpen=1", { count: "1e3", isOpen: "1" }],
    ["?ids=a", { ids: ["a"] }],
    ["?ids=a,b&ids=c", { ids: ["a", "b", "c"] }],
    ["?sizes=1,x", { sizes: [1, "x"] }],
    ["?notes=city:Berlin,+Mitte&notes=a:b", { notes: ["city:Berlin, Mitte", "a:b"] }],
    ["?sort=name&sort=asc", { sort: ["name", "asc"] }],
    ["?sort=name,asc", { sort: ["name", "asc"] }],
    ["?q=a&q=b", { q: ["a", "b"] }],
  ];
  for (const [query, values] of cases) {
    assertEquals<unknown>(readQuery(`http://localhost/things${query}`, plan), { values, unknown: [] }, query);
  }
});

Deno.test("readQuery names unknown parameters, a path parameter among them, or ignores them", () => {
  const url = "http://localhost/things?id=1&__proto__=x&q=y";
  const { values, unknown } = readQuery(url, plan);
  assertEquals(values, { q: "y" });
  assertEquals(unknown.map(({ pointer }) => pointer), ["/id", "/__proto__"]);
  assertEquals(readQuery(url, { ...plan, ignoresUnknown: true }), { values: { q: "y" }, unknown: [] });
});
