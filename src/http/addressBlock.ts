import { isIPv4 } from 'node:net'

import ipaddr from 'ipaddr.js'

const ipv6Block = 64

/** What an address is counted under: IPv6 by the block that one customer of a provider has. */
export function addressBlock(address: string): string {
  if (isIPv4(address) || !ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${ipv6Block}`).toString()}/${ipv6Block}`
}
