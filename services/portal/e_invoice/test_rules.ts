/** For tests: the business rules of EN 16931 that can be counted, on the XML alone, in hundredths. */
import { assert } from "@std/assert";

/** @returns The rules that are broken, by name; empty when all hold. */
export function brokenRules(xml: string): string[] {
  const lines = parts(xml, "IncludedSupplyChainTradeLineItem");
  const settlement = part(xml, "ApplicableHeaderTradeSettlement");
  const sums = part(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const allowances = parts(settlement, "SpecifiedTradeAllowanceCharge");
  const taxes = parts(without(settlement, "SpecifiedTradeAllowanceCharge"), "ApplicableTradeTax");
  const seller = part(xml, "SellerTradeParty");
  const discount = total(allowances, "ActualAmount");
  const rules: Record<string, boolean> = {
    "BR-02": text(part(xml, "ExchangedDocument", "rsm"), "ID") !== "",
    "BR-04": ["380", "381"].includes(text(part(xml, "ExchangedDocument", "rsm"), "TypeCode")),
    "BR-05": /^[A-Z]{3}$/.test(text(settlement, "InvoiceCurrencyCode")),
    "BR-06": text(seller, "Name") !== "",
    "BR-16": lines.length > 0,
    "BR-27": lines.every((line) => minor(line, "ChargeAmount") >= 0),
    "BR-33": allowances.every((each) => text(each, "Reason") !== ""),
    "BR-CO-09": /^[A-Z]{2}/.test(text(part(seller, "SpecifiedTaxRegistration"), "ID")),
    "BR-CO-10": total(lines, "LineTotalAmount") === minor(sums, "LineTotalAmount"),
    "BR-CO-11":
      discount === (text(sums, "AllowanceTotalAmount") === "" ? 0 : minor(sums, "AllowanceTotalAmount")),
    "BR-CO-13": minor(sums, "LineTotalAmount") - discount === minor(sums, "TaxBasisTotalAmount"),
    "BR-CO-14": total(taxes, "CalculatedAmount") === minor(sums, "TaxTotalAmount"),
    "BR-CO-15":
      minor(sums, "TaxBasisTotalAmount") + minor(sums, "TaxTotalAmount") === minor(sums, "GrandTotalAmount"),
    "BR-CO-16": minor(sums, "GrandTotalAmount") === minor(sums, "DuePayableAmount"),
    "BR-CO-17": taxes.every((tax) =>
      Math.abs(minor(tax, "CalculatedAmount") - minor(tax, "BasisAmount") * percent(tax) / 100) <= 0.500_001
    ),
    "BR-CO-18": taxes.length > 0,
    "BR-CO-25": part(settlement, "SpecifiedTradePaymentTerms").includes("DueDateDateTime"),
    "BR-S-05, BR-Z-05": [...lines, ...allowances, ...taxes].every((each) =>
      text(each, "CategoryCode") === (percent(each) > 0 ? "S" : "Z")
    ),
    "BR-S-08, BR-Z-08": taxes.every((tax) => {
      const isOfRate = (each: string) => percent(each) === percent(tax);
      const base = total(lines.filter(isOfRate), "LineTotalAmount") -
        total(allowances.filter(isOfRate), "ActualAmount");
      return base === minor(tax, "BasisAmount");
    }),
    "BR-S-01, BR-Z-01": new Set(taxes.map(percent)).size === taxes.length &&
      [...lines, ...allowances].every((each) => taxes.some((tax) => percent(tax) === percent(each))),
    "PEPPOL-EN16931-R120": lines.every((line) =>
      Math.abs(
        decimal(line, "BilledQuantity") * decimal(line, "ChargeAmount") * 100 -
          minor(line, "LineTotalAmount"),
      ) <=
        0.500_001
    ),
    // Of all amounts but BT-146, the price of one piece.
    "BR-DEC": [...xml.matchAll(/:(?!Charge)\w*Amount[^>]*>(-?[\d.]+)</g)].every(([, amount]) =>
      /^-?\d+(\.\d{1,2})?$/.test(amount!)
    ),
  };
  return Object.entries(rules).filter(([, holds]) => !holds).map(([rule]) => rule);
}

function parts(xml: string, name: string, prefix = "ram"): string[] {
  return [...xml.matchAll(new RegExp(`<${prefix}:${name}>(.*?)</${prefix}:${name}>`, "gs"))].map((match) =>
    match[1]!
  );
}

function part(xml: string, name: string, prefix = "ram"): string {
  const [first] = parts(xml, name, prefix);
  assert(first !== undefined, `there is no ${name}`);
  return first;
}

function without(xml: string, name: string): string {
  return xml.replace(new RegExp(`<ram:${name}>.*?</ram:${name}>`, "gs"), "");
}

function text(xml: string, name: string): string {
  return new RegExp(`<ram:${name}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? "";
}

function minor(xml: string, name: string): number {
  return Math.round(Number(text(xml, name) || NaN) * 100);
}

function decimal(xml: string, name: string): number {
  return Number(text(xml, name) || NaN);
}

function percent(xml: string): number {
  return Number(text(xml, "RateApplicablePercent") || NaN);
}

function total(each: readonly string[], name: string): number {
  return each.reduce((sum, xml) => sum + minor(xml, name), 0);
}
