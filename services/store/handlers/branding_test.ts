import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import type { Caller } from "shared/bus/mod.ts";
import { branding, customers, portalAccounts } from "shared/contract/mod.ts";
import {
  aGif,
  aJpeg,
  anIco,
  aPng,
  aPngBomb,
  chunk,
  withOrientation,
  withSegment,
} from "shared/pictures/test_pictures.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { readPictureSize } from "../rules/picture_size.ts";
import { aCustomer, refusal, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const PUBLIC: Caller = { teamId: "public", actor: "portal", door: "portal" };

const aLogo = (width = 240, height = 80) => toBase64(aPng({ width, height }));

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

async function readLogo({ ask }: TestStore, hash: string): Promise<Uint8Array> {
  return await ask(branding.logo, { hash }, { caller: PUBLIC });
}

/** Uploads it, and reads what customers are sent. */
async function serveLogo(store: TestStore, file: Uint8Array): Promise<Uint8Array> {
  const { logo } = await store.ask(branding.update, { logo: toBase64(file) });
  return await readLogo(store, logo!.hash);
}

async function sizeServed(store: TestStore, file: Uint8Array): Promise<unknown> {
  return readPictureSize(await serveLogo(store, file));
}

async function assertRefused({ ask }: TestStore, files: Readonly<Record<string, Uint8Array>>, code: string) {
  for (const [name, file] of Object.entries(files)) {
    const error = await refusal(ask(branding.update, { logo: toBase64(file) }));
    assertEquals([name, error.code, error.details.errors?.[0]?.code], [name, "INVALID", code]);
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

Deno.test({ name: "branding.update sets what is named, and portal pages get it", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  assertEquals(await ask(branding.get, {}), { color: null, logo: null, locale: null });
  await ask(branding.update, { color: "#AA3300" });
  await ask(branding.update, { locale: "fr-CH" });
  const { logo, color, locale } = await ask(branding.update, { logo: aLogo() });
  assertEquals(locale, "fr-CH");
  assertEquals([color, logo!.width, logo!.height], ["#aa3300", 240, 80]);
  assertEquals(new URL(logo!.url).pathname, `/brand/${logo!.hash}`);
  assertEquals(readPictureSize(await readLogo(store, logo!.hash)), { width: 240, height: 80 });
  const { id: customerId } = await ask(customers.upsert, aCustomer());
  const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
  const { seller } = (await ask(portalAccounts.get, { portalId: portalId! }, { caller: PUBLIC }))!;
  assertEquals([seller.color, seller.locale], ["#aa3300", "fr-CH"]);
  assertEquals(seller.logo, { hash: logo!.hash, width: 240, height: 80 });
  const found = await ask(customers.getByPortalId, { portalId: portalId! }, { caller: PUBLIC });
  assertEquals(found!.customer.team.logoUrl, logo!.url);
});

Deno.test({ name: "branding.update takes away what is null, and the picture before", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const { logo: first } = await ask(branding.update, { color: "#aa3300", logo: aLogo() });
  const { logo: second } = await ask(branding.update, { logo: aLogo(241) });
  const readFirst = ask(branding.logo, { hash: first!.hash }, { caller: PUBLIC });
  assertEquals((await refusal(readFirst)).code, "NOT_FOUND");
  assertEquals(await ask(branding.update, { color: null, logo: null }), {
    color: null,
    logo: null,
    locale: null,
  });
  const readSecond = ask(branding.logo, { hash: second!.hash }, { caller: PUBLIC });
  assertEquals((await refusal(readSecond)).code, "NOT_FOUND");
});

Deno.test({ name: "branding.update keeps the picture and nothing else of the file", ignore }, async () => {
  await using store = await takeTestStore();
  const secrets = [
    chunk("tEXt", encode("Comment\0a secret")),
    chunk("eXIf", encode("MM\0*GPS")),
    chunk("iCCP", encode("secret\0\0")),
  ];
  const archive = encode("PK\x03\x04 secret.html <script>alert(1)</script>");
  const files: Record<string, Uint8Array> = {
    "a PNG with words and a place": aPng({ chunks: secrets }),
    "a PNG that is an archive too": join(aPng(), archive),
    "a JPEG with EXIF": withOrientation(aJpeg(), 1),
    "a JPEG that is a page too": withSegment(aJpeg(), 0xfe, encode("<script>secret</script>")),
  };
  for (const [name, file] of Object.entries(files)) {
    const served = Buffer.from(await serveLogo(store, file)).toString("latin1");
    assertEquals([name, served.slice(1, 4)], [name, "PNG"]);
    assertEquals([name, served.match(/secret|GPS|script|Exif|eXIf|tEXt/)], [name, null]);
  }
});

Deno.test({ name: "branding.update draws a picture small and the right way up", ignore }, async () => {
  await using store = await takeTestStore();
  assertEquals(await sizeServed(store, aPng({ width: 2_000, height: 500 })), { width: 512, height: 128 });
  assertEquals(await sizeServed(store, withOrientation(aJpeg(), 6)), {
    width: 16,
    height: 32,
  });
});

Deno.test({ name: "branding.update refuses what is no picture of a logo", ignore }, async () => {
  await using store = await takeTestStore();
  const { logo } = await store.ask(branding.update, { logo: aLogo() });
  const frames = chunk("acTL", Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 0));
  await assertRefused(store, {
    nothing: new Uint8Array(),
    "a drawing with a script": encode("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "a drawing that says it is a PNG": join(aPng().subarray(0, 33), encode("<svg><script/></svg>")),
    "a GIF": aGif(),
    "an icon": anIco(),
    "a PNG that moves": aPng({ chunks: [frames] }),
    "a PNG cut off": aPng({ width: 300 }).subarray(0, 80),
    "a PNG of one pixel": aPng({ width: 1, height: 1 }),
    "a PNG of one colour": aPng({ pixels: () => [9, 9, 9] }),
    "a JPEG cut off": aJpeg().subarray(0, 200),
  }, "not_a_picture");
  await assertRefused(store, {
    "wider than a logo": aPng({ width: 2_001, height: 20 }),
    "a bomb that says so": aPngBomb(60_000, 60_000),
    "too many bytes": join(aPng(), new Uint8Array(200_001)).subarray(0, 200_001),
  }, "too_large");
  assertEquals((await store.ask(branding.get, {})).logo, logo);
});

Deno.test(
  { name: "branding.update goes on after a picture that its decoder gives up on", ignore },
  async () => {
    await using store = await takeTestStore();
    await assertRefused(store, { "a bomb that says it is small": aPngBomb(1_900, 1_900) }, "not_a_picture");
    assertEquals(await sizeServed(store, aPng()), { width: 64, height: 32 });
  },
);

Deno.test({ name: "branding.update stops drawing with its request", ignore }, async () => {
  await using store = await takeTestStore();
  const controller = new AbortController();
  const large = aPng({ width: 2_000, height: 2_000, pixels: (x, y) => [x >> 4, y >> 4, 0] });
  const drawing = refusal(
    store.ask(branding.update, { logo: toBase64(large) }, { signal: controller.signal }),
  );
  controller.abort();
  assertEquals((await drawing).code, "CANCELLED");
  assertEquals((await store.ask(branding.get, {})).logo, null);
  assertEquals(await sizeServed(store, aPng()), { width: 64, height: 32 });
});

Deno.test({ name: "branding.update refuses what is no colour and no language", ignore }, async () => {
  await using store = await takeTestStore();
  for (const color of ["red", "#fff", "#12345g", "#123456;}", 7]) {
    assertEquals((await refusal(store.askRaw(branding.update, { color }))).code, "INVALID", String(color));
  }
  for (const locale of ["German", "d", "de_AT", "de;q=1", ""]) {
    assertEquals((await refusal(store.askRaw(branding.update, { locale }))).code, "INVALID", locale);
  }
});

Deno.test({ name: "branding is a team's own", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, otherCaller: caller } = store;
  await ask(branding.update, { color: "#aa3300", logo: aLogo() });
  assertEquals(await ask(branding.get, {}, { caller }), { color: null, logo: null, locale: null });
  // The same picture of two teams lies at one address, and stays there for the other.
  const { logo } = await ask(branding.update, { logo: aLogo() }, { caller });
  await ask(branding.update, { logo: null });
  assertEquals(readPictureSize(await readLogo(store, logo!.hash)), { width: 240, height: 80 });
});
