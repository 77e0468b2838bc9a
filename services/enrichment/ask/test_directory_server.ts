/** A stand-in for CompanyEnrich on loopback, which behaves well or in each wrong way that such a service knows. */

export interface DirectoryAsked {
  readonly path: string;
  readonly domain: string | null;
  readonly authorization: string | null;
  /** Resolves when the connection is gone, or the answer has been taken. */
  readonly closed: Promise<void>;
}

export type DirectoryBehaviour = () => Response | Promise<Response>;

export interface DirectoryServer extends AsyncDisposable {
  readonly url: string;
  readonly asked: DirectoryAsked[];
  readonly firstAsked: Promise<DirectoryAsked>;
}

/** Each request is answered by the next behaviour; the last one goes on. */
export function startDirectoryServer(...behaviours: DirectoryBehaviour[]): DirectoryServer {
  const asked: DirectoryAsked[] = [];
  const first = Promise.withResolvers<DirectoryAsked>();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request, { completed }) => {
      const { pathname, searchParams } = new URL(request.url);
      const record = {
        path: pathname,
        domain: searchParams.get("domain"),
        authorization: request.headers.get("authorization"),
        closed: completed.catch(() => {}),
      };
      asked.push(record);
      first.resolve(record);
      return await behaviours[Math.min(asked.length, behaviours.length) - 1]!();
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    asked,
    firstAsked: first.promise,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

export const ACME = {
  name: "Acme Tools",
  domain: "acme.example",
  description: "Acme makes fine hand tools for joiners.",
  industry: "Manufacturing",
  employees: "51-200",
  revenue: "10m-50m",
  founded_year: 1987,
  location: {
    country: { code: "de", name: "Germany" },
    city: { name: "Kiel" },
    address: "Hafenstraße 7a",
    postal_code: "24103",
    phone: "0431 5601234",
  },
  financial: { funding_stage: "seed", total_funding: 1_500_000 },
  socials: { linkedin_url: "https://www.linkedin.com/company/acme", twitter_url: "javascript:alert(1)" },
};

export function knows(entry: unknown): DirectoryBehaviour {
  return () => Response.json(entry);
}

export function answers(status: number, headers: Record<string, string> = {}): DirectoryBehaviour {
  return () => Response.json({ title: "no" }, { status, headers });
}

export function sends(body: BodyInit): DirectoryBehaviour {
  return () => new Response(body, { headers: { "content-type": "application/json" } });
}

/** Sends the head of an answer, and then nothing more. */
export function stalls(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`{"domain": `)),
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}
