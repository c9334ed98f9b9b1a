import type { PayloadRequest } from 'payload'

import { readyProviders } from '../../../plugins/social-login'
import { fill } from '../../text/fill'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { ProviderMark } from './ProviderMark'

type SocialButtonsProps = { redirect: string; req: PayloadRequest }

/** Ways to sign in with accounts of other providers: those that are set up, nothing where none is. */
export async function SocialButtons({ redirect, req }: SocialButtonsProps) {
  const [{ messages }, ready] = await Promise.all([getI18n(), readyProviders(req)])
  if (ready.length === 0) return null
  const query = new URLSearchParams({ redirect }).toString()
  return (
    <div className="mt-4 grid gap-2.5">
      <p aria-hidden className="text-faint text-center text-xs">
        {messages.social.or}
      </p>
      {ready.map(({ provider: { label, name } }) => (
        <Button asChild className="h-11" key={name}>
          {/* Not Next's link: this leads out of the app. */}
          <a href={`/api/auth/${name}?${query}`}>
            <ProviderMark provider={name} />
            {fill(messages.social.signInWith, { provider: label })}
          </a>
        </Button>
      ))}
    </div>
  )
}
