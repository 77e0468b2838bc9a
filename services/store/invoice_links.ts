/** Where an invoice can be seen and downloaded: behind its customer's portal link, while that is switched on. */
import type { InvoiceLinks, InvoiceRow } from "shared/contract/invoices.ts";
import { listOpenPortals } from "./queries/portal_links.ts";
import type { Store } from "./store.ts";

type Linkable = Pick<InvoiceRow, "id" | "customerId" | "status">;

/** The same invoices with their links; null for what no portal shows. */
export async function addLinks<Row extends Linkable>(
  { sql, keys, publicUrl }: Store,
  teamId: string,
  rows: readonly Row[],
): Promise<(Row & InvoiceLinks)[]> {
  const customerIds = new Set(rows.flatMap(({ customerId }) => customerId ?? []));
  const portals = await listOpenPortals(sql, teamId, [...customerIds]);
  const rotations = new Map(portals.map(({ customerId, portalRotation }) => [customerId, portalRotation]));
  return rows.map((row) => {
    const rotation = row.customerId ? rotations.get(row.customerId) : undefined;
    const isShown = row.status !== "draft" && row.status !== "scheduled";
    if (rotation === undefined || !isShown) return { ...row, previewUrl: null, pdfUrl: null };
    const portalId = keys.portalId(teamId, row.customerId!, rotation);
    const previewUrl = `${publicUrl}/p/${portalId}/invoices/${row.id}`;
    return { ...row, previewUrl, pdfUrl: `${previewUrl}.pdf` };
  });
}
