/** Starting a child process whose output arrives line by line. */

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly owner?: Owner | undefined;
  readonly onLine?: (line: string) => void;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Child {
  readonly pid: number;
  readonly ended: Promise<Deno.CommandStatus>;
  kill(signal: Deno.Signal): void;
}

export function startChild({ command, args, env = {}, cwd, owner, onLine = () => {} }: ChildOptions): Child {
  const child = new Deno.Command(command, {
    args: [...args],
    env: { ...env },
    clearEnv: true,
    cwd,
    ...owner,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    // A process group of its own: the terminal's Ctrl-C reaches the supervisor only, which then ends all in order.
    detached: true,
  }).spawn();
  const read = Promise.allSettled([readLines(child.stdout, onLine), readLines(child.stderr, onLine)]);
  return {
    pid: child.pid,
    ended: child.status.then(async (status) => {
      // A grandchild may hold the pipe open; what is still to be read may not delay the news for ever.
      await Promise.race([read, new Promise((resolve) => Deno.unrefTimer(setTimeout(resolve, 200)))]);
      return status;
    }),
    kill: (signal) => killQuietly(child, signal),
  };
}

/** Runs to the end and answers the output. @throws when the exit code is not 0, with what it said on stderr. */
export async function runToEnd(
  options: ChildOptions & { readonly input?: string },
): Promise<string> {
  const child = new Deno.Command(options.command, {
    args: [...options.args],
    env: { ...options.env },
    clearEnv: true,
    cwd: options.cwd,
    ...options.owner,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  // A child that ends without reading its input says why on stderr; the broken pipe adds nothing.
  await writer.write(new TextEncoder().encode(options.input ?? "")).then(() => writer.close()).catch(
    () => {},
  );
  const { code, stdout, stderr } = await child.output();
  const [out, said] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes).trim());
  if (code === 0) return out!;
  const name = options.command.split("/").at(-1);
  throw new Error(`Cannot run ${name} ${options.args[0] ?? ""}: exit code ${code}\n${said || out}`);
}

/** Asks with `signal`, and kills when the grace is over. */
export async function stopChild(child: Child, signal: Deno.Signal, graceMs: number): Promise<void> {
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await child.ended;
  clearTimeout(timer);
}

function killQuietly(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    // It has ended already, which is what was wanted.
    if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function readLines(stream: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line.replace(/\r$/, ""));
  }
  if (rest !== "") onLine(rest);
}
