/** Keeps the picture that a run has found, and gives its value the address by which we serve it. */
import { Buffer } from "node:buffer";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { insertLogo } from "../queries/logos.ts";
import type { Unit } from "../command/unit.ts";

export interface FoundProfile {
  readonly values: readonly FoundValue[];
  /** A PNG in base64. */
  readonly logo?: string;
}

const FIELD = "logoUrl";
const PNG_SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** @returns The values, without a logo whose picture we have not got: nobody is sent to another host for one. */
export async function keepLogo(
  unit: Unit,
  customerId: string,
  { values, logo }: FoundProfile,
): Promise<FoundValue[]> {
  const others = values.filter(({ field }) => field !== FIELD);
  const found = values.find(({ field }) => field === FIELD);
  const png = logo === undefined ? undefined : Buffer.from(logo, "base64");
  if (!found || !png?.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return others;
  const { sql, teamId, store } = unit;
  const name = store.keys.logoName(teamId, customerId, png);
  await insertLogo(sql, { teamId, customerId, name, png, sourceUrl: found.value });
  return [...others, { ...found, value: `${store.publicUrl}/logos/${name}.png` }];
}
