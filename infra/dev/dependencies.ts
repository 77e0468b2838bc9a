/** Fetching what the services import, and finding what the machine gives them. */
import { fileURLToPath } from "node:url";
import { SERVICES } from "shared/operation.ts";
import { runToEnd } from "../process/child.ts";
import { downloadEnvironment } from "../process/deno_environment.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The services themselves run from the cache only. */
export async function fetchDependencies(): Promise<void> {
  const entries = [...SERVICES.map((name) => `services/${name}/main.ts`), ...STORE_STEPS];
  const args = ["cache", "--quiet", ...entries];
  await runToEnd({ command: Deno.execPath(), args, cwd: ROOT, env: downloadEnvironment() });
}

const STORE_STEPS = ["services/store/migrate.ts", "services/store/provision.ts"];

/** IPv4 only: a permission can name one address and port, and the enrichment service dials no other kind. */
export function findNameServers(): string[] {
  try {
    const text = Deno.readTextFileSync("/etc/resolv.conf");
    return [...text.matchAll(/^\s*nameserver\s+(\d{1,3}(?:\.\d{1,3}){3})\s*$/gm)].map(([, address]) =>
      address!
    );
  } catch {
    // Not every system has the file; enrichment then reads only what is on its allow-list.
    return [];
  }
}
