/** Passwords, keys and team ids of one mesh: made once, kept for the next start. */
import { MESH_USERS, type MeshUser } from "../nats/permissions.ts";
import type { DataFolder } from "./data_folder.ts";

export interface Secrets {
  readonly postgresPassword: string;
  readonly natsPasswords: Readonly<Record<MeshUser, string>>;
  readonly publisherPassword: string;
  readonly portalSecret: string;
  readonly team: TeamSecrets;
  readonly otherTeam: TeamSecrets;
}

export interface TeamSecrets {
  readonly teamId: string;
  readonly apiKey: string;
}

export function keepSecrets(folder: DataFolder): Secrets {
  const kept = folder.read<Secrets>("secrets.json");
  if (kept) return kept;
  const made = makeSecrets();
  folder.write("secrets.json", made);
  return made;
}

function makeSecrets(): Secrets {
  return {
    postgresPassword: randomHex(16),
    // The cast: each user of the list is given a password here.
    natsPasswords: Object.fromEntries(MESH_USERS.map((user) => [user, randomHex(16)])) as Record<
      MeshUser,
      string
    >,
    publisherPassword: randomHex(16),
    portalSecret: randomHex(32),
    team: makeTeam(),
    otherTeam: makeTeam(),
  };
}

function makeTeam(): TeamSecrets {
  return { teamId: crypto.randomUUID(), apiKey: `mid_${randomHex(32)}` };
}

function randomHex(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toHex();
}
