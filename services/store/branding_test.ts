import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import type { Caller } from "shared/bus/mod.ts";
import { branding, customers, portalAccounts } from "shared/contract/mod.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { aCustomer, refusal, takeTestStore, type TestStore } from "./test_store.ts";

const ignore = !hasTestServers();
const PUBLIC: Caller = { teamId: "public", actor: "portal", door: "portal" };

/** As far as a header goes; nobody decodes it. */
function aPng(width: number, height = 80, size = 100): string {
  const bytes = Buffer.alloc(size);
  bytes.write("89504e470d0a1a0a0000000d49484452", "hex");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write("IDAT", 37);
  return bytes.toString("base64");
}

async function readLogo({ ask }: TestStore, hash: string): Promise<string> {
  return Buffer.from(await ask(branding.logo, { hash }, { caller: PUBLIC })).toString("base64");
}

Deno.test({ name: "branding.update sets what is named, and portal pages get it", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  assertEquals(await ask(branding.get, {}), { color: null, logo: null });
  await ask(branding.update, { color: "#AA3300" });
  const { logo, color } = await ask(branding.update, { logo: aPng(240) });
  assertEquals([color, logo!.width, logo!.height], ["#aa3300", 240, 80]);
  assertEquals(new URL(logo!.url).pathname, `/brand/${logo!.hash}`);
  assertEquals(await readLogo(store, logo!.hash), aPng(240));
  const { id: customerId } = await ask(customers.upsert, aCustomer());
  const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
  const { seller } = (await ask(portalAccounts.get, { portalId: portalId! }, { caller: PUBLIC }))!;
  assertEquals(seller.color, "#aa3300");
  assertEquals(seller.logo, { hash: logo!.hash, width: 240, height: 80 });
  const found = await ask(customers.getByPortalId, { portalId: portalId! }, { caller: PUBLIC });
  assertEquals(found!.customer.team.logoUrl, logo!.url);
});

Deno.test({ name: "branding.update takes away what is null, and the picture before", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const { logo: first } = await ask(branding.update, { color: "#aa3300", logo: aPng(240) });
  const { logo: second } = await ask(branding.update, { logo: aPng(241) });
  const readFirst = ask(branding.logo, { hash: first!.hash }, { caller: PUBLIC });
  assertEquals((await refusal(readFirst)).code, "NOT_FOUND");
  assertEquals(await ask(branding.update, { color: null, logo: null }), { color: null, logo: null });
  const readSecond = ask(branding.logo, { hash: second!.hash }, { caller: PUBLIC });
  assertEquals((await refusal(readSecond)).code, "NOT_FOUND");
});

Deno.test(
  { name: "branding.update refuses what is no colour and no picture of a logo", ignore },
  async () => {
    await using store = await takeTestStore();
    const svg = Buffer.from("<svg onload='alert(1)'/>").toString("base64");
    const inputs: [object, string][] = [
      [{ logo: svg }, "not_a_picture"],
      [{ logo: "" }, "not_a_picture"],
      [{ logo: aPng(2_001) }, "too_large"],
      [{ logo: aPng(0) }, "too_large"],
      [{ logo: aPng(10, 10, 200_001) }, "too_large"],
    ];
    for (const [input, code] of inputs) {
      const error = await refusal(store.ask(branding.update, input));
      assertEquals([error.code, error.details.errors?.[0]?.code], ["INVALID", code], code);
    }
    for (const color of ["red", "#fff", "#12345g", "#123456;}", 7]) {
      assertEquals((await refusal(store.askRaw(branding.update, { color }))).code, "INVALID", String(color));
    }
  },
);

Deno.test({ name: "branding is a team's own", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, otherCaller: caller } = store;
  await ask(branding.update, { color: "#aa3300", logo: aPng(240) });
  assertEquals(await ask(branding.get, {}, { caller }), { color: null, logo: null });
  // The same picture of two teams lies at one address, and stays there for the other.
  const { logo } = await ask(branding.update, { logo: aPng(240) }, { caller });
  await ask(branding.update, { logo: null });
  assertEquals(await readLogo(store, logo!.hash), aPng(240));
});
