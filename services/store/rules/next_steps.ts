/** What a person can do about the outcome of a run, in one sentence each. */

const CHECK_ADDRESS = "Open the website in a browser; correct its address here if it has changed.";
const TRY_LATER = "Enrich the customer again later, or correct the website's address if it has changed.";
const BY_HAND = "Fill in the fields by hand.";

const NEXT_STEPS: Readonly<Record<string, string>> = {
  no_website: "Enter the company's website, or an e-mail address at the company's own domain.",
  parked: "Enter the company's present website; this address is parked or for sale.",
  blocked_by_robots: `${BY_HAND} The website asks programs not to read it, and we keep to that.`,
  script_only: `${BY_HAND} The website shows its text only in a browser.`,
  thin: BY_HAND,
  wrong_company:
    "Correct the website's address, since what stands there seems to be about another company; if it is right, fill in the fields by hand.",
  gone: "Enter the company's present website; this page is no longer there.",
  unreachable: TRY_LATER,
  // Said like `unreachable`, so that nobody can sound out addresses that are not public.
  refused_address: TRY_LATER,
  not_html: "Enter the address of the company's home page; this one leads to a file.",
  too_large: "Enter the address of a smaller page, such as the company's imprint or contact page.",
  http_error: CHECK_ADDRESS,
  partial: "Enrich the customer again to read the rest of the website.",
  error: "Enrich the customer again; if it happens once more, tell whoever runs this system.",
  too_many_attempts: "Enrich the customer again; if it happens once more, tell whoever runs this system.",
  undeliverable: "Enrich the customer again; if it happens once more, tell whoever runs this system.",
  cancelled: "Enrich the customer again whenever you like.",
};

/** Null when nothing is left to do, or when the system will do it. */
export function nextStepOf(outcome: string | null): string | null {
  return NEXT_STEPS[outcome ?? ""] ?? null;
}
