/** Says whether an IP address belongs to the public internet; everything else is never dialled. */
import ipaddr from "ipaddr.js";

/**
 * IANA's special-purpose IPv4 blocks (RFC 6890 and its updates), multicast and class E; and one address that is public
 * by number, where a cloud's own host agent answers. The development command computes the worker's net permissions from
 * this list, so that the runtime holds the same wall a second time.
 */
export const SPECIAL_PURPOSE_IPV4: readonly string[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

const GLOBAL_UNICAST_IPV6 = "2000::/3";

/** Inside global unicast, yet protocol assignments, delegations, documentation or tunnels that carry an IPv4 address. */
const SPECIAL_PURPOSE_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

export function isPublicAddress(ip: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return isPublicIpv4(ip);
  return /^[0-9a-f:.]+$/i.test(ip) && ipaddr.IPv6.isValid(ip) && isPublicIpv6(ip);
}

function isPublicIpv4(ip: string): boolean {
  const address = ipaddr.IPv4.parse(ip);
  return !SPECIAL_PURPOSE_IPV4.some((block) => address.match(ipaddr.IPv4.parseCIDR(block)));
}

function isPublicIpv6(ip: string): boolean {
  const address = ipaddr.IPv6.parse(ip);
  const isInside = (block: string) => address.match(ipaddr.IPv6.parseCIDR(block));
  return isInside(GLOBAL_UNICAST_IPV6) && !SPECIAL_PURPOSE_IPV6.some(isInside);
}
