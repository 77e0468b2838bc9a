/** How an invoice is to be paid: as it was issued, or as the seller says now when that was not kept. */
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";

export type PaymentDetail = PortalInvoiceView["seller"]["paymentDetails"][number];

export function paymentDetailsOf({ invoice, seller }: PortalInvoiceView): readonly PaymentDetail[] {
  return invoice.seller.paymentDetails ?? seller.paymentDetails;
}
