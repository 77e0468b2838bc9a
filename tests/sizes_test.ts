/** What the contract lets every field hold goes through the doors, however long its letters are. */
import { assertEquals } from "@std/assert";
import { hasTestServers } from "../infra/test_mesh.ts";
import { aCustomer, anInvoice } from "../services/store/test_store.ts";
import { takeTestDoors } from "./test_doors.ts";

Deno.test(
  { name: "the largest input that the fields allow is taken", ignore: !hasTestServers() },
  async (t) => {
    await using doors = await takeTestDoors();
    const send = async (method: string, path: string, body?: object) => {
      const answer = await doors.send(method, path, body);
      return { status: answer.status, body: await answer.json() };
    };

    await t.step(
      "an invoice of 500 lines of 500 letters, with a note, is recorded, read, listed and told",
      async () => {
        const customer = await send("POST", "/customers", aCustomer());
        const name = "請".repeat(500);
        const lines = Array.from(
          { length: 500 },
          () => ({ name, quantity: "999.5", price: "9999.99", taxRate: "12.5" }),
        );
        const invoice = anInvoice({ customerId: customer.body.id, lines, note: "請".repeat(5_000) });
        const made = await send("POST", "/invoices", invoice);
        assertEquals([made.status, made.body.lines?.length], [201, 500]);
        const read = await send("GET", `/invoices/${made.body.id}`);
        assertEquals([read.status, read.body.lines[499].name], [200, name]);
        assertEquals((await send("GET", "/invoices?q=請請")).body.data.length, 1);
        assertEquals((await send("GET", "/events")).status, 200);
      },
    );

    await t.step("500 exchange rates of 400 digits with their sources", async () => {
      const rate = `0.${"1234567890".repeat(40).slice(0, 398)}`;
      const dates = Array.from(
        { length: 500 },
        (_, n) => new Date(n * 86_400_000).toISOString().slice(0, 10),
      );
      const rates = dates.map((date) => ({
        base: "USD",
        quote: "EUR",
        rate,
        date,
        source: "請".repeat(100),
      }));
      const recorded = await send("POST", "/rates", { rates });
      assertEquals([recorded.status, recorded.body.rates?.length], [200, 500]);
      assertEquals((await send("GET", "/rates?pageSize=500")).body.data.length, 500);
    });
  },
);
