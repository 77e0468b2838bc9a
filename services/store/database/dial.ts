/** Opens the line to Postgres: its socket on this machine, or its port, with TLS where the URL asks for it. */
import { Buffer } from "node:buffer";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import { TLS_REQUEST } from "./protocol.ts";
import type { ServerAddress } from "./server_addresses.ts";

/** @throws what the socket says, such as ECONNREFUSED, or the reason of the signal. */
export async function dial(address: ServerAddress, signal: AbortSignal): Promise<Socket> {
  const { path, host, port, tls } = address;
  const plain = path ? connect({ path }) : connect({ host, port });
  await nextEvent(plain, "connect", signal);
  if (path || tls.use === "no") return plain;
  plain.write(TLS_REQUEST);
  // One letter and nothing else: more was put there by somebody in between (CVE-2021-23222).
  const answer = (await nextEvent<Buffer>(plain, "data", signal)).toString("latin1");
  if (answer === "S") return await secure(plain, address, signal);
  if (answer === "N" && tls.use === "offered") return plain;
  plain.destroy();
  throw new TypeError(`Cannot connect to "${host}" with TLS: the server has none`);
}

async function secure(socket: Socket, { host, tls }: ServerAddress, signal: AbortSignal): Promise<Socket> {
  const line = connectSecure({
    socket,
    // The certificate is checked against this, an address too; without it, against "localhost".
    host,
    servername: isIP(host) ? undefined : host,
    ca: tls.issuers,
    rejectUnauthorized: tls.check !== "nothing",
    ...(tls.check === "issuer" ? { checkServerIdentity: () => undefined } : {}),
  });
  await nextEvent(line, "secureConnect", signal);
  return line;
}

/** The value of the next event of this name. @throws what ended the socket before that. */
function nextEvent<Value = void>(socket: Socket, name: string, signal: AbortSignal): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const onClose = () => reject(new Error("Closed before it was open"));
  const onAbort = () => {
    socket.destroy();
    reject(signal.reason);
  };
  socket.once(name, resolve).once("error", reject).once("close", onClose);
  signal.addEventListener("abort", onAbort, { once: true });
  return promise.finally(() => {
    socket.off(name, resolve).off("close", onClose);
    signal.removeEventListener("abort", onAbort);
    // Not at once: until the caller listens, an error that nobody hears would end the process.
    setImmediate(() => socket.off("error", reject));
  });
}
