/** A loopback web server for tests, which remembers each request and when its connection closed. */

export interface Arrival {
  readonly path: string;
  readonly at: number;
  readonly headers: Headers;
  /** Resolves when the client is gone, or has got the whole answer. */
  readonly closed: Promise<void>;
}

export interface TestServer extends AsyncDisposable {
  readonly origin: string;
  /** `127.0.0.1:<port>`, as the allow-list wants it. */
  readonly address: string;
  readonly arrivals: Arrival[];
  /** Resolves with the next request for the path. */
  arrival(path: string): Promise<Arrival>;
}

export type Answer = (request: Request) => Response | Promise<Response>;

/** Paths that are not listed answer 404. */
export function startTestServer(answers: Readonly<Record<string, Answer>>): TestServer {
  const arrivals: Arrival[] = [];
  const waiting: { path: string; resolve: (arrival: Arrival) => void }[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request, { completed }) => {
      const path = new URL(request.url).pathname;
      const arrival = record(request, path, completed);
      arrivals.push(arrival);
      waiting.filter((each) => each.path === path).forEach((each) => each.resolve(arrival));
      return await answers[path]?.(request) ?? new Response("not here", { status: 404 });
    },
  );
  const { port } = server.addr;
  return {
    origin: `http://127.0.0.1:${port}`,
    address: `127.0.0.1:${port}`,
    arrivals,
    arrival: (path) => {
      const { promise, resolve, reject } = Promise.withResolvers<Arrival>();
      const timer = setTimeout(() => reject(new Error(`nobody asked for ${path}`)), 20_000);
      waiting.push({ path, resolve });
      return promise.finally(() => clearTimeout(timer));
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

export function html(body: string, headers: Record<string, string> = {}): Answer {
  return () => new Response(body, { headers: { "content-type": "text/html; charset=utf-8", ...headers } });
}

export function picture(bytes: Uint8Array, contentType = "image/png"): Answer {
  // The copy: of the kind of bytes that a response takes.
  return () => new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } });
}

export function redirect(location: string, status = 302): Answer {
  return () => new Response(null, { status, headers: { location } });
}

/** Sends a little every 20 ms until the client is gone. */
export function drip(contentType = "text/html"): Answer {
  return () => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        timer = setInterval(() => controller.enqueue(new TextEncoder().encode("<p>drip")), 20);
      },
      cancel: () => clearInterval(timer),
    });
    return new Response(body, { headers: { "content-type": contentType } });
  };
}

/** Accepts the request and never answers, until the client is gone. */
export function hang(): Answer {
  return async (request) => {
    await gone(request);
    return new Response();
  };
}

function record(request: Request, path: string, completed: Promise<void>): Arrival {
  const over = completed.then(() => {}, () => {});
  const closed = Promise.race([gone(request), over]);
  return { path, at: performance.now(), headers: request.headers, closed };
}

function gone(request: Request): Promise<void> {
  return new Promise((resolve) => request.signal.addEventListener("abort", () => resolve(), { once: true }));
}
