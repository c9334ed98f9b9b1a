import { notFound } from 'next/navigation'

import { openPage } from '../../../../../portal/shell/openPage'
import { paths } from '../../../../../portal/shell/paths'

/** Addresses that there are not, answered within the portal. */
export default async function Page(): Promise<never> {
  await openPage(paths.dashboard)
  notFound()
}
