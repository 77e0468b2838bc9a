/** The names of months in the languages we read, in nominative and as they stand in a date. */
import { fold } from "../candidate.ts";

const LANGUAGES = "en de fr es it nl sv fi pl pt nb da cs sk hu ro el bg hr sl lt lv et".split(" ");
const ENGLISH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

let byName: Map<string, string> | undefined;

/** The English name. */
export function findMonth(name: string): string | undefined {
  byName ??= buildNames();
  return byName.get(fold(name));
}

/** A formatter weighs tens of kilobytes, so one of a kind serves all months. */
function buildNames(): Map<string, string> {
  const names = new Map<string, string>();
  const listers = LANGUAGES.map(openLister);
  for (let month = 0; month < 12; month++) {
    const day = new Date(Date.UTC(2026, month, 15));
    for (const name of listers.flatMap((list) => list(day))) names.set(fold(name), ENGLISH.format(day));
  }
  return names;
}

function openLister(language: string): (day: Date) => string[] {
  const inDate = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" });
  const alone = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return (day) => [
    inDate.formatToParts(day).find((part) => part.type === "month")?.value ?? "",
    alone.format(day),
  ];
}
