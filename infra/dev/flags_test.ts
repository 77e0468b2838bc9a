import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { typedArgs } from "../typed_args.ts";
import { parseFlags, UsageError } from "./flags.ts";

const noEnv = () => undefined;

Deno.test("parseFlags has a default for everything", () => {
  assertEquals(parseFlags([], noEnv), {
    port: 8080,
    natsPort: undefined,
    pgPort: undefined,
    data: ".mesh",
    isFresh: false,
    shouldSeed: true,
    allowFetch: [],
    allowOrigins: [],
    databaseUrl: undefined,
    natsUrl: undefined,
  });
});

Deno.test("parseFlags takes each flag in both spellings", () => {
  const args = ["--port=0", "--nats-port", "1", "--pg-port=2", "--data", "/x", "--fresh", "--no-seed"];
  const flags = parseFlags([
    ...args,
    "--allow-fetch",
    "127.0.0.1:9",
    "--allow-fetch=a.LOCALHOST:10",
    "--allow-origin=http://localhost:3000/",
  ], noEnv);
  assertEquals(flags, {
    port: 0,
    natsPort: 1,
    pgPort: 2,
    data: "/x",
    isFresh: true,
    shouldSeed: false,
    allowFetch: ["127.0.0.1:9", "a.localhost:10"],
    allowOrigins: ["http://localhost:3000"],
    databaseUrl: undefined,
    natsUrl: undefined,
  });
});

Deno.test("typedArgs leaves out what other runners need before flags, and no more", () => {
  assertEquals(parseFlags(typedArgs(["--", "--port", "9"]), noEnv)?.port, 9);
  assertEquals(typedArgs(["a", "--", "b"]), ["a", "--", "b"]);
  assertThrows(() => parseFlags(typedArgs(["--", "--", "--fresh"]), noEnv), UsageError);
});

Deno.test("parseFlags refuses a bad value and an unknown flag with one sentence", () => {
  const bad = [
    ["--port", "http"],
    ["--port=65536"],
    ["--port=-1"],
    ["--nats-port"],
    ["--prot=1"],
    ["word"],
    ["--fresh=yes"],
    ["--allow-fetch", "10.0.0.1:80"],
    ["--allow-fetch", "localhost"],
    ["--allow-origin", "*"],
    ["--allow-origin", "http://localhost:3000/app"],
    ["--allow-fetch", "localhost:0"],
    ["--allow-fetch", "127.0.0.1.evil.example:80"],
    ["--allow-fetch", "127.0.0.999:80"],
    ["--allow-fetch", "evillocalhost:80"],
    ["--allow-fetch", "a,b.localhost:80"],
    ["--allow-fetch", "[::1]:80"],
  ];
  for (const args of bad) {
    const error = assertThrows(() => parseFlags(args, noEnv), UsageError, undefined, args.join(" "));
    assertMatch(error.message, /^[^\n]{10,160}$/);
  }
});

Deno.test("parseFlags checks the addresses of running servers and never repeats them", () => {
  const env = (name: string) => name === "DATABASE_URL" ? "mysql://u:secret@h/d" : undefined;
  const error = assertThrows(() => parseFlags([], env), UsageError, "DATABASE_URL");
  assertEquals(error.message.includes("secret"), false);
});

Deno.test("parseFlags answers nothing when help is wanted", () => {
  assertEquals(parseFlags(["--help"], noEnv), undefined);
});
