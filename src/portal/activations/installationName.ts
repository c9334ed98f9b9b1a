import type { ActivationRow } from '../queries/activationRow'

/** What an installation is called: what the customer calls it, else its domain, else what the client calls itself, else its address. */
export function installationName(
  { clientName, domain, ip, name }: Pick<ActivationRow, 'clientName' | 'domain' | 'ip' | 'name'>,
  unnamed: string,
): string {
  return name || domain || clientName || ip || unnamed
}
