/** Enters the demo data at the first start, finishes it if that start was interrupted, and remembers that it did. */
import { seed } from "../seed.ts";
import { createGatewayClient } from "../seed/gateway_client.ts";
import type { DataFolder } from "./data_folder.ts";
import type { LogStream } from "./log_stream.ts";
import type { MeshFacts } from "./mesh_file.ts";

interface Seeded {
  /** The dates of the demo data count from this day, also when it is finished on a later one. */
  readonly today: string;
  /** Set when all is entered: a customer whose portal was opened. */
  readonly portalCustomerId?: string;
}

type Facts = Omit<MeshFacts, "portalUrl">;

export async function seedOnce(folder: DataFolder, facts: Facts, log: LogStream): Promise<void> {
  const seeded = folder.read<Seeded>("seeded.json") ?? { today: new Date().toISOString().slice(0, 10) };
  if (seeded.portalCustomerId && await findCustomer(seeded.portalCustomerId, facts)) return;
  log.say("entering demo data: 43 customers, 405 invoices");
  folder.write("seeded.json", { today: seeded.today });
  const { gatewayUrl, demoSiteUrl, secrets: { team, otherTeam } } = facts;
  const portalCustomerId = await log.withoutEveryday(() =>
    seed({
      ...{ gatewayUrl, demoSiteUrl, today: seeded.today },
      ...{ apiKey: team.apiKey, otherApiKey: otherTeam.apiKey },
    })
  );
  folder.write("seeded.json", { ...seeded, portalCustomerId });
}

/** @returns undefined without demo data, or when the portal has been closed since. */
export async function findOpenPortal(folder: DataFolder, facts: Facts): Promise<string | undefined> {
  const id = folder.read<Seeded>("seeded.json")?.portalCustomerId;
  return (id && (await findCustomer(id, facts))?.portalUrl) || undefined;
}

/** The database may be another one than last time, or somebody may have deleted the customer. */
async function findCustomer(id: string, { gatewayUrl, secrets }: Facts) {
  const client = createGatewayClient(gatewayUrl, secrets.team.apiKey);
  return await client.send<{ portalUrl: string | null }>("GET", `/customers/${id}`).catch(() => undefined);
}
