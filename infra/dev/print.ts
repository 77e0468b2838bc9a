/** Writing to the terminal: whole lines, coloured only where a person looks. */

const COLORS = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
  gray: 90,
  bold: 1,
} as const;
export type Color = keyof typeof COLORS;

export function printLine(line: string): void {
  const bytes = new TextEncoder().encode(`${line}\n`);
  try {
    for (let written = 0; written < bytes.length;) written += Deno.stdout.writeSync(bytes.subarray(written));
  } catch (error) {
    // Whoever read us has gone; the mesh goes on without being watched.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

export function isColored(): boolean {
  return Deno.stdout.isTerminal() && !Deno.noColor;
}

export function paint(text: string, color: Color, isOn: boolean): string {
  return isOn && text !== "" ? `\u001b[${COLORS[color]}m${text}\u001b[0m` : text;
}
