/** Finding free TCP ports on loopback. */

/**
 * Below the range from which systems take the local port of an outgoing connection: a server that is started again
 * must find its port free.
 */
const FIRST = 20_000;
const LAST = 32_000;

export function freePort(): number {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (isFree(port)) return port;
  }
  throw new Error("Cannot find a free port on 127.0.0.1");
}

export function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse || error instanceof Deno.errors.PermissionDenied) return false;
    throw error;
  }
}
