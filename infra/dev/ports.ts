/** Choosing the ports: what was asked for, else what it was last time, else the usual one, else any free one. */
import { freePort, isFree } from "../process/port.ts";
import type { DataFolder } from "./data_folder.ts";
import { type DevFlags, UsageError } from "./flags.ts";

export interface Ports {
  readonly gateway: number;
  readonly nats: number;
  readonly postgres: number;
  readonly demoSite: number;
}

/** @throws {UsageError} when a port that was asked for is taken. */
export function choosePorts(folder: DataFolder, flags: DevFlags): Ports {
  const last = folder.read<Partial<Ports>>("ports.json") ?? {};
  const ports: Ports = {
    gateway: chooseAsked("--port", flags.port, last.gateway),
    nats: chooseFree("--nats-port", flags.natsPort, [last.nats, 4222]),
    postgres: chooseFree("--pg-port", flags.pgPort, [last.postgres, 5432]),
    demoSite: chooseFree("", undefined, [last.demoSite]),
  };
  folder.write("ports.json", ports);
  return ports;
}

function chooseFree(
  flag: string,
  asked: number | undefined,
  likely: readonly (number | undefined)[],
): number {
  if (asked !== undefined) return chooseAsked(flag, asked, likely[0]);
  return likely.find((port) => port !== undefined && isFree(port)) ?? freePort();
}

function chooseAsked(flag: string, asked: number, last: number | undefined): number {
  if (asked === 0) return last !== undefined && isFree(last) ? last : freePort();
  if (isFree(asked)) return asked;
  throw new UsageError(
    `Cannot use port ${asked}: it is taken; choose another with ${flag} (0: any free one)`,
  );
}
