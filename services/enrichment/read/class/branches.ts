/**
 * What companies do, branch by branch: the industry, the usual kind of company, and the words that speak for it in the
 * languages that we read. Words are written as `foldWords` folds them, without accents, and begin a word of the page; `_`
 * joins words, `$` at the end ends one, `*` stands for any beginning (German and Nordic compounds), `~` marks a word that
 * others use too.
 */
import type { Branch } from "./branches/branch.ts";
import { COMMUNITIES } from "./branches/communities.ts";
import { EDUCATION } from "./branches/education.ts";
import { ENERGY } from "./branches/energy.ts";
import { EVERYDAY } from "./branches/everyday.ts";
import { FINANCE } from "./branches/finance.ts";
import { HEALTHCARE } from "./branches/healthcare.ts";
import { HOSPITALITY } from "./branches/hospitality.ts";
import { LAND } from "./branches/land.ts";
import { LOGISTICS } from "./branches/logistics.ts";
import { MANUFACTURING } from "./branches/manufacturing.ts";
import { MEDIA } from "./branches/media.ts";
import { REAL_ESTATE } from "./branches/real_estate.ts";
import { RETAIL } from "./branches/retail.ts";
import { SERVICES_TO_FIRMS } from "./branches/services_to_firms.ts";
import { SOFTWARE } from "./branches/software.ts";
import { TRADES } from "./branches/trades.ts";

export const BRANCHES: readonly Branch[] = [
  ...SOFTWARE,
  ...MEDIA,
  ...FINANCE,
  ...HEALTHCARE,
  ...EDUCATION,
  ...REAL_ESTATE,
  ...MANUFACTURING,
  ...RETAIL,
  ...HOSPITALITY,
  ...ENERGY,
  ...SERVICES_TO_FIRMS,
  ...LOGISTICS,
  ...COMMUNITIES,
  ...TRADES,
  ...EVERYDAY,
  ...LAND,
];
