/** What the portal is to reach, as rows of a table. */

export interface Finding {
  readonly what: string;
  readonly goal: number;
  readonly measured: number;
  /** `KB`, `ms`, `MB` … */
  readonly unit: string;
}

export function renderFindings(findings: readonly Finding[]): string {
  return [
    "| what | goal | measured | met |",
    "| --- | ---: | ---: | --- |",
    ...findings.map(({ what, goal, measured, unit }) =>
      `| ${what} | ≤ ${goal} ${unit} | ${spell(measured)} ${unit} | ${measured <= goal ? "yes" : "**no**"} |`
    ),
  ].join("\n");
}

function spell(value: number): string {
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(2);
}
