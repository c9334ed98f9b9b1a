import { extensionsOf } from '../../extensions/extensionsOf'
import type { MailTemplateOverride } from '../../extensions/types'
import type { MailContent } from '../content'
import type { MailContext } from '../context'
import type { MailData, MailTemplate } from '../types'
import {
  accountDeleted,
  alreadyRegistered,
  confirmEmail,
  invitation,
  resetPassword,
} from './account'
import { claimRefused, licenseClaimed, slotLink } from './holders'
import { confirmNewEmail, emailChanged, emailChangeRequested } from './address'
import { expiryWarning, licenseDelivery } from './licenses'
import { newSignIn, passwordChanged, securityChanged, socialProof } from './security'

type Templates = {
  [Template in MailTemplate]: (
    context: MailContext,
    data: MailData[Template],
  ) => MailContent | Promise<MailContent>
}

/** What each mail says. */
const templates: Templates = {
  accountDeleted,
  alreadyRegistered,
  claimRefused,
  confirmEmail,
  confirmNewEmail,
  emailChanged,
  emailChangeRequested,
  expiryWarning,
  invitation,
  licenseClaimed,
  licenseDelivery,
  newSignIn,
  passwordChanged,
  resetPassword,
  securityChanged,
  slotLink,
  socialProof,
}

/**
 * What a mail says, from its row.
 *
 * @throws Error for a template that there is not
 */
export async function contentOf(
  template: string,
  context: MailContext,
  data: unknown,
): Promise<MailContent> {
  if (!Object.hasOwn(templates, template)) throw new Error(`There is no mail ${template}.`)
  // The row was written by queueMail, whose type ties the data to the template.
  const write = templates[template as MailTemplate] as Templates['accountDeleted']
  const known = (data ?? {}) as MailData['accountDeleted']
  const { language, payload } = context
  const { isPortalOn, mails } = extensionsOf(payload.config)
  const written = await write(context, known)
  // Buttons lead to the portal.
  const content = isPortalOn ? written : { ...written, button: undefined }
  const change = mails[template as MailTemplate] as
    MailTemplateOverride<'accountDeleted'> | undefined
  return change ? change({ content, data: known, language }) : content
}
