/** `DIR/mesh.json`: what programs need to know about a running mesh. */
import { SERVICES } from "shared/operation.ts";
import type { Broker } from "./backing_servers.ts";
import type { DataFolder } from "./data_folder.ts";
import type { Secrets, TeamSecrets } from "./secrets.ts";

export interface MeshFile {
  readonly gatewayUrl: string;
  /** The portal of a demo customer; without demo data the address that portal links begin with. */
  readonly portalUrl: string;
  readonly natsUrl: string;
  /** The outside publisher of the first team. */
  readonly natsUser: string;
  readonly natsPassword: string;
  readonly databaseUrl: string;
  /** Null for a server that was running already, and where there is none. */
  readonly databaseSocket: string | null;
  readonly teamId: string;
  readonly apiKey: string;
  readonly otherTeam: TeamSecrets;
  /** Null for a server that was running already. */
  readonly pids: Readonly<Record<string, number | null>>;
  readonly supervisorPid: number;
  readonly natsOperatorUser: string;
  readonly natsOperatorPassword: string;
  readonly demoSiteUrl: string;
}

export interface MeshFacts {
  readonly gatewayUrl: string;
  readonly portalUrl: string;
  readonly demoSiteUrl: string;
  readonly databaseUrl: string;
  readonly databaseSocket?: string | undefined;
  readonly broker: Broker;
  readonly secrets: Secrets;
}

function describeMesh(facts: MeshFacts, pids: ReadonlyMap<string, number>): MeshFile {
  const { broker, secrets } = facts;
  const operator = broker.credentials("operator");
  return {
    gatewayUrl: facts.gatewayUrl,
    portalUrl: facts.portalUrl,
    natsUrl: broker.url,
    natsUser: broker.publisher.user,
    natsPassword: broker.publisher.password,
    databaseUrl: facts.databaseUrl,
    databaseSocket: facts.databaseSocket ?? null,
    ...secrets.team,
    otherTeam: secrets.otherTeam,
    pids: Object.fromEntries([...SERVICES, "nats", "postgres"].map((name) => [name, pids.get(name) ?? null])),
    supervisorPid: Deno.pid,
    natsOperatorUser: operator.user,
    natsOperatorPassword: operator.password,
    demoSiteUrl: facts.demoSiteUrl,
  };
}

/** Written when the mesh is ready, and again whenever a process got another pid. */
export class MeshFileWriter {
  #folder: DataFolder;
  #pids = new Map<string, number>();
  #facts: MeshFacts | undefined;

  constructor(folder: DataFolder) {
    this.#folder = folder;
  }

  noteStart(name: string, pid: number): void {
    this.#pids.set(name, pid);
    this.#write();
  }

  publish(facts: MeshFacts): MeshFile {
    this.#facts = facts;
    this.#write();
    return describeMesh(facts, this.#pids);
  }

  /** A file that is there says that the mesh is. */
  withdraw(): void {
    this.#facts = undefined;
    this.#folder.remove("mesh.json");
  }

  #write(): void {
    if (this.#facts) this.#folder.write("mesh.json", describeMesh(this.#facts, this.#pids));
  }
}
