import { assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { openFile, type ReadOptions } from "./read_rows.ts";

async function read(text: string, options: Partial<ReadOptions> = {}) {
  const file = await openFile(text, { empty: "keep", ...options });
  return { ...file, rows: await Array.fromAsync(file.rows) };
}

async function refusalOf(text: string, options: Partial<ReadOptions> = {}) {
  const error = await assertRejects(() => read(text, options), OperationError);
  return [error.code, error.details.errors?.[0]?.pointer, error.details.errors?.[0]?.code];
}

Deno.test("openFile matches columns by name, whatever their case, spaces and underscores", async () => {
  const { rows, mapping } = await read(
    "\ufeffNAME;E-Mail;external_id;Country Code;Is Archived;Founded year;Shoe size\r\nA;a@b.example;7;NO;Yes;1999;44\r\n",
  );
  assertEquals(rows[0]!.item, {
    name: "A",
    email: "a@b.example",
    externalId: "7",
    countryCode: "NO",
    isArchived: true,
    foundedYear: 1999,
  });
  assertEquals(mapping.columns.at(-1), undefined);
});

Deno.test("openFile finds out what parts the cells", async () => {
  for (const delimiter of [",", ";", "\t", "|"]) {
    const text = `name${delimiter}"note, a; b | c"${delimiter}email\nA${delimiter}x${delimiter}a@b.example`;
    const { rows } = await read(text);
    assertEquals(rows[0]!.item, { name: "A", email: "a@b.example" }, delimiter);
  }
  assertEquals((await read("name\nA;B")).rows[0]!.item, { name: "A;B" });
  const asked = await read("name;x;y,city\nA;B;C,Oslo", { delimiter: "," });
  assertEquals(asked.mapping.headers, ["name;x;y", "city"]);
});

Deno.test("openFile takes Excel's first line for what it says, and counts no row for it", async () => {
  const row = { name: "A,B", email: "a@b.example" };
  for (const line of ["sep=;\r\n", "\ufeffSEP=;\n", '"sep=;"\r\n']) {
    const { rows, delimiter } = await read(`${line}name;email\r\nA,B;a@b.example\r\n`);
    assertEquals([rows[0]!.item, rows[0]!.row, delimiter], [row, 2, ";"], line);
  }
  // It is right where counting would not be.
  assertEquals((await read("sep=|\nname|email,x,y\nA|b")).mapping.headers, ["name", "email,x,y"]);
  assertEquals((await read("sep=;\nname,email\nA,b", { delimiter: "," })).rows[0]!.item.email, "b");
  assertEquals(await refusalOf("sep=;"), ["INVALID", "", "empty_file"]);
});

Deno.test("openFile takes a mapping for what has other names, and leaves out what it says", async () => {
  const mapping = JSON.stringify({ Firma: "name", name: null, "E-Post": "EMAIL" });
  const { rows } = await read("Firma,name,E-Post,city\nA,B,a@b.example,Oslo", { mapping });
  assertEquals(rows[0]!.item, { name: "A", email: "a@b.example", city: "Oslo" });
});

Deno.test("openFile refuses mappings that do not fit, and files that are none", async () => {
  const file = "Firma,city\nA,Oslo";
  assertEquals(await refusalOf(file, { mapping: "{" }), ["INVALID", "/mapping", "invalid_type"]);
  assertEquals(await refusalOf(file, { mapping: '{"Firma":7}' }), ["INVALID", "/mapping", "invalid_type"]);
  assertEquals(await refusalOf(file, { mapping: '{"Firma":"shoes"}' }), [
    "INVALID",
    "/mapping/Firma",
    "unknown_field",
  ]);
  assertEquals(await refusalOf(file, { mapping: '{"x/y":"name"}' }), [
    "INVALID",
    "/mapping/x~1y",
    "unknown_column",
  ]);
  assertEquals(await refusalOf(file, { mapping: '{"Firma":"city"}' }), [
    "INVALID",
    "/mapping",
    "claimed_twice",
  ]);
  assertEquals(await refusalOf(file, { mapping: '{"Firma":"addTags"}' }), [
    "INVALID",
    "/mapping/Firma",
    "unknown_field",
  ]);
  assertEquals(await refusalOf("a,b\n1,2"), ["INVALID", "/mapping", "no_columns"]);
  assertEquals(await refusalOf(""), ["INVALID", "", "empty_file"]);
  assertEquals(await refusalOf('name,email\n"A,a@b.example\n'), ["INVALID", "", "malformed_csv"]);
});

Deno.test("openFile counts rows as a spreadsheet does, and passes over empty ones", async () => {
  const { rows } = await read('name,note\nA,"two\nlines"\n\n,\nB,x\n');
  assertEquals(rows.map(({ row, item }) => [row, item.name]), [[2, "A"], [5, "B"]]);
});

Deno.test("openFile: an empty cell keeps what is there, or clears it when asked to", async () => {
  const file = "id,name,email,phone,isArchived,foundedYear,tags,externalId\nX,,,,,,,";
  assertEquals((await read(file)).rows[0]!.item, { id: "X" });
  const cleared = { id: "X", phone: null, foundedYear: null, tags: [] };
  assertEquals((await read(file, { empty: "clear" })).rows[0]!.item, cleared);
});

Deno.test("openFile refuses a customer that is there twice, and cells beyond the header", async () => {
  const { rows } = await read("externalId,id\na,\nb,X\nA,\n,x\nc,,more\nd,,  \n");
  const codes = rows.map(({ errors }) => errors.map(({ pointer, code }) => `${pointer} ${code}`));
  assertEquals(codes, [[], [], [], ["/id duplicate_in_file"], [" too_many_cells"], []]);
});
