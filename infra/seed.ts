/** Demo data, entered the way any program would: customers, rates, invoices and payments over the gateway. */
import { listOtherTeamCustomers, listSeedCustomers, type SeedCustomer } from "./seed/customers.ts";
import { createGatewayClient, forEachOf, type GatewayClient } from "./seed/gateway_client.ts";
import { CURRENCY_DECIMALS, makeInvoice, type SeedInvoice } from "./seed/invoices.ts";
import { createChance } from "./seed/random.ts";
import { listSeedRates } from "./seed/rates.ts";

export interface SeedOptions {
  readonly gatewayUrl: string;
  readonly demoSiteUrl: string;
  readonly apiKey: string;
  readonly otherApiKey: string;
  /** `YYYY-MM-DD`; the same day makes the same data, so that an interrupted seed can be run again. */
  readonly today: string;
}

const AT_ONCE = 16;
const INVOICE_COUNT = 400;
const OTHER_INVOICE_COUNT = 5;
const PORTAL_COUNT = 6;
const EXTRA_CURRENCIES = ["EUR", "USD"];

/** @returns the id of a customer whose portal is open. */
export async function seed(options: SeedOptions): Promise<string> {
  const client = createGatewayClient(options.gatewayUrl, options.apiKey);
  const customers = listSeedCustomers(options.demoSiteUrl);
  const ids = await seedCustomers(client, customers);
  const withPortal = listWithPortal(customers).map(({ externalId }) => ids.get(externalId)!);
  await forEachOf(withPortal, AT_ONCE, async (id) => {
    await client.send("PUT", `/customers/${id}/portal`, { enabled: true });
  });
  await client.send("POST", "/rates", { rates: listSeedRates(options.today) });
  await seedInvoices(client, listSeedInvoices(customers, INVOICE_COUNT, options.today));
  await seedOtherTeam(options);
  return withPortal[0]!;
}

/** The first one has a website in English, as all that a newcomer reads; its country is left for enrichment to find. */
export function listWithPortal(customers: readonly SeedCustomer[]): SeedCustomer[] {
  const isBritish = ({ preferredCurrency }: SeedCustomer) => Number(preferredCurrency === "GBP");
  return customers.slice(0, PORTAL_COUNT).toSorted((a, b) => isBritish(b) - isBritish(a));
}

async function seedOtherTeam({ gatewayUrl, otherApiKey, today }: SeedOptions): Promise<void> {
  const client = createGatewayClient(gatewayUrl, otherApiKey);
  const customers = listOtherTeamCustomers();
  await seedCustomers(client, customers);
  await seedInvoices(client, listSeedInvoices(customers, OTHER_INVOICE_COUNT, today));
}

async function seedCustomers(
  client: GatewayClient,
  customers: readonly SeedCustomer[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await forEachOf(customers, AT_ONCE, async (customer) => {
    const { id } = await client.send<{ id: string }>("POST", "/customers", customer);
    ids.set(customer.externalId, id);
  });
  return ids;
}

/** Some customers buy often, some once in a while; a few of their invoices are in another currency than usual. */
export function listSeedInvoices(
  customers: readonly SeedCustomer[],
  count: number,
  today: string,
): SeedInvoice[] {
  const chance = createChance(20_260_101);
  return Array.from({ length: count }, (_, index) => {
    const customer = index < customers.length ? customers[index]! : customers[
      Math.min(chance.integer(0, customers.length - 1), chance.integer(0, customers.length - 1))
    ]!;
    return makeInvoice(chance, {
      number: index + 1,
      customerExternalId: customer.externalId,
      currency: chance.happens(8) ? chance.pick(EXTRA_CURRENCIES) : customer.preferredCurrency,
      countryCode: customer.countryCode,
      today,
    });
  });
}

interface RecordedInvoice {
  readonly id: string;
  readonly currency: string;
  readonly amount: number;
}

async function seedInvoices(client: GatewayClient, invoices: readonly SeedInvoice[]): Promise<void> {
  await forEachOf(invoices, AT_ONCE, async ({ body, payments }) => {
    const invoice = await client.send<RecordedInvoice>("POST", "/invoices", body);
    let paid = 0;
    for (const [index, { share, ...payment }] of payments.entries()) {
      const amount = toAmount(invoice.amount * share - paid, invoice.currency);
      paid += Number(amount);
      const externalId = `${body.externalId}-payment-${index + 1}`;
      await client.send("POST", `/invoices/${invoice.id}/payments`, { externalId, amount, ...payment });
    }
  });
}

function toAmount(value: number, currency: string): string {
  return value.toFixed(CURRENCY_DECIMALS[currency] ?? 2);
}
