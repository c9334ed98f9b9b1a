import { describeUserAgent } from '../../http/describeUserAgent'
import { codeEnding } from '../../licensing/maskCode'
import { fill } from '../../text/fill'
import type { I18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'
import { installationName } from './installationName'

/** A moment in the visitor's words: for machines, to read, and in full. */
export type MomentView = { dateTime: string; text: string; title: string }

/** What the browser is given of an activation: what is shown, with the dates that only the server writes. */
export type ActivationView = Pick<
  ActivationRow,
  | 'domain'
  | 'environment'
  | 'fingerprint'
  | 'id'
  | 'ip'
  | 'licenseId'
  | 'name'
  | 'product'
  | 'state'
  | 'takesSlot'
  | 'url'
> & {
  activated: MomentView
  /** What it is called. */
  installation: string
  /** The last characters of the licence's code. */
  licenseEnd: string
  /** When it was last seen, or ended. */
  since: MomentView
  /** The client software in words, and what it sent. */
  software: null | { text: string; title: string }
}

/** An activation as its row shows it. */
export function activationView(activation: ActivationRow, i18n: I18n): ActivationView {
  const { domain, environment, fingerprint, id, ip, licenseId, name, product, state } = activation
  return {
    activated: momentOf(activation.activatedAt, i18n),
    domain,
    environment,
    fingerprint,
    id,
    installation: installationName(activation, i18n.messages.activations.unnamed),
    ip,
    licenseEnd: codeEnding(activation.licenseCode),
    licenseId,
    name,
    product,
    since: sinceOf(activation, i18n),
    software: softwareOf(activation.userAgent, i18n),
    state,
    takesSlot: activation.takesSlot,
    url: activation.url,
  }
}

function sinceOf({ deactivatedAt, lastSeenAt, state }: ActivationRow, i18n: I18n): MomentView {
  const { endedOn, lastSeen } = i18n.messages.activations
  const ended = state === 'inactive' ? deactivatedAt : null
  const moment = momentOf(ended ?? lastSeenAt, i18n)
  return { ...moment, text: fill(ended ? endedOn : lastSeen, { date: moment.text }) }
}

/** A moment as lists show it. */
export function momentOf(dateTime: string, { format }: I18n): MomentView {
  return { dateTime, text: format.date(dateTime) ?? '', title: format.exact(dateTime) ?? '' }
}

function softwareOf(userAgent: null | string, { messages }: I18n): ActivationView['software'] {
  const description = describeUserAgent(userAgent)
  if (!description) return null
  const { software, system } = description
  const text = system ? fill(messages.activations.on, { software, system }) : software
  return { text, title: userAgent ?? '' }
}
