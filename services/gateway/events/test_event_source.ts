/** For tests: reads server-sent events as a browser does (HTML, 9.2.6), and can be cut off. */
import { assertEquals } from "@std/assert";

export interface StreamedEvent {
  readonly id: string;
  readonly data: string;
}

export interface TestStream extends AsyncDisposable {
  readonly response: Response;
  /** Everything that has arrived. */
  readonly text: string;
  readonly events: readonly StreamedEvent[];
  /** Resolves when the server has ended the stream. */
  readonly end: Promise<void>;
  until(isEnough: (events: readonly StreamedEvent[]) => boolean): Promise<readonly StreamedEvent[]>;
}

interface Place {
  fetch(path: string, options?: RequestInit & { key?: string }): Promise<Response>;
}

export function openStream(
  place: Place,
  query = "",
  headers: Record<string, string> = {},
  key?: string,
): Promise<TestStream> {
  return openStreamAt(place, `/events/stream${query}`, headers, key);
}

export async function openStreamAt(
  place: Place,
  path: string,
  headers: Record<string, string> = {},
  key?: string,
): Promise<TestStream> {
  const cut = new AbortController();
  const response = await place.fetch(path, {
    headers,
    signal: cut.signal,
    ...(key !== undefined && { key }),
  });
  assertEquals(response.status, 200);
  const reader = new Reader(response);
  return {
    response,
    get text() {
      return reader.text;
    },
    get events() {
      return reader.events;
    },
    end: reader.end,
    until: (isEnough) => reader.until(isEnough),
    async [Symbol.asyncDispose]() {
      cut.abort();
      await reader.end;
    },
  };
}

class Reader {
  text = "";
  readonly events: StreamedEvent[] = [];
  readonly end: Promise<void>;
  #rest = "";
  #onEvents: () => void = () => {};

  constructor(response: Response) {
    this.end = this.#read(response).catch(() => {
      // Cut off, which is what the test wanted.
    });
  }

  async until(isEnough: (events: readonly StreamedEvent[]) => boolean): Promise<readonly StreamedEvent[]> {
    const limit = Date.now() + 10_000;
    while (!isEnough(this.events)) {
      if (Date.now() > limit) throw new Error(`Not in time; so far ${this.events.length} events`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.#onEvents = () => (clearTimeout(timer), resolve());
      });
    }
    return this.events;
  }

  async #read(response: Response): Promise<void> {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      this.text += chunk;
      const blocks = (this.#rest + chunk).split("\n\n");
      this.#rest = blocks.pop()!;
      this.events.push(...blocks.flatMap((block) => readBlock(block) ?? []));
      this.#onEvents();
    }
  }
}

/** A block without data dispatches nothing. */
function readBlock(block: string): StreamedEvent | undefined {
  const fields = block.split("\n").map((line) => /^(\w*): ?(.*)$/.exec(line) ?? []);
  const valueOf = (name: string) => fields.find((field) => field[1] === name)?.[2];
  const [id, data] = [valueOf("id"), valueOf("data")];
  return id !== undefined && data !== undefined ? { id, data } : undefined;
}
