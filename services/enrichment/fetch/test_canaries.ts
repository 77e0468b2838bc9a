/** For tests: listeners on loopback that nobody may ever reach, over IPv4 and IPv6, on one port. */

export interface Canaries extends AsyncDisposable {
  readonly port: number;
  /** How often each was reached. */
  readonly visits: Record<string, number>;
}

export function startCanaries(): Canaries {
  const visits: Record<string, number> = {};
  const first = Deno.listen({ hostname: "0.0.0.0", port: 0 });
  const { port } = first.addr;
  const listeners = [first, ...listenOverIpv6(port)];
  const served = listeners.map((listener) => count(listener, visits));
  return {
    port,
    visits,
    async [Symbol.asyncDispose]() {
      for (const listener of listeners) listener.close();
      await Promise.all(served);
    },
  };
}

/** Some containers have no IPv6; then nothing can be reached there either. */
function listenOverIpv6(port: number): Deno.TcpListener[] {
  try {
    return [Deno.listen({ hostname: "::1", port })];
  } catch {
    return [];
  }
}

async function count(listener: Deno.TcpListener, visits: Record<string, number>): Promise<void> {
  for await (const connection of listener) {
    const { hostname } = connection.localAddr as Deno.NetAddr;
    visits[hostname] = (visits[hostname] ?? 0) + 1;
    connection.close();
  }
}
