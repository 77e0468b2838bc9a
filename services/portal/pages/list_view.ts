/** What the list of invoices and its rows are drawn from. */
import type { PortalAccount } from "shared/contract/portal_shapes.ts";
import type { Listing } from "../links.ts";
import type { Reader } from "../reader.ts";

export interface ListView {
  readonly account: PortalAccount;
  readonly listing: Listing;
  readonly reader: Reader;
}
