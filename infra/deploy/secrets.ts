/** Passwords and keys of a mesh on servers of one's own: made once, kept beside what is written from them. */
import { MESH_USERS, type MeshUser } from "../nats/permissions.ts";

export interface DeploySecrets {
  readonly portalSecret: string;
  readonly metricsToken: string;
  readonly natsPasswords: Readonly<Record<MeshUser, string>>;
  /** By the team's name. */
  readonly teams: Readonly<Record<string, TeamSecrets>>;
}

export interface TeamSecrets {
  readonly id: string;
  readonly apiKey: string;
  readonly publisherPassword: string;
}

/** @param kept What an earlier run has made: all of it stays as it is. */
export function completeSecrets(
  kept: Partial<DeploySecrets> | undefined,
  teamNames: readonly string[],
): DeploySecrets {
  const teams = teamNames.map((name) => [name, kept?.teams?.[name] ?? makeTeam()]);
  const passwords = MESH_USERS.map((user) => [user, kept?.natsPasswords?.[user] ?? randomHex(16)]);
  return {
    portalSecret: kept?.portalSecret ?? randomHex(32),
    metricsToken: kept?.metricsToken ?? randomHex(16),
    // The cast: one password for each user.
    natsPasswords: Object.fromEntries(passwords) as Record<MeshUser, string>,
    teams: { ...kept?.teams, ...Object.fromEntries(teams) },
  };
}

function makeTeam(): TeamSecrets {
  return { id: crypto.randomUUID(), apiKey: `mid_${randomHex(32)}`, publisherPassword: randomHex(16) };
}

function randomHex(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toHex();
}
