import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import {
  type Bus,
  encodeError,
  encodeJson,
  type HandlerContext,
  HEADERS,
  type Message,
} from "shared/bus/mod.ts";
import { portal } from "shared/contract/portal.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { anAccount, anInvoiceView, aRow, aSeller, aStatement, PORTAL_ID } from "./builders/mod.ts";
import { createHandlers } from "./handlers.ts";

const log = createLog({ service: "portal", write: () => {} });
const INVOICE_ID = "0192a000-0000-7000-8000-000000000031";
const PDF = new TextEncoder().encode("%PDF-");
const listing = { portalId: PORTAL_ID, status: "all", sort: "newest", pageSize: 25 } as const;

/** A store that gives one answer, or one for each subject, and remembers what it was asked. */
function aStore(answer: unknown | OperationError | ((subject: string) => unknown)) {
  const asked: { subject: string; body: unknown; deadline: number }[] = [];
  const request: Bus["request"] = (subject, body, { headers }) => {
    asked.push({
      subject,
      body: JSON.parse(new TextDecoder().decode(body)),
      deadline: Number(headers?.["mesh-deadline"]),
    });
    const reply = answer instanceof OperationError
      ? encodeError(answer)
      : { body: encodeJson(answerOf(subject, body, answer)), headers: {} };
    return Promise.resolve<Message>({
      subject,
      replyTo: undefined,
      ...reply,
      headers: lowerCase(reply.headers),
    });
  };
  // Handlers only ask and, when they give up, publish a cancel.
  const bus = { request, publish: () => {}, isConnected: true } as unknown as Bus;
  return { bus, asked };
}

/** Documents are kept as they come. */
function answerOf(subject: string, body: Uint8Array, answer: unknown): unknown {
  if (subject === "rpc.system.portalDocuments.find") return null;
  if (subject !== "rpc.system.portalDocuments.keep") {
    return typeof answer === "function" ? answer(subject) : answer;
  }
  const { bytes, bytesHash } = JSON.parse(new TextDecoder().decode(body));
  return { bytes, bytesHash };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function aContext(fields: Partial<HandlerContext> = {}): HandlerContext {
  return {
    caller: { teamId: "public", actor: "anonymous", door: "http" },
    signal: new AbortController().signal,
    requestId: crypto.randomUUID(),
    deadline: Date.now() + 5_000,
    log,
    headers: {},
    reply: {},
    ...fields,
  };
}

type PageVerb = "accountPage" | "invoicePage" | "receiptPage" | "statementPage";

async function draw(
  verb: PageVerb | "invoicePdf",
  answer: unknown,
  invoiceId = INVOICE_ID,
) {
  const store = aStore(answer);
  const handlers = createHandlers({ bus: store.bus, pdfs: { render: () => Promise.resolve(PDF) } });
  const context = aContext();
  const input = { ...listing, invoiceId, language: "en" };
  // None of these is so long that it would be streamed.
  const bytes = await handlers[verb](input, context) as Uint8Array;
  const isPressed = context.reply[HEADERS.encoding] === "gzip";
  const text = new TextDecoder().decode(isPressed ? gunzipSync(bytes) : bytes);
  return { text, reply: context.reply, asked: store.asked, context };
}

Deno.test("portal.accountPage draws the account", async () => {
  const { text, reply, asked } = await draw("accountPage", anAccount());
  assertStringIncludes(text, "Meridian Coffee Roasters");
  assertEquals(reply["content-type"], "text/html; charset=utf-8");
  assertEquals(reply["content-encoding"], "gzip");
  assertEquals(reply["mesh-outcome"], undefined);
  assertEquals(asked[0]?.subject, "rpc.public.portalAccounts.get");
});

Deno.test("every page comes with the policy that allows its own style and no other", async () => {
  const seller = aSeller({ color: "#aa3300" });
  const pages: [PageVerb, unknown][] = [
    ["accountPage", anAccount()],
    ["accountPage", anAccount({ seller })],
    ["accountPage", null],
    ["invoicePage", anInvoiceView()],
    ["invoicePage", anInvoiceView({}, seller)],
    ["receiptPage", anInvoiceView({}, seller)],
    ["statementPage", aStatement()],
  ];
  for (const [verb, answer] of pages) {
    const { text, reply } = await draw(verb, answer);
    const styles = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css!);
    const hashes = styles.map((css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`);
    assertStringIncludes(
      reply["content-security-policy"] ?? "",
      `default-src 'none'; style-src ${hashes.join(" ")}; `,
      verb,
    );
  }
});

Deno.test("portal.accountPage asks the store with a deadline that leaves time to answer", async () => {
  const { asked, context } = await draw("accountPage", anAccount());
  assertEquals(asked[0]?.deadline, context.deadline - 500);
});

Deno.test("portal.statementPage leaves the last day to the store, which knows the seller's and what is dated ahead", async () => {
  const { asked } = await draw("statementPage", aStatement());
  // The cast: what is asked for a statement.
  const { from, to } = asked[0]!.body as { from?: string; to?: string };
  assertEquals([from?.slice(8), to], ["01", undefined]);
});

Deno.test("portal.invoicePdf hands over the bytes and the file's name", async () => {
  const { text, reply } = await draw("invoicePdf", anInvoiceView({ invoiceNumber: "Rechnung Ä/1" }));
  assertEquals(text, "%PDF-");
  assertEquals(reply[HEADERS.filename], "Rechnung-%C3%84-1.pdf");
  assertEquals(reply["content-type"], undefined);
});

Deno.test("portal pages answer not_found, without a name, where nothing stands behind the link", async () => {
  for (const verb of ["accountPage", "invoicePage", "invoicePdf"] as const) {
    const { text, reply } = await draw(verb, null);
    assertStringIncludes(text, "Nothing at this address");
    assertEquals(reply["mesh-outcome"], "not_found");
    assertEquals(reply["content-type"], "text/html; charset=utf-8");
  }
});

Deno.test("portal.download knows nothing that is longer than ours, as what compatible programs give out is", async () => {
  const { bus, asked } = aStore(null);
  const { download } = createHandlers({ bus, pdfs: { render: () => Promise.resolve(PDF) } });
  const refuse = async (query: { token?: string; id?: string; fk?: string }) => {
    const input = portal.download.input.parse(query);
    return await assertRejects(async () => void await download(input, aContext()), OperationError);
  };
  const longer = "A".repeat(150);
  const { code, message } = await refuse({ token: `eyJhbGciOiJIUzI1NiJ9.${longer}` });
  assertEquals([code, message], ["NOT_FOUND", "Invalid token"]);
  for (const fk of [`fk.${longer}`, `eyJ.${longer}`, ""]) {
    assertEquals((await refuse({ id: INVOICE_ID, fk })).code, "UNAUTHENTICATED");
  }
  assertEquals(asked, []);
});

Deno.test("portal.invoicePage answers not_found for an id that is none, without asking", async () => {
  const { reply, asked } = await draw("invoicePage", anInvoiceView(), "../../etc");
  assertEquals(reply["mesh-outcome"], "not_found");
  assertEquals(asked, []);
});

const OUTCOMES: readonly [ErrorCode, string, string][] = [
  ["GONE", "gone", "This link no longer works"],
  ["INVALID", "not_found", "Nothing at this address"],
  ["UNAVAILABLE", "unavailable", "Back in a moment"],
  ["DEADLINE", "unavailable", "Back in a moment"],
  ["OVERLOADED", "unavailable", "Back in a moment"],
  ["INTERNAL", "unavailable", "Back in a moment"],
];

for (const [code, outcome, title] of OUTCOMES) {
  Deno.test(`portal pages answer ${outcome} as a page when the store says ${code}`, async () => {
    for (const verb of ["accountPage", "invoicePdf"] as const) {
      const { text, reply } = await draw(verb, new OperationError(code, "Secret Seller Ltd"));
      assertStringIncludes(text, title);
      assertEquals(text.includes("Secret Seller"), false);
      assertEquals(reply["mesh-outcome"], outcome);
    }
  });
}

Deno.test("portal.accountPage passes a cancel on", async () => {
  await assertRejects(
    () => draw("accountPage", new OperationError("CANCELLED", "Cancelled")),
    OperationError,
  );
});

Deno.test("portal.archive stops the renderer when its reader leaves", async () => {
  const rows = Array.from({ length: 9 }, (_, n) => aRow({ id: INVOICE_ID, invoiceNumber: `${n}` }));
  const { bus } = aStore((subject: string) =>
    subject.endsWith("listInvoices")
      ? { customer: anAccount().customer, data: rows, cursor: null }
      : anInvoiceView({ invoiceNumber: crypto.randomUUID() })
  );
  const stopped = Promise.withResolvers<void>();
  let made = 0;
  const render = (_: unknown, signal: AbortSignal) => {
    if (++made === 1) return Promise.resolve(PDF);
    return new Promise<Uint8Array>((_, reject) =>
      signal.addEventListener("abort", () => {
        stopped.resolve();
        reject(signal.reason);
      })
    );
  };
  const { archive } = createHandlers({ bus, pdfs: { render } });
  const answer = await archive({ portalId: PORTAL_ID, status: "all" }, aContext()) as ReadableStream<
    Uint8Array
  >;
  const reader = answer.getReader();
  await reader.read();
  await reader.cancel();
  await stopped.promise;
});
