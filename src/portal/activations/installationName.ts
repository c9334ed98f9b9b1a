import type { ActivationRow } from '../queries/activationRow'

/** What an installation is called: its domain, else what the client calls itself, else its address. */
export function installationName(
  { clientName, domain, ip }: Pick<ActivationRow, 'clientName' | 'domain' | 'ip'>,
  unnamed: string,
): string {
  return domain || clientName || ip || unnamed
}
