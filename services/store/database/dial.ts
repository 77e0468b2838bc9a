/** Opens the line to Postgres: its socket on this machine, or its port, with TLS where the URL asks for it. */
import { Buffer } from "node:buffer";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";

export interface Place {
  readonly path?: string | undefined;
  readonly host: string;
  readonly port: number;
  /** `sslmode` as libpq spells it; none without it. */
  readonly tls?: string | undefined;
}

const WITHOUT_TLS = [undefined, "disable", "false"];
/** The certificate is not looked at, as libpq does it. */
const UNCHECKED_TLS = ["allow", "prefer", "require", "true"];
/** Length 8, and the number that asks for TLS instead of naming a version. */
const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** @throws as the socket does, ECONNREFUSED for one; also when the signal fires. */
export async function dial(place: Place, signal: AbortSignal): Promise<Socket> {
  const plain = place.path ? connect({ path: place.path }) : connect({ host: place.host, port: place.port });
  await happens(plain, "connect", signal);
  if (WITHOUT_TLS.includes(place.tls)) return plain;
  plain.write(TLS_REQUEST);
  const answer = await happens<Buffer>(plain, "data", signal);
  if (answer.toString() !== "S") {
    if (place.tls === "prefer" || place.tls === "allow") return plain;
    plain.destroy();
    throw new TypeError(`Cannot connect with sslmode ${place.tls}: the server has no TLS`);
  }
  const secure = connectSecure({
    socket: plain,
    servername: isIP(place.host) ? undefined : place.host,
    rejectUnauthorized: !UNCHECKED_TLS.includes(place.tls!),
  });
  await happens(secure, "secureConnect", signal);
  return secure;
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
