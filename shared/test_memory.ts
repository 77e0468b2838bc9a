/** For tests: what a program tells of its own memory, in a process where nobody else takes any. */
import { fileURLToPath } from "node:url";

/** @param program Its last word is a number of bytes. */
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
