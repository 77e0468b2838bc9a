/**
 * An invoice as a machine reads it: Cross Industry Invoice (UN/CEFACT D16B) after EN 16931, as Factur-X and ZUGFeRD embed
 * it. The order of the elements is the schema's; BT and BG numbers are the standard's.
 */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import type { TaxShare } from "../tax_breakdown.ts";
import { type EInvoiceFacts, findEInvoiceFacts, type TradeParty } from "./facts.ts";
import { element, writeXml, type Xml } from "./xml.ts";

const NAMESPACES = {
  "xmlns:rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  "xmlns:ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  "xmlns:udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
};

const GUIDELINE = "urn:cen.eu:en16931:2017";

/** UNTDID 1001 (BT-3). */
const TYPE_CODES = { invoice: "380", credit_note: "381" } as const;

/** Undefined when our records do not hold all that the standard asks for. */
export function renderEInvoice(view: PortalInvoiceView): string | undefined {
  const facts = findEInvoiceFacts(view);
  if (!facts) return undefined;
  const root = element("rsm:CrossIndustryInvoice", [
    element("rsm:ExchangedDocumentContext", [
      element("ram:GuidelineSpecifiedDocumentContextParameter", [element("ram:ID", GUIDELINE)]),
    ]),
    describeHead(facts.invoice),
    element("rsm:SupplyChainTradeTransaction", [
      ...facts.invoice.lines.map((line, index) => describeLine(line, index, facts)),
      describeAgreement(facts),
      element("ram:ApplicableHeaderTradeDelivery", []),
      describeSettlement(facts),
    ]),
  ], NAMESPACES);
  // An element with content is always there.
  return writeXml(root!);
}

function describeHead({ invoiceNumber, type, issueDate, note }: Invoice): Xml | undefined {
  return element("rsm:ExchangedDocument", [
    element("ram:ID", invoiceNumber),
    element("ram:TypeCode", TYPE_CODES[type]),
    element("ram:IssueDateTime", [dateText(issueDate)]),
    note ? element("ram:IncludedNote", [element("ram:Content", note)]) : undefined,
  ]);
}

function describeLine(
  line: Invoice["lines"][number],
  index: number,
  { write, writePrice }: EInvoiceFacts,
): Xml | undefined {
  // A price below zero is not allowed (BR-27): the quantity takes the sign.
  const sign = line.price < 0 ? -1 : 1;
  return element("ram:IncludedSupplyChainTradeLineItem", [
    element("ram:AssociatedDocumentLineDocument", [element("ram:LineID", String(index + 1))]),
    element("ram:SpecifiedTradeProduct", [element("ram:Name", line.name)]),
    element("ram:SpecifiedLineTradeAgreement", [
      element("ram:NetPriceProductTradePrice", [element("ram:ChargeAmount", writePrice(sign * line.price))]),
    ]),
    element("ram:SpecifiedLineTradeDelivery", [
      element("ram:BilledQuantity", decimalText(sign * line.quantity), { unitCode: "C62" }),
    ]),
    element("ram:SpecifiedLineTradeSettlement", [
      element("ram:ApplicableTradeTax", categoryOf(line.taxRate ?? 0)),
      element("ram:SpecifiedTradeSettlementLineMonetarySummation", [
        element("ram:LineTotalAmount", write(line.amount)),
      ]),
    ]),
  ]);
}

function describeAgreement({ seller, buyer }: EInvoiceFacts): Xml | undefined {
  return element("ram:ApplicableHeaderTradeAgreement", [
    describeParty("ram:SellerTradeParty", seller),
    describeParty("ram:BuyerTradeParty", buyer),
  ]);
}

function describeParty(name: string, { party, vatId, country }: TradeParty): Xml | undefined {
  const [first, second, ...others] = party.addressLines;
  return element(name, [
    element("ram:Name", party.name),
    element("ram:PostalTradeAddress", [
      element("ram:LineOne", first),
      element("ram:LineTwo", second),
      element("ram:LineThree", others.length > 0 ? others.join(", ") : undefined),
      element("ram:CountryID", country),
    ]),
    party.email === null ? undefined : element("ram:URIUniversalCommunication", [
      element("ram:URIID", party.email, { schemeID: "EM" }),
    ]),
    vatId === undefined ? undefined : element("ram:SpecifiedTaxRegistration", [
      element("ram:ID", vatId, { schemeID: "VA" }),
    ]),
  ]);
}

function describeSettlement(facts: EInvoiceFacts): Xml | undefined {
  const { invoice, shares, iban } = facts;
  return element("ram:ApplicableHeaderTradeSettlement", [
    element("ram:PaymentReference", invoice.invoiceNumber),
    element("ram:InvoiceCurrencyCode", invoice.currency),
    iban === undefined || invoice.type === "credit_note" ? undefined : describeTransfer(iban),
    ...shares.map((share) => describeShare(share, facts)),
    ...shares.filter(({ discountMinor }) => discountMinor !== 0).map((share) =>
      describeDiscount(share, facts)
    ),
    element("ram:SpecifiedTradePaymentTerms", [
      element("ram:DueDateDateTime", [dateText(invoice.dueDate)]),
    ]),
    describeSums(facts),
    invoice.creditedInvoiceNumber === null ? undefined : element("ram:InvoiceReferencedDocument", [
      element("ram:IssuerAssignedID", invoice.creditedInvoiceNumber),
    ]),
  ]);
}

/** UNTDID 4461: 30 is a credit transfer, within SEPA or not. */
function describeTransfer(iban: string): Xml | undefined {
  return element("ram:SpecifiedTradeSettlementPaymentMeans", [
    element("ram:TypeCode", "30"),
    element("ram:PayeePartyCreditorFinancialAccount", [element("ram:IBANID", iban)]),
  ]);
}

function describeShare(
  { rate, linesMinor, discountMinor, taxMinor }: TaxShare,
  { writeMinor }: EInvoiceFacts,
): Xml | undefined {
  const [type, category, percent] = categoryOf(rate);
  return element("ram:ApplicableTradeTax", [
    element("ram:CalculatedAmount", writeMinor(taxMinor)),
    type,
    element("ram:BasisAmount", writeMinor(linesMinor - discountMinor)),
    category,
    percent,
  ]);
}

function describeDiscount({ rate, discountMinor }: TaxShare, { writeMinor }: EInvoiceFacts): Xml | undefined {
  return element("ram:SpecifiedTradeAllowanceCharge", [
    element("ram:ChargeIndicator", [element("udt:Indicator", "false")]),
    element("ram:ActualAmount", writeMinor(discountMinor)),
    element("ram:Reason", "Discount"),
    element("ram:CategoryTradeTax", categoryOf(rate)),
  ]);
}

/** As issued: what was paid later is no part of the invoice (BT-115 is the whole amount). */
function describeSums({ invoice, write }: EInvoiceFacts): Xml | undefined {
  const { discount } = invoice;
  return element("ram:SpecifiedTradeSettlementHeaderMonetarySummation", [
    element("ram:LineTotalAmount", write(invoice.subtotal)),
    element("ram:AllowanceTotalAmount", discount === 0 ? undefined : write(discount)),
    element("ram:TaxBasisTotalAmount", write(invoice.subtotal - discount)),
    element("ram:TaxTotalAmount", write(invoice.tax), { currencyID: invoice.currency }),
    element("ram:GrandTotalAmount", write(invoice.amount)),
    element("ram:DuePayableAmount", write(invoice.amount)),
  ]);
}

/** Standard rate or zero rate: a reason to be exempt is nowhere in our records. */
function categoryOf(rate: number): [Xml | undefined, Xml | undefined, Xml | undefined] {
  return [
    element("ram:TypeCode", "VAT"),
    element("ram:CategoryCode", rate > 0 ? "S" : "Z"),
    element("ram:RateApplicablePercent", decimalText(rate)),
  ];
}

/** Format 102 of UNTDID 2379. */
function dateText(day: string): Xml | undefined {
  return element("udt:DateTimeString", day.replaceAll("-", ""), { format: "102" });
}

/** Never with an exponent. */
function decimalText(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}
