import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import { ForgotPage } from '../../../../portal/forgot/ForgotPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.forgot.title }
}

export default function Page() {
  return <ForgotPage kind="reset" />
}
