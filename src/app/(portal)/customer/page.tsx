import { redirect } from 'next/navigation'

import { requireCustomer } from '../../../portal/session/customer'
import { paths } from '../../../portal/shell/paths'

export default async function Page(): Promise<never> {
  await requireCustomer(paths.dashboard)
  redirect(paths.dashboard)
}
