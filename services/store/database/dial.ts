/** Opens the line to Postgres: its socket on this machine, or its port, with TLS where the URL asks for it. */
import { Buffer } from "node:buffer";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { Place } from "./places.ts";

/** Length 8, and the number that asks for TLS instead of naming a version. */
const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** @throws as the socket does, ECONNREFUSED for one; also when the signal fires. */
export async function dial(place: Place, signal: AbortSignal): Promise<Socket> {
  const plain = place.path ? connect({ path: place.path }) : connect({ host: place.host, port: place.port });
  await happens(plain, "connect", signal);
  if (place.path || place.tls.use === "no") return plain;
  plain.write(TLS_REQUEST);
  const answer = (await happens<Buffer>(plain, "data", signal)).toString("latin1");
  if (answer === "S") return await secure(plain, place, signal);
  if (answer === "N" && place.tls.use === "offered") return plain;
  plain.destroy();
  // Anything behind the letter was put there by somebody in between (CVE-2021-23222).
  throw new TypeError(`Cannot connect to "${place.host}" with TLS: the server has none`);
}

async function secure(socket: Socket, { host, tls }: Place, signal: AbortSignal): Promise<Socket> {
  const line = connectSecure({
    socket,
    // Against which the certificate is checked, an address too: without it, it would be "localhost".
    host,
    servername: isIP(host) ? undefined : host,
    ca: tls.issuers,
    rejectUnauthorized: tls.check !== "nothing",
    ...(tls.check === "issuer" ? { checkServerIdentity: () => undefined } : {}),
  });
  await happens(line, "secureConnect", signal);
  return line;
}

/** The next event of this name; whatever ends the socket before it comes is thrown. */
function happens<Value = void>(socket: Socket, name: string, signal: AbortSignal): Promise<Value> {
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
    // Kept until somebody else listens: an error that nobody hears ends the process.
    setImmediate(() => socket.off("error", reject));
  });
}
