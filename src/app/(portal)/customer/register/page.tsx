import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import { RegisterPage } from '../../../../portal/register/RegisterPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.register.title }
}

export default function Page() {
  return <RegisterPage />
}
