/** Reads a service's configuration: names of environment variables in, a checked value out. */
import { z } from "zod";
import { LOG_LEVELS } from "./log.ts";

/**
 * @param shape One schema for each variable, under the variable's own name.
 * @param read Usually `Deno.env.get`, passed by the one `config.ts` of the service.
 * @throws {TypeError} that names every variable that is missing or wrong.
 */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  read: (name: string) => string | undefined,
): z.output<z.ZodObject<Shape>> {
  const values = Object.fromEntries(Object.keys(shape).map((name) => [name, read(name) || undefined]));
  const result = z.object(shape).safeParse(values);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path: [name], message }) =>
    values[String(name)] === undefined ? `${String(name)} is missing` : `${String(name)}: ${message}`
  );
  throw new TypeError(wrong.join("; "));
}

export const port = z.coerce.number().int().min(0).max(65535);
export const logLevel = z.enum(LOG_LEVELS).default("info");

/** A comma-separated list; absent means none. */
export const list = z.string().default("").transform((text) =>
  text.split(",").map((part) => part.trim()).filter((part) => part !== "")
);
