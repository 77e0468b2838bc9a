/** All files that it takes to run the mesh on servers of one's own, from the settings and the secrets. */
import { pdfRights } from "../../services/portal/pdf/packages.ts";
import { findNameServers } from "../dev/dependencies.ts";
import { renderNatsConfig } from "../nats_config.ts";
import { describeServices, describeStoreStep, type ServiceSettings } from "../services.ts";
import { renderScript } from "./scripts.ts";
import type { DeploySecrets } from "./secrets.ts";
import type { DeploySettings } from "./settings.ts";

export interface DeployFile {
  readonly name: string;
  readonly text: string;
  readonly isProgram: boolean;
}

export function renderFiles(settings: DeploySettings, secrets: DeploySecrets): DeployFile[] {
  const services = describeServices(describeMachine(settings, secrets));
  const steps = (["migrate", "provision"] as const).map((name) => ({
    name,
    ...describeStoreStep(name, settings.databaseUrl),
  }));
  return [
    { name: "nats.conf", text: renderBroker(settings, secrets), isProgram: false },
    { name: "teams.json", text: renderTeams(settings, secrets), isProgram: false },
    ...[...steps, ...services].map((launch) => ({
      name: `${launch.name}.sh`,
      text: renderScript(launch),
      isProgram: true,
    })),
  ];
}

function describeMachine(
  settings: DeploySettings,
  { natsPasswords, portalSecret, metricsToken }: DeploySecrets,
): ServiceSettings {
  return {
    publicUrl: settings.publicUrl,
    gatewayHost: settings.gatewayHost,
    gatewayPort: settings.gatewayPort,
    metricsToken,
    trustedProxies: settings.trustedProxies,
    allowOrigins: settings.allowedOrigins,
    natsUrl: settings.natsUrl,
    streamReplicas: settings.streamReplicas,
    credentials: (user) => ({ user, password: natsPasswords[user] }),
    databaseUrl: settings.databaseUrl,
    portalSecret,
    allowFetch: [],
    nameServers: settings.nameServers ?? findNameServers(),
    model: settings.enrichment,
    pdfRights: pdfRights(),
    logLevel: undefined,
  };
}

function renderBroker({ natsUrl, streamsFolder, teams }: DeploySettings, secrets: DeploySecrets): string {
  const { hostname, port } = new URL(natsUrl.split(",")[0]!);
  const publishers = teams.map(({ name }) => {
    const { id, publisherPassword } = secrets.teams[name]!;
    return { teamId: id, user: publisherOf(id), password: publisherPassword };
  });
  const mesh = { name: "MESH", userPrefix: "", passwords: secrets.natsPasswords, publishers };
  return renderNatsConfig({
    host: ["127.0.0.1", "localhost"].includes(hostname) ? "127.0.0.1" : "0.0.0.0",
    port: Number(port || 4222),
    storeFolder: streamsFolder,
    meshes: [mesh],
  });
}

/** The login of the outside service that publishes for a team. */
export function publisherOf(teamId: string): string {
  return `publisher_${teamId}`;
}

function renderTeams({ teams }: DeploySettings, secrets: DeploySecrets): string {
  const all = teams.map((team) => {
    const { id, apiKey } = secrets.teams[team.name]!;
    return { ...team, id, apiKey };
  });
  return JSON.stringify({ teams: all }, null, 2);
}
