/** A company's statement of its numbers, with numbers that we make up. Which digits check is the library's matter, so that no number is anybody's on purpose. */
import { stdnum } from "stdnum";

export interface Statement {
  readonly country: string;
  readonly host: string;
  readonly language: string;
  readonly company: string;
  readonly numbers: readonly StatedNumber[];
}

export interface StatedNumber {
  readonly field: "vatNumber" | "companyNumber";
  readonly labels: readonly string[];
  readonly number: string;
}

/** @param made `#` becomes a digit, `@` a letter; with a rule they are turned until the library is content. */
export function vat(labels: string, made: string, rule?: string, behind = ""): StatedNumber {
  return { field: "vatNumber", labels: labels.split("|"), number: makeNumber(made, rule) + behind };
}

export function register(labels: string, made: string, rule?: string): StatedNumber {
  return { field: "companyNumber", labels: labels.split("|"), number: makeNumber(made, rule) };
}

const MAX_TURNS = 20_000;

function makeNumber(made: string, rule?: string): string {
  const [country = "", name = ""] = rule?.split(".") ?? [];
  const validator = stdnum[country]?.[name];
  if (rule !== undefined && !validator) throw new RangeError(`No rule ${rule}`);
  const next = openDice(made);
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const number = made.replace(
      /[#@]/g,
      (sign) => sign === "#" ? String(next(10)) : "ABDEFHKLMPT"[next(11)]!,
    );
    if (
      !/(\d)\1{4}/.test(number) &&
      (!validator || validator.validate(number.replace(/[^A-Z0-9]/g, "")).isValid)
    ) return number;
  }
  throw new RangeError(`No number like ${made} passes ${rule}`);
}

/** The same numbers in each run. */
function openDice(seed: string): (sides: number) => number {
  let state = [...seed].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) >>> 0, 7);
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export function state(
  country: string,
  host: string,
  language: string,
  company: string,
  ...numbers: StatedNumber[]
): Statement {
  return { country, host, language, company, numbers };
}
