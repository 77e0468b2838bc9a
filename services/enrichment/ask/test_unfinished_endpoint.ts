/// <reference lib="deno.worker" />
/** For tests: an endpoint on a thread of its own that never finishes an answer, and counts the sockets that close. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

self.onmessage = async ({ data }: MessageEvent<{ closed: Int32Array; piece: string }>) => {
  const server = createServer((socket) => {
    // Who asks hangs up in the middle.
    socket.on("error", () => {});
    socket.once("data", () => {
      if (data.piece) socket.write(data.piece);
      self.postMessage("asked");
    });
    socket.on("close", () => {
      Atomics.add(data.closed, 0, 1);
      Atomics.notify(data.closed, 0);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A TCP server's address is never a text.
  self.postMessage((server.address() as AddressInfo).port);
};
