import ipaddr from 'ipaddr.js'

/** Whether an IP address is one of the public internet. */
export function isPublic(address: string): boolean {
  // An IPv4 address within IPv6 is judged as what it is.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
