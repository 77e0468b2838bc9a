/** For tests: a way to the broker that can be cut, as when a network parts: nothing passes, and nobody is told. */

export interface CuttableLink extends AsyncDisposable {
  readonly url: string;
  cut(): void;
  mend(): void;
  /** Ends all connections, and both sides hear it; new ones are let through. */
  drop(): void;
}

export function startCuttableLink(target: string): CuttableLink {
  const { hostname, port } = new URL(target);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connections = new Set<Deno.Conn>();
  let isCut = false;
  const accept = async () => {
    for await (const near of listener) {
      const far = await Deno.connect({ hostname, port: Number(port) });
      connections.add(near).add(far);
      copy(near, far, () => isCut);
      copy(far, near, () => isCut);
    }
  };
  const accepting = accept();
  const drop = () => {
    connections.forEach(close);
    connections.clear();
  };
  return {
    url: `nats://127.0.0.1:${listener.addr.port}`,
    cut: () => void (isCut = true),
    // Bytes were lost in between, so that the old connections are of no use.
    mend: () => {
      isCut = false;
      drop();
    },
    drop,
    async [Symbol.asyncDispose]() {
      listener.close();
      connections.forEach(close);
      await accepting;
    },
  };
}

async function copy(from: Deno.Conn, to: Deno.Conn, isCut: () => boolean): Promise<void> {
  const buffer = new Uint8Array(65_536);
  try {
    for (let count = await from.read(buffer); count !== null; count = await from.read(buffer)) {
      for (let sent = 0; sent < count && !isCut();) sent += await to.write(buffer.subarray(sent, count));
    }
  } catch {
    // One of the two has gone, and the other follows.
  }
  close(from);
  close(to);
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // Closed already.
  }
}
