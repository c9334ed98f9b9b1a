import type { ReactNode } from 'react'

import {
  findIdentitiesOf,
  type Identity,
  providerLabel,
  readyProviders,
} from '../../../../plugins/social-login'
import { fill } from '../../../text/fill'
import { getI18n, type I18n } from '../../i18n/getI18n'
import type { SearchParams } from '../../listing/listParams'
import { Section } from '../../settings/Section'
import { SettingsFrame } from '../../settings/SettingsFrame'
import { settingsPath } from '../../settings/tabs'
import { openPage } from '../../shell/openPage'
import { ProviderMark } from '../ProviderMark'
import { SocialNotice } from '../SocialNotice'
import { ConnectForm } from './ConnectForm'
import { DisconnectForm } from './DisconnectForm'
import { PurchasesSection } from './PurchasesSection'

/** The accounts at other providers that the customer signs in with. */
export async function ConnectedPage({ searchParams }: { searchParams: SearchParams }) {
  const { customer, pages, req } = await openPage(settingsPath('connected'))
  const [i18n, ready, identities] = await Promise.all([
    getI18n(),
    readyProviders(req),
    findIdentitiesOf(req, customer.id),
  ])
  const texts = i18n.messages.social.connected
  const names = ready.map(({ provider }) => provider.name)
  const free = ready.filter(
    ({ provider }) => !identities.some((each) => each.provider === provider.name),
  )
  const isEnvatoConnected =
    names.includes('envato') && identities.some(({ provider }) => provider === 'envato')
  return (
    <SettingsFrame pages={pages} tab="connected">
      <Section hint={texts.hint} title={texts.title}>
        <SocialNotice req={req} searchParams={searchParams} />
        {identities.length + free.length === 0 && (
          <p className="text-muted text-sm">{texts.none}</p>
        )}
        <ul className="divide-y">
          {identities.map((identity) => {
            const label = providerLabel(req.payload.config, identity.provider) ?? identity.provider
            return (
              <Row key={identity.id} label={label} provider={identity.provider}>
                <IdentityFacts
                  i18n={i18n}
                  identity={identity}
                  off={
                    names.includes(identity.provider) ? null : fill(texts.off, { provider: label })
                  }
                />
                <DisconnectForm id={identity.id} label={label} />
              </Row>
            )
          })}
          {free.map(({ provider: { label, name } }) => (
            <Row key={name} label={label} provider={name}>
              <p className="text-muted text-[0.8125rem] leading-5">{texts.notConnected}</p>
              <ConnectForm label={label} provider={name} />
            </Row>
          ))}
        </ul>
      </Section>
      {isEnvatoConnected && <PurchasesSection customer={customer} pages={pages} req={req} />}
    </SettingsFrame>
  )
}

type RowProps = {
  /** The facts and the button. */
  children: [ReactNode, ReactNode]
  label: string
  provider: string
}

function Row({ children: [facts, button], label, provider }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-sm font-medium">
          <ProviderMark provider={provider} />
          {label}
        </p>
        {facts}
      </div>
      {button}
    </li>
  )
}

type IdentityFactsProps = { i18n: I18n; identity: Identity; off: null | string }

function IdentityFacts({ i18n: { format, messages }, identity, off }: IdentityFactsProps) {
  const texts = messages.social.connected
  const day = (date: Date) => format.date(date.toISOString()) ?? ''
  const moments = [
    fill(texts.addedOn, { date: day(identity.createdAt) }),
    identity.lastUsedAt && fill(texts.usedOn, { date: day(identity.lastUsedAt) }),
  ]
  return (
    <p className="text-muted mt-0.5 text-[0.8125rem] leading-5 wrap-anywhere">
      {[identity.name, identity.email].filter(Boolean).join(', ')}
      <br />
      {moments.filter(Boolean).join(', ')}
      {off && (
        <>
          <br />
          {off}
        </>
      )}
    </p>
  )
}
