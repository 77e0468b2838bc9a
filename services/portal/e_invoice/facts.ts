/** What EN 16931 wants to know of an invoice, or nothing when our records do not tell it: no claim is better than a false one. */
import type { Invoice, Party } from "shared/contract/invoice_shapes.ts";
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { isCountryCode } from "shared/country_code.ts";
import { paymentDetailsOf } from "../payment_details.ts";
import { exponentOf, type TaxShare, taxSharesOf, toMinor } from "../tax_breakdown.ts";

export interface EInvoiceFacts {
  readonly invoice: Invoice;
  readonly seller: TradeParty;
  readonly buyer: TradeParty;
  readonly shares: readonly TaxShare[];
  readonly iban: string | undefined;
  /** An amount as the standard writes it, such as `1250.00`. */
  readonly write: (major: number) => string;
  readonly writeMinor: (minor: number) => string;
  /** The price of one piece (BT-146), which may be finer than all other amounts. */
  readonly writePrice: (major: number) => string;
}

export interface TradeParty {
  readonly party: Party;
  readonly vatId: string | undefined;
  readonly country: string;
}

/** Amounts may have at most two decimals (BR-DEC). */
const MAX_EXPONENT = 2;

/**
 * The standard asks for the seller's VAT identifier (BR-S-02, BR-Z-02, BR-CO-26), both countries (BR-09, BR-11), a
 * category for each line (BR-CO-04) and sums that add up (BR-CO-10 to 17). A line without a rate could be in any
 * category; one at nought per cent for abroad is a reverse charge, a supply within the Community or an export.
 */
export function findEInvoiceFacts(view: PortalInvoiceView): EInvoiceFacts | undefined {
  const { invoice, customer } = view;
  const exponent = exponentOf(invoice.currency);
  const shares = taxSharesOf(invoice);
  const sellerVatId = vatIdOf(invoice.seller);
  const buyerVatId = vatIdOf(invoice.buyer);
  const buyerCountry = countryOf(buyerVatId) ?? customer.country ?? undefined;
  const sellerCountry = countryOf(sellerVatId);
  const isAbroad = buyerCountry !== sellerCountry;
  const hasCategories = invoice.lines.every(({ taxRate }) =>
    taxRate !== null && !(taxRate === 0 && isAbroad)
  );
  if (exponent > MAX_EXPONENT || !shares || !hasCategories || !sellerCountry || !buyerCountry) {
    return undefined;
  }
  const writeMinor = (minor: number) => writeDecimal(minor, exponent);
  const priceFormat = priceFormatOf(exponent);
  return {
    invoice,
    seller: { party: invoice.seller, vatId: sellerVatId, country: sellerCountry },
    buyer: { party: invoice.buyer, vatId: buyerVatId, country: buyerCountry },
    shares,
    iban: findIban(view),
    write: (major) => writeMinor(toMinor(major, exponent)),
    writeMinor,
    writePrice: (major) => priceFormat.format(major),
  };
}

/** Only what begins with letters of a country is an identifier of the standard's kind (BR-CO-09). */
function vatIdOf({ vatNumber }: Party): string | undefined {
  const compact = vatNumber?.toUpperCase().replace(/[^A-Z0-9]/g, "") ?? "";
  const isLikely = /^[A-Z]{2}[A-Z0-9]*\d[A-Z0-9]*$/.test(compact) && isCountryCode(countryOf(compact)!);
  return isLikely ? compact : undefined;
}

/** Greece and Northern Ireland have letters of their own in VAT numbers. */
const COUNTRY_OF_PREFIX: Readonly<Record<string, string>> = { EL: "GR", XI: "GB" };

function countryOf(vatId: string | undefined): string | undefined {
  const prefix = vatId?.slice(0, 2);
  return prefix && (COUNTRY_OF_PREFIX[prefix] ?? prefix);
}

function findIban(view: PortalInvoiceView): string | undefined {
  const texts = paymentDetailsOf(view).map(({ text }) => text.toUpperCase().replace(/\s/g, ""));
  return texts.find((text) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text));
}

/** As XML writes a decimal: never with an exponent. */
function priceFormatOf(exponent: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: 8 };
  return new Intl.NumberFormat("en", { ...digits, useGrouping: false });
}

function writeDecimal(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
  return minor < 0 ? `-${text}` : text;
}
