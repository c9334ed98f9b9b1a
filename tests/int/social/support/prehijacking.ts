import type { Customer } from '../../../../payload-types'
import type { Person } from '../../../support/providers/people'
import type { Browser, Social } from './social'

let created = 0

/** Somebody who has not come yet, and somebody who is after their account. Nobody knows either. */
export function newVictim(): { attacker: Person; victim: Person } {
  created += 1
  return {
    attacker: {
      email: `attacker-${created}@evil.example`,
      isVerified: true,
      name: 'Mallory',
      subject: String(99_000 + created),
    },
    victim: {
      email: `victim-${created}-${Date.now()}@example.com`,
      isVerified: true,
      name: 'Vic Tim',
      subject: String(9000 + created),
    },
  }
}

/** The account that an attacker registered with the victim's address, which nobody confirmed. */
export async function prepareAccount(social: Social, victim: Person): Promise<Customer> {
  await social.payload.updateGlobal({ data: { requireEmailVerification: false }, slug: 'settings' })
  return social.accounts.createCustomer({ confirmedAt: null, email: victim.email ?? '' })
}

/** Whose session a browser has. */
export async function ownerIn(
  { accounts }: Social,
  { cookies }: Pick<Browser, 'cookies'>,
): Promise<null | string> {
  return (await accounts.whoIs(cookies.get('lm-portal') ?? ''))?.id ?? null
}
