/** HTTP/1.1 over kept-alive connections, each asking one thing after the other, at little cost to the machine. */

export interface Question {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
}

export interface Load {
  readonly url: string;
  readonly key: string;
  readonly connections: number;
  readonly durationMs: number;
  /** As a browser asks, which takes what is compressed; else as a program does. */
  readonly isBrowser?: boolean;
  next(): Question;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
}

/** @throws when an answer is anything but a success: a refusal would be a fast answer. */
export async function measureLoad(load: Load): Promise<Measured> {
  const { hostname, port } = new URL(load.url);
  const times: number[] = [];
  const startedAt = performance.now();
  const end = startedAt + load.durationMs;
  const ask = async () => {
    using connection = new Connection(await Deno.connect({ hostname, port: Number(port) }));
    while (performance.now() < end) {
      const bytes = encodeQuestion(load.next(), load);
      const askedAt = performance.now();
      const status = await connection.ask(bytes);
      times.push(performance.now() - askedAt);
      if (status !== "200" && status !== "201") throw new Error(`Answered with ${status} under load`);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, ask));
  return { times, perSecond: times.length / (performance.now() - startedAt) * 1000 };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("latin1");

function encodeQuestion({ method, path, body }: Question, { key, isBrowser }: Load): Uint8Array {
  const text = body === undefined ? "" : JSON.stringify(body);
  const content = text &&
    `Content-Type: application/json\r\nContent-Length: ${encoder.encode(text).length}\r\n`;
  const who = isBrowser
    ? "Accept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: en\r\n"
    : `Authorization: Bearer ${key}\r\n`;
  return encoder.encode(`${method} ${path} HTTP/1.1\r\nHost: mesh\r\n${who}${content}\r\n${text}`);
}

class Connection {
  #socket: Deno.TcpConn;
  #buffer = new Uint8Array(64 * 1024);

  constructor(socket: Deno.TcpConn) {
    socket.setNoDelay();
    this.#socket = socket;
  }

  /** @returns The status, when the whole answer has come. */
  async ask(bytes: Uint8Array): Promise<string> {
    for (let sent = 0; sent < bytes.length;) sent += await this.#socket.write(bytes.subarray(sent));
    let text = "";
    while (!text.includes("\r\n\r\n")) text += decoder.decode(await this.#read());
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1];
    if (length === undefined) throw new Error("Answered without a length");
    let missing = Number(length) - (text.length - text.indexOf("\r\n\r\n") - 4);
    while (missing > 0) missing -= (await this.#read()).length;
    return text.slice(9, 12);
  }

  async #read(): Promise<Uint8Array> {
    const count = await this.#socket.read(this.#buffer);
    if (count === null) throw new Error("The connection was closed under load");
    return this.#buffer.subarray(0, count);
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
