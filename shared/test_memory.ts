/** For tests: measures the memory of a program in a process of its own. */
import { fileURLToPath } from "node:url";

/** @param program Prints a number of bytes as its last word. */
export async function askMemory(program: URL): Promise<number> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", "--no-prompt", "--no-check", fileURLToPath(program)],
  }).output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
  return Number(new TextDecoder().decode(stdout));
}

/** What the work adds to the process. */
export async function tellGrowth(work: () => Promise<void>): Promise<void> {
  const before = Deno.memoryUsage().rss;
  await work();
  Deno.stdout.writeSync(new TextEncoder().encode(String(Deno.memoryUsage().rss - before)));
}
