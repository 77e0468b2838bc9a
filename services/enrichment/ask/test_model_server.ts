/** A stand-in for a model's endpoint on loopback, which behaves well or in each wrong way that real ones know. */

export interface Asked {
  readonly body: {
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly max_tokens: number;
  };
  readonly authorization: string | null;
  /** Resolves when the connection is gone, or the answer has been taken. */
  readonly closed: Promise<void>;
}

export type Behaviour = (asked: Asked) => Response | Promise<Response>;

export interface ModelServer extends AsyncDisposable {
  readonly url: string;
  readonly asked: Asked[];
  /** Resolves with the first request. */
  readonly firstAsked: Promise<Asked>;
}

/** Each request is answered by the next behaviour; the last one goes on. */
export function startModelServer(...behaviours: Behaviour[]): ModelServer {
  const asked: Asked[] = [];
  const first = Promise.withResolvers<Asked>();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request, { completed }) => {
      const closed = completed.catch(() => {});
      const authorization = request.headers.get("authorization");
      const record = { body: await request.json(), authorization, closed };
      asked.push(record);
      first.resolve(record);
      return await behaviours[Math.min(asked.length, behaviours.length) - 1]!(record);
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/v1`,
    asked,
    firstAsked: first.promise,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

export type Facts = Readonly<
  Record<string, { value: string | null; evidence: number | null; quote: string | null }>
>;

export function says(text: string, finishReason = "stop"): Behaviour {
  return () => answer({ content: text }, finishReason);
}

export function states(facts: Facts): Behaviour {
  return says(JSON.stringify({ fields: facts }));
}

/** Looks the quote up in the blocks it was sent, as a real model does, and believes whatever stands there. */
export function quotes(wanted: Readonly<Record<string, { value: string; quote: string }>>): Behaviour {
  return (asked) => {
    const lines = asked.body.messages.at(-1)!.content.split("\n").filter((line) => line.startsWith("{"));
    const blocks: { n: number; text: string }[] = lines.map((line) => JSON.parse(line));
    const facts = Object.entries(wanted).map(([field, { value, quote }]) => {
      const block = blocks.find((each) => each.text.includes(quote)) ?? blocks[0];
      return [field, { value, evidence: block?.n ?? 1, quote }];
    });
    return answer({ content: JSON.stringify({ fields: Object.fromEntries(facts) }) }, "stop");
  };
}

export const refuses: Behaviour = () =>
  answer({ content: null, refusal: "I cannot help with that." }, "stop");

export function fails(status: number, headers: Record<string, string> = {}): Behaviour {
  return () => Response.json({ error: { message: "no" } }, { status, headers });
}

/** Rejects one way of asking for JSON, and knows the others. */
export function rejects(format: string, otherwise: Behaviour): Behaviour {
  return (asked) => asked.body.response_format?.type === format ? fails(400)(asked) : otherwise(asked);
}

/** Sends the head of an answer, and then nothing more. */
export const hangs: Behaviour = () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`{"choices": [`)),
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
};

function answer(message: Record<string, unknown>, finishReason: string): Response {
  const usage = { prompt_tokens: 1_000, completion_tokens: 100 };
  return Response.json({ choices: [{ message, finish_reason: finishReason }], usage });
}
