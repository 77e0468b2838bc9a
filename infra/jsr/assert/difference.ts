/** A line by line difference of two shown values, for the message of a failed equality. */
import { show } from "./assertion_error.ts";

export function renderDifference(actual: unknown, expected: unknown): string {
  const [left, right] = [showLines(actual), showLines(expected)];
  // The table below is quadratic: for very long values the two texts one after the other must do.
  const lines = left.length * right.length > 4_000_000
    ? [...left.map((line) => `- ${line}`), ...right.map((line) => `+ ${line}`)]
    : alignLines(left, right);
  return ["    [Diff] - Actual / + Expected", "", ...lines].join("\n");
}

function showLines(value: unknown): string[] {
  return (typeof value === "string" && value.includes("\n") ? value : show(value)).split("\n");
}

function alignLines(left: string[], right: string[]): string[] {
  const common = commonLengths(left, right);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      lines.push(`  ${left[i++]}`);
      j++;
    } else if (j >= right.length || (i < left.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      lines.push(`- ${left[i++]}`);
    } else {
      lines.push(`+ ${right[j++]}`);
    }
  }
  return lines;
}

/** common[i][j] is the length of the longest common subsequence of left from i and right from j. */
function commonLengths(left: string[], right: string[]): Uint32Array[] {
  const common = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      common[i]![j] = left[i] === right[j]
        ? common[i + 1]![j + 1]! + 1
        : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  return common;
}
