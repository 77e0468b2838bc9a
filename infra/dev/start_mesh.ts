/** The start of a mesh in its order: servers, database, services, demo data. */
import { fileURLToPath } from "node:url";
import { pdfRights } from "../../services/portal/pdf/packages.ts";
import { startDemoSite } from "../demo_site.ts";
import { runToEnd } from "../process/child.ts";
import { waitUntil } from "../process/wait.ts";
import {
  denoArguments,
  describeServices,
  describeStoreStep,
  serviceEnvironment,
  type ServiceSettings,
  startService,
} from "../services.ts";
import { startNats, startPostgres } from "./backing_servers.ts";
import type { DataFolder } from "./data_folder.ts";
import { fetchDependencies, findNameServers } from "./dependencies.ts";
import type { DevFlags } from "./flags.ts";
import type { LogStream } from "./log_stream.ts";
import type { MeshFacts } from "./mesh_file.ts";
import { choosePorts } from "./ports.ts";
import { keepSecrets, type Secrets } from "./secrets.ts";
import { findOpenPortal, seedOnce } from "./seed_once.ts";
import type { Supervisor } from "./supervisor.ts";

export interface StartOptions {
  readonly flags: DevFlags;
  readonly folder: DataFolder;
  readonly supervisor: Supervisor;
  readonly log: LogStream;
  readonly signal: AbortSignal;
}

const READY_TIMEOUT_MS = 120_000;

/** Resolves when every service answers and the demo data is there. */
export async function startMesh(options: StartOptions): Promise<MeshFacts> {
  const { flags, folder, log, signal } = options;
  const secrets = keepSecrets(folder);
  const ports = choosePorts(folder, flags);
  const demoSite = startDemoSite(ports.demoSite);
  const gatewayUrl = `http://127.0.0.1:${ports.gateway}`;
  log.say(`starting in ${folder.path}: dependencies, Postgres, nats-server`);
  const backing = { ...options, ports, secrets };
  const [database, broker] = await Promise.all([
    startPostgres(backing),
    startNats(backing),
    fetchDependencies(),
  ]);
  signal.throwIfAborted();
  log.say("preparing the database, then starting the services");
  await prepareDatabase(database.databaseUrl, secrets);
  signal.throwIfAborted();
  await startServices(options, {
    ...findMachineSettings(),
    natsUrl: broker.url,
    credentials: broker.credentials,
    gatewayPort: ports.gateway,
    publicUrl: gatewayUrl,
    ...database,
    portalSecret: secrets.portalSecret,
    allowFetch: [demoSite.address, ...flags.allowFetch],
    allowOrigins: flags.allowOrigins,
  });
  await waitUntil(() => isReady(gatewayUrl), {
    timeoutMs: READY_TIMEOUT_MS,
    everyMs: 200,
    what: "all services",
    signal,
  });
  const facts = { gatewayUrl, demoSiteUrl: demoSite.url, ...database, broker, secrets };
  if (flags.shouldSeed) await seedOnce(folder, facts, log);
  return { ...facts, portalUrl: await findOpenPortal(folder, facts) ?? `${gatewayUrl}/p/` };
}

async function prepareDatabase(databaseUrl: string, { team, otherTeam }: Secrets): Promise<void> {
  const describe = ({ teamId, apiKey }: Secrets["team"], more: object) => ({ id: teamId, apiKey, ...more });
  const teams = [describe(team, DEMO_TEAM), describe(otherTeam, OTHER_TEAM)];
  await runStoreStep("migrate", databaseUrl, "");
  await runStoreStep("provision", databaseUrl, JSON.stringify({ teams }));
}

const DEMO_TEAM = {
  name: "Lumen Studio GmbH",
  email: "invoices@lumen-studio.example",
  phone: "+49 30 5550177",
  addressLines: ["Lichtstraße 3", "10115 Berlin", "Germany"],
  vatNumber: "DE811907980",
  paymentDetails: [
    { label: "IBAN", text: "DE89 3704 0044 0532 0130 00" },
    { label: "BIC", text: "COBADEFFXXX" },
  ],
  baseCurrency: "EUR",
  timeZone: "Europe/Berlin",
};

const OTHER_TEAM = { name: "Second Street Press", email: "desk@second-street.example", baseCurrency: "EUR" };

async function runStoreStep(
  name: "migrate" | "provision",
  databaseUrl: string,
  input: string,
): Promise<void> {
  const step = describeStoreStep(name, databaseUrl);
  await runToEnd({
    command: Deno.execPath(),
    args: denoArguments(step),
    env: serviceEnvironment(step.env),
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    input,
  });
}

async function startServices({ supervisor, log }: StartOptions, settings: ServiceSettings): Promise<void> {
  await Promise.all(
    describeServices(settings).map((launch) =>
      supervisor.run({
        name: launch.name,
        start: () => startService(launch, log.ofService(launch.name)),
        stopSignal: "SIGTERM",
        stopGraceMs: 8_000,
        stopOrder: 3,
      })
    ),
  );
}

function findMachineSettings() {
  return {
    nameServers: Deno.env.get("ENRICHMENT_DNS_SERVERS")?.split(",") ?? findNameServers(),
    pdfRights: pdfRights(),
    logLevel: Deno.env.get("LOG_LEVEL"),
    metricsToken: Deno.env.get("GATEWAY_METRICS_TOKEN"),
    model: findModel(),
  };
}

/** The developer's own variables for a language model and a directory of companies, each under its name. */
function findModel(): Record<string, string> {
  const set = Object.entries(Deno.env.toObject());
  return Object.fromEntries(
    set.filter(([name]) => /^(ENRICHMENT_(MODEL($|_)|API_KEY$)|COMPANYENRICH_)/.test(name)),
  );
}

/** The gateway also calls itself ready while enrichment is missing; a mesh that starts waits for all. */
async function isReady(gatewayUrl: string): Promise<boolean> {
  const response = await fetch(`${gatewayUrl}/health/ready`, { signal: AbortSignal.timeout(3_000) });
  const { status } = await response.json();
  return status === "ok";
}
