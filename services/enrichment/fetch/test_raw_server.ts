/** For tests: a server that answers every connection with bytes of its own choice, HTTP or not. */
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export interface RawServer extends AsyncDisposable {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  readonly openSockets: ReadonlySet<Socket>;
  /** All that were ever opened, asked on or not. */
  readonly connections: number;
}

/** `answer` is called when the first bytes of a request are there, with its path and with them. */
export async function startRawServer(
  answer: (socket: Socket, path: string, head: string) => void,
): Promise<RawServer> {
  const openSockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    openSockets.add(socket);
    socket.on("close", () => openSockets.delete(socket));
    // The client hangs up in the middle, which is what these tests are about.
    socket.on("error", () => {});
    socket.once("data", (bytes) => {
      const head = bytes.toString("latin1");
      answer(socket, head.split(" ")[1] ?? "", head);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server's address is never a text.
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    openSockets,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      openSockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Sends the piece again and again, as fast as it is taken, until the client is gone. */
export function flood(socket: Socket, piece: string): void {
  const block = piece.repeat(Math.ceil(8_192 / piece.length));
  const more = () => {
    if (socket.destroyed) return;
    if (socket.write(block)) setImmediate(more);
    else socket.once("drain", more);
  };
  more();
}
