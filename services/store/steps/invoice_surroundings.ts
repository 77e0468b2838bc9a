/** What compatible clients read beside an invoice: its customer, who has seen it, and where it can be seen. */
import type { InvoiceRow, InvoiceSurroundings } from "shared/contract/invoice_shapes.ts";
import type { Queryable } from "../database/connect.ts";
import { listSurroundings, type SurroundingsRow } from "../queries/invoice_surroundings.ts";
import type { Store } from "../store.ts";

type Bare = Pick<InvoiceRow, "id" | "status">;

/** Compatible clients demand an id even of a customer that is gone. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

type Place = Pick<Store, "keys" | "publicUrl">;

/** @param rows Invoices; one that was deleted meanwhile is left out. */
export async function addSurroundings<Row extends Bare>(
  place: Place & { readonly sql: Queryable },
  teamId: string,
  rows: readonly Row[],
): Promise<(Row & InvoiceSurroundings)[]> {
  const found = await listSurroundings(place.sql, teamId, rows.map(({ id }) => id));
  const byId = new Map(found.map((each) => [each.invoiceId, each]));
  return rows.flatMap((row) => {
    const around = byId.get(row.id);
    return around ? [surround(place, teamId, row, around)] : [];
  });
}

/** With what is known already. */
export function surround<Row extends Bare>(
  place: Place,
  teamId: string,
  row: Row,
  around: Surroundings,
): Row & InvoiceSurroundings {
  return { ...row, ...describe(around), ...toLinks(place, teamId, row, around) };
}

type Surroundings = Omit<SurroundingsRow, "invoiceId">;

function describe({ customerId, name, email, website, viewedAt, internalNote }: Surroundings) {
  const customer = { id: customerId ?? NOBODY, name, email, website };
  return { customer, viewedAt, internalNote, sentTo: null, sentAt: null, reminderSentAt: null, vat: null };
}

/** Behind its customer's portal link, while that is switched on; null for what no portal shows. */
function toLinks(
  { keys, publicUrl }: Place,
  teamId: string,
  { id, status }: Bare,
  { customerId, portalRotation }: Surroundings,
) {
  const isShown = status !== "draft" && status !== "scheduled";
  if (customerId === null || portalRotation === null || !isShown) return { previewUrl: null, pdfUrl: null };
  const previewUrl = `${publicUrl}/p/${keys.portalId(teamId, customerId, portalRotation)}/invoices/${id}`;
  return { previewUrl, pdfUrl: `${previewUrl}.pdf` };
}
