/** A directory of companies as a second source: it knows what no website says, and proves nothing of it. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { getDomain } from "tldts";
import { z } from "zod";
import { cleanText } from "../parse/clean_text.ts";
import { parsePhone } from "../read/contact/phone_number.ts";
import { fitsField } from "../read/verify_candidate.ts";
import { askDirectory, type Directory, type DirectoryReply, type Entry } from "./directory_endpoint.ts";
import { type Answer, NO_USAGE, type Question, type SecondSource, type Spending } from "./source.ts";

export interface DirectoryOptions {
  readonly directory: Directory;
  /** For each company that it knows. */
  readonly priceUsd: number;
  /** What all second sources may cost in a day (UTC). */
  readonly caps: { readonly customerDayUsd: number; readonly teamDayUsd: number };
  readonly timeoutMs?: number;
}

/** Too low to be filled in by itself: there is no page to check it against. */
const CONFIDENCE = 0.7;
const VERSION = "companyenrich/1";

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const named = z.object({ name: text, code: text }).nullish().catch(null);
const company = z.object({
  domain: z.string(),
  description: text,
  industry: text,
  employees: text,
  revenue: text,
  founded_year: text,
  location: z.object({
    country: named,
    state: named,
    city: named,
    address: text,
    postal_code: text,
    phone: text,
  }).nullish().catch(null),
  financial: z.object({ funding_stage: text, total_funding: text }).nullish().catch(null),
  socials: z.object({ linkedin_url: text, twitter_url: text, facebook_url: text, instagram_url: text })
    .nullish().catch(null),
});

type Company = z.output<typeof company>;

/** Which part of an entry speaks for which field. Its words for kinds and sizes are kept as they are. */
const PARTS: Readonly<Record<string, readonly [field: string, read: (entry: Company) => unknown]>> = {
  "description": ["description", (entry) => entry.description],
  "industry": ["industry", (entry) => entry.industry],
  "employees": ["employeeCount", (entry) => entry.employees],
  "revenue": ["estimatedRevenue", (entry) => entry.revenue],
  "founded_year": ["foundedYear", (entry) => entry.founded_year],
  "financial.funding_stage": ["fundingStage", (entry) => entry.financial?.funding_stage],
  "financial.total_funding": ["totalFunding", (entry) => entry.financial?.total_funding],
  "location.phone": ["phone", readPhone],
  "location.address": ["addressLine1", (entry) => entry.location?.address],
  "location.postal_code": ["zip", (entry) => entry.location?.postal_code],
  "location.city.name": ["city", (entry) => entry.location?.city?.name],
  "location.state.name": ["state", (entry) => entry.location?.state?.name],
  "location.country.code": ["countryCode", (entry) => entry.location?.country?.code?.toUpperCase()],
  "socials.linkedin_url": ["linkedinUrl", (entry) => entry.socials?.linkedin_url],
  "socials.twitter_url": ["twitterUrl", (entry) => entry.socials?.twitter_url],
  "socials.facebook_url": ["facebookUrl", (entry) => entry.socials?.facebook_url],
  "socials.instagram_url": ["instagramUrl", (entry) => entry.socials?.instagram_url],
};

export function createDirectory(options: DirectoryOptions): SecondSource {
  return {
    mostSpending: { tokens: 0, costUsd: options.priceUsd },
    ask: async (question, signal) => {
      const domain = getDomain(question.pages[0]?.url ?? "");
      if (domain === null || missingFields(question).length === 0) {
        return { state: "not_needed", values: [], usage: NO_USAGE };
      }
      if (!isWithinCaps(options, question.spentToday)) {
        return { state: "capped", values: [], usage: NO_USAGE };
      }
      return await askAbout(domain, question, { options, signal });
    },
  };
}

/** What the site says is better than what somebody says about it, so only what it leaves open is asked. */
function missingFields({ known }: Question): string[] {
  const has = new Set(known.map(({ field }) => field));
  return Object.values(PARTS).map(([field]) => field).filter((field) => !has.has(field));
}

function isWithinCaps(
  { priceUsd, caps }: DirectoryOptions,
  spent: { customer: Spending; team: Spending } = { customer: NOTHING, team: NOTHING },
): boolean {
  return spent.customer.costUsd + priceUsd <= caps.customerDayUsd &&
    spent.team.costUsd + priceUsd <= caps.teamDayUsd;
}

const NOTHING: Spending = { tokens: 0, costUsd: 0 };

async function askAbout(
  domain: string,
  question: Question,
  { options, signal }: { options: DirectoryOptions; signal: AbortSignal },
): Promise<Answer> {
  let requests = 0;
  const { directory, timeoutMs, priceUsd } = options;
  const asking = askDirectory(directory, domain, { signal, timeoutMs, onRequest: () => requests++ });
  const reply = await asking.catch((error) => {
    // It may have known the company.
    question.onStopped?.({ ...NO_USAGE, requests, costUsd: requests > 0 ? priceUsd : 0 });
    throw error;
  });
  const usage = { ...NO_USAGE, requests, costUsd: reply.kind === "entry" ? priceUsd : 0 };
  return { ...judge(reply, domain, missingFields(question)), usage };
}

function judge(reply: DirectoryReply, domain: string, wanted: readonly string[]): Omit<Answer, "usage"> {
  if (reply.kind === "unknown") return { state: "answered", values: [] };
  if (reply.kind !== "entry") {
    return { state: reply.kind === "noCredit" ? "capped" : "failed", values: [], reason: reply.reason };
  }
  const parsed = company.safeParse(reply.body);
  if (!parsed.success) return { state: "failed", values: [], reason: "the directory answered no company" };
  // Whoever else it is about.
  if (getDomain(parsed.data.domain) !== domain) {
    return { state: "refused", values: [], reason: "the directory answered another company" };
  }
  const values = listValues(parsed.data, reply);
  return { state: "answered", values: values.filter(({ field }) => wanted.includes(field)) };
}

/** The evidence is honest: where it was asked and which part of the answer it is; there are no words of a page. */
function listValues(entry: Company, { url }: Entry): FoundValue[] {
  const fetchedAt = new Date().toISOString();
  return Object.entries(PARTS).flatMap(([path, [field, read]]) => {
    const value = cleanText(String(read(entry) ?? ""));
    if (!fitsField(field, value)) return [];
    const evidence = { source: "companyenrich" as const, url, quote: "", extractor: `${VERSION} ${path}` };
    return [{ field, value, confidence: CONFIDENCE, ...evidence, fetchedAt }];
  });
}

function readPhone({ location }: Company): string | undefined {
  const country = location?.country?.code?.toUpperCase();
  return location?.phone ? parsePhone(location.phone, country ? [country] : [])?.spelled : undefined;
}
