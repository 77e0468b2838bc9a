/** Keeps what was measured in RESULTS.md: each benchmark has a section of its own, and leaves those of others alone. */
import { fileURLToPath } from "node:url";

const FILE = new URL("RESULTS.md", import.meta.url);

/** @param text Below the heading, in the place of what stood there. */
export async function recordSection(heading: string, text: string): Promise<void> {
  const before = await Deno.readTextFile(FILE).catch(() => "# Measured\n");
  const others = before.split(/^(?=## )/m).filter((section) => !section.startsWith(`## ${heading}\n`));
  const sections = [...others, `## ${heading}\n\n${text}`];
  await Deno.writeTextFile(FILE, sections.map((section) => section.trim()).join("\n\n"));
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", fileURLToPath(FILE)] }).output();
}
