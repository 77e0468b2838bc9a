import { assert, assertRejects } from "@std/assert";
import { callEndpoint } from "./call_endpoint.ts";

const LIMIT_MS = 5_000;
const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";

/** @param piece How its answer begins. */
async function startUnfinishedEndpoint(piece: string) {
  const closed = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL("./test_unfinished_endpoint.ts", import.meta.url), { type: "module" });
  const hear = () =>
    new Promise<unknown>((resolve) => thread.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data));
  const listening = hear();
  thread.postMessage({ closed, piece });
  const url = `http://127.0.0.1:${await listening}/v1`;
  return { url, closed, asked: hear(), [Symbol.dispose]: () => thread.terminate() };
}

for (const [when, piece] of [["an answer", ""], ["the end of an answer", `${HEAD}{"choices": [`]] as const) {
  Deno.test(`callEndpoint, stopped while it waits for ${when}, throws when the socket is closed`, async () => {
    using endpoint = await startUnfinishedEndpoint(piece);
    const stopping = new AbortController();
    const call = { url: endpoint.url, apiKey: "k", question: {}, maxBytes: 1_000 };
    const calling = callEndpoint(call, stopping.signal);
    await endpoint.asked;
    // In the very turn in which it throws: this thread then stands still, and nothing but the call has closed the socket.
    const isClosed = calling.then(
      () => false,
      () => Atomics.wait(endpoint.closed, 0, 0, LIMIT_MS) !== "timed-out",
    );
    stopping.abort(new Error("stop"));
    assert(await isClosed, "the socket is still open");
    await assertRejects(() => calling, Error, "stop");
  });
}
