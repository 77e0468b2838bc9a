/** What a person reads when the mesh is ready. */
import type { MeshFile } from "./mesh_file.ts";

export function renderSummary(mesh: MeshFile, seconds: number): string {
  const authorization = `-H 'Authorization: Bearer ${mesh.apiKey}'`;
  const customer = { name: "Try Ltd", email: "try@example.com", website: `${mesh.demoSiteUrl}nordlicht/` };
  return `
Customer Mesh is ready after ${seconds.toFixed(1)} s. Ctrl-C stops everything.

  Gateway      ${mesh.gatewayUrl}      description: ${mesh.gatewayUrl}/openapi
  API key      ${mesh.apiKey}
  Portal link  ${mesh.portalUrl}
  NATS         ${mesh.natsUrl}  user ${mesh.natsUser}  password ${mesh.natsPassword}
               publishes ingest.${mesh.teamId}.invoices.record, .payments.record, .payments.void, .rates.record, .customers.upsert
  Demo sites   ${mesh.demoSiteUrl}

Try:

  curl -s ${authorization} '${mesh.gatewayUrl}/customers?pageSize=3'
  curl -s ${authorization} -H 'Content-Type: application/json' -d '${
    JSON.stringify(customer)
  }' ${mesh.gatewayUrl}/customers
  curl -s ${authorization} '${mesh.gatewayUrl}/invoices?statuses=overdue&pageSize=3'
`;
}
