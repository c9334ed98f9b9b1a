import type { CollectionConfig } from 'payload'
import type { ComponentType } from 'react'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import type { MailBrand, MailContent } from '../emails/content'
import type { MailData, MailTemplate } from '../emails/types'
import type {
  Activation,
  Deactivator,
  Installation,
  License,
  Queryable,
  RefusalCode,
} from '../licensing/types'

type Maybe<T> = Promise<T> | T

/** What a host does at the activations of its licences. */
export type LicensingHooks = {
  /**
   * After an activation was committed, before it is answered. What it throws is logged and changes nothing: the activation stays.
   */
  afterActivate?: (args: { activation: Activation; license: License }) => Maybe<void>
  /**
   * After an activation was ended, or deleted while it was active, and that was committed; before whoever did it is answered. What it throws is
   * logged and changes nothing.
   *
   * @param args.by `client`: the software; `customer`: in the portal or by a mailed link; `admin`: in the admin panel, over REST, GraphQL,
   *   the Local API or the internal API; `system`: it made room for a new one at the limit
   */
  afterDeactivate?: (args: { activationId: string; by: Deactivator }) => Maybe<void>
  /**
   * In the transaction of an activation that would take a slot, after every rule of ours passed and while the licence's row is locked: be quick.
   * A refusal is answered as one of ours; what it throws undoes the activation and is answered with 500.
   *
   * @param args.db the transaction
   * @returns why the activation is refused, nothing to let it pass
   */
  beforeActivate?: (args: {
    db: Queryable
    installation: Installation
    license: License
  }) => Maybe<RefusalCode | undefined | void>
  /**
   * Before a verification is looked up, and before a certificate or an update that needs one, outside of any transaction. What it throws is answered with 500.
   *
   * @returns why it is refused, nothing to let it go on
   */
  beforeVerify?: (args: { installation: Installation }) => Maybe<RefusalCode | undefined | void>
  /**
   * Adds to the answer of a verification that passed. What we answer ourselves cannot be replaced. What it throws is answered with 500.
   *
   * @returns further fields of the answer
   */
  verifyResponse?: (args: {
    activation: Activation
    license: License
  }) => Maybe<Record<string, unknown>>
}

/** Changes what a mail says. The links in `content` were made for this mail; a mail without its button leads nowhere. */
export type MailTemplateOverride<Template extends MailTemplate = MailTemplate> = (args: {
  content: MailContent
  data: MailData[Template]
  language: CustomerLanguage
}) => Maybe<MailContent>

export type MailTemplateOverrides = {
  [Template in MailTemplate]?: MailTemplateOverride<Template>
}

/**
 * The HTML of every mail, in the place of ours. The text part is made of it. `content` holds what others typed, such as names: escape what you put
 * into HTML, as React does. What it throws is kept with the mail, which is tried again.
 */
export type MailLayout = (args: {
  brand: MailBrand
  content: MailContent
  language: CustomerLanguage
  template: MailTemplate
}) => Maybe<string>

/** A text in one language for all, or in several by their codes. */
export type LocalText = Record<string, string> | string

/** A link of the host's in the portal's navigation. */
export type PortalLink = {
  /** A path of the site, or an address that begins with `https://`. */
  href: string
  label: LocalText
}

/** How the portal looks in a host. */
export type PortalLook = {
  /** Server components of the host's in places of the portal. They are loaded with the configuration, by Node as well. */
  components: {
    /** Below the content of every page of a signed-in customer. */
    afterContent?: ComponentType
    /** Below the box of the pages before the login. */
    afterEntry?: ComponentType
    /** Above the content of every page of a signed-in customer. */
    beforeContent?: ComponentType
  }
  /** False where the layout of the host puts the portal's pages into a `<main>` of its own. Default true. */
  hasMain: boolean
  /** In the place of the portal's mark. */
  logo: null | { alt?: string; src: string }
  navLinks: PortalLink[]
  /** CSS variables of the portal's palette, as `--primary`. */
  theme: Record<`--${string}`, string>
}

export type CustomerHooks = Pick<
  NonNullable<CollectionConfig['hooks']>,
  'afterChange' | 'afterLogin' | 'beforeLogin'
>

/** What the plugin's options mean while the app runs. */
export type Extensions = {
  /** The fields that the host added to the customers, by their names. */
  customerFields: string[]
  /** Hooks of the host's collection of customers, for what the portal does without Payload's operations. None where the plugin brings its own. */
  customerHooks: CustomerHooks
  hooks: LicensingHooks
  isLicensingApiOn: boolean
  isPortalOn: boolean
  mailLayout: MailLayout | null
  mails: MailTemplateOverrides
  portal: PortalLook
}
