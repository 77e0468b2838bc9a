/** Weighs predictions against labels: F1 a field and group, what is saved without asking, what is invented, calibration. */
import { z } from "zod";
import { FILL_CONFIDENCE } from "../../../shared/contract/fill_confidence.ts";
import type { SitePredictions } from "./predict_site.ts";
import { isSameValue } from "./same_value.ts";

export const labelFile = z.object({
  fields: z.array(z.string()),
  sites: z.array(z.object({
    id: z.string(),
    baseUrl: z.string(),
    /** Accepted answers; null: the pages do not state it. */
    labels: z.record(z.string(), z.array(z.string()).nullable()),
    ignore: z.array(z.string()).default([]),
  })),
});
export type Labels = z.infer<typeof labelFile>;

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  identity: ["name", "description", "logoUrl", "language"],
  socials: ["linkedin", "twitter", "instagram", "facebook", "youtube", "github"],
  contact: ["email", "phone", "street", "postalCode", "city", "country"],
  legal: ["foundedYear", "vatNumber", "companyNumber", "ceo"],
  class: ["industry", "companyType"],
};

/** One field of one site. */
interface Cell {
  readonly field: string;
  readonly isStated: boolean;
  /** Undefined: nothing was given. */
  readonly confidence: number | undefined;
  readonly isRight: boolean;
}

export interface FieldScore {
  readonly field: string;
  readonly stated: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Score {
  readonly sites: number;
  readonly fields: readonly FieldScore[];
  readonly macroF1: number;
  readonly groups: Readonly<Record<string, number>>;
  /** Of the values that are filled in without asking anybody. */
  readonly saved: { readonly count: number; readonly precision: number; readonly shareOfStated: number };
  /** Values where the pages state none, a site. */
  readonly inventedPerSite: number;
  /** Expected calibration error over ten bins. */
  readonly calibrationError: number;
}

export function scorePredictions(
  predictions: Readonly<Record<string, SitePredictions>>,
  labels: Labels,
): Score {
  const cells = labels.sites.flatMap((site) => cellsOf(site, predictions[site.id] ?? {}, labels.fields));
  const fields = labels.fields.map((field) =>
    scoreField(field, cells.filter((cell) => cell.field === field))
  );
  const given = cells.filter((cell) => cell.confidence !== undefined);
  const saved = given.filter((cell) => (cell.confidence ?? 0) >= FILL_CONFIDENCE);
  const right = saved.filter((cell) => cell.isRight).length;
  return {
    sites: labels.sites.length,
    fields,
    macroF1: meanOf(fields.map((each) => each.f1)),
    groups: Object.fromEntries(
      Object.entries(GROUPS).map(([group, members]) => [
        group,
        meanOf(fields.filter((each) => members.includes(each.field)).map((each) => each.f1)),
      ]),
    ),
    saved: {
      count: saved.length,
      precision: ratio(right, saved.length),
      shareOfStated: ratio(right, cells.filter((cell) => cell.isStated).length),
    },
    inventedPerSite: ratio(given.filter((cell) => !cell.isStated).length, labels.sites.length),
    calibrationError: calibrationErrorOf(given),
  };
}

function cellsOf(
  site: Labels["sites"][number],
  predicted: SitePredictions,
  fields: readonly string[],
): Cell[] {
  return fields.filter((field) => !site.ignore.includes(field)).map((field) => {
    const stated = site.labels[field] ?? [];
    const found = predicted[field];
    const isRight = found !== undefined &&
      stated.some((each) => isSameValue(field, { found: found.value, stated: each, baseUrl: site.baseUrl }));
    return { field, isStated: stated.length > 0, confidence: found?.confidence, isRight };
  });
}

function scoreField(field: string, cells: readonly Cell[]): FieldScore {
  const right = cells.filter((cell) => cell.isRight).length;
  const stated = cells.filter((cell) => cell.isStated).length;
  const precision = ratio(right, cells.filter((cell) => cell.confidence !== undefined).length);
  const recall = ratio(right, stated);
  const f1 = ratio(2 * precision * recall, precision + recall);
  return { field, stated, precision, recall, f1 };
}

const BINS = 10;

/** How far the stated confidence lies from the share of right values, averaged over all values. */
function calibrationErrorOf(given: readonly Cell[]): number {
  const bins = Map.groupBy(given, (cell) => Math.min(BINS - 1, Math.floor((cell.confidence ?? 0) * BINS)));
  const gaps = [...bins.values()].map((bin) => {
    const confidence = meanOf(bin.map((cell) => cell.confidence ?? 0));
    return bin.length * Math.abs(confidence - ratio(bin.filter((cell) => cell.isRight).length, bin.length));
  });
  return ratio(gaps.reduce((sum, gap) => sum + gap, 0), given.length);
}

function meanOf(numbers: readonly number[]): number {
  return ratio(numbers.reduce((sum, each) => sum + each, 0), numbers.length);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
