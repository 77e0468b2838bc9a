/** The error body on the bus. */
import { z } from "zod";

export const fieldError = z.object({ pointer: z.string(), code: z.string(), message: z.string() });
