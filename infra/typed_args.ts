/** What was typed behind the name of a task: `deno task` passes on the `--` that others, such as npm, need before flags. */

export function typedArgs(args: readonly string[] = Deno.args): string[] {
  return args[0] === "--" ? args.slice(1) : [...args];
}
