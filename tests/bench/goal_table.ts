/** Numbers beside what is to be reached, as a table for people. */

export interface Goal {
  readonly what: string;
  readonly measured: number;
  /** One of the two, or neither for a number that has no goal. */
  readonly least?: number;
  readonly most?: number;
  readonly digits?: number;
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, measured, least = -Infinity, most = Infinity, digits = 0 }) => {
    const goal = least > -Infinity ? `≥ ${least}` : most < Infinity ? `≤ ${most}` : "";
    const met = goal === "" ? "" : measured >= least && measured <= most ? "yes" : "**no**";
    return `| ${what} | ${goal} | ${measured.toFixed(digits)} | ${met} |`;
  });
  return ["| what | goal | measured | met |", "| --- | ---: | ---: | --- |", ...rows].join("\n");
}
