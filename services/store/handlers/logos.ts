/** Logos for whoever has their address. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import { logos } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { findLogo } from "../queries/logos.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";

export function logoHandlers({ sql }: Store): Handlers<typeof logos> {
  return {
    get: async ({ logo }, { reply }) => {
      const png = await runQuery(() => findLogo(sql, logo));
      if (!png) throw new OperationError("NOT_FOUND", "Logo not found");
      reply[HEADERS.contentType] = logos.get.output;
      return png;
    },
  };
}
