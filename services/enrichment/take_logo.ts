/** Fetches the logo that the pages name and has it drawn anew: nobody's browser ever asks a customer's site for it. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import type { Picture } from "shared/pictures/draw_picture.ts";
import { type Budget, runWithin } from "./fetch/deadline.ts";
import type { Visit } from "./fetch/fetch_page.ts";
import { FetchFailure, networkFailure } from "./outcome.ts";
import type { Reader } from "./read/reader.ts";

export interface Logo {
  /** With the evidence; its value is where the picture was fetched. */
  readonly found: FoundValue;
  readonly picture: Picture;
}

export interface LogoTools {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 10_000;
const MAX_TRIES = 3;

/** The likeliest of those that are pictures. @throws the signal's reason when it fires. */
export async function takeLogo(
  candidates: readonly FoundValue[],
  tools: LogoTools,
): Promise<Logo | undefined> {
  const { signal } = tools;
  const chosen = [...candidates.slice(0, MAX_TRIES - 1), ...candidates.slice(MAX_TRIES - 1).slice(-1)];
  try {
    return await runWithin(TIMEOUT_MS, signal, {
      onTimeout: () => networkFailure("the logo took too long"),
      work: (budget) => takeFirst(chosen, tools, budget),
    });
  } catch (error) {
    return leaveOut(error, signal);
  }
}

async function takeFirst(
  candidates: readonly FoundValue[],
  { visit, reader }: LogoTools,
  budget: Budget,
): Promise<Logo | undefined> {
  for (const found of candidates) {
    try {
      const file = await visit.fetchPicture(found.value, budget);
      return { found, picture: await reader.drawPicture(file, budget.signal) };
    } catch (error) {
      leaveOut(error, budget.signal);
    }
  }
  return undefined;
}

/** A profile without a logo is worth no less. */
function leaveOut(error: unknown, signal: AbortSignal): undefined {
  signal.throwIfAborted();
  if (!(error instanceof FetchFailure)) throw error;
}
