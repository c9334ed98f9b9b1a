import type { Metadata } from 'next'
import type { ReactNode } from 'react'

import * as rest from '../../../src/app/(portal)/customer/(account)/[...rest]/page'
import * as removeAvatar from '../../../src/app/(portal)/customer/(account)/avatar/remove/page'
import * as dashboard from '../../../src/app/(portal)/customer/(account)/dashboard/page'
import * as downloads from '../../../src/app/(portal)/customer/(account)/downloads/page'
import * as deactivate from '../../../src/app/(portal)/customer/(account)/product-activations/[id]/deactivate/page'
import * as name from '../../../src/app/(portal)/customer/(account)/product-activations/[id]/name/page'
import * as activations from '../../../src/app/(portal)/customer/(account)/product-activations/page'
import * as license from '../../../src/app/(portal)/customer/(account)/product-licenses/[id]/page'
import * as addLicense from '../../../src/app/(portal)/customer/(account)/product-licenses/add/page'
import * as licenses from '../../../src/app/(portal)/customer/(account)/product-licenses/page'
import * as connected from '../../../src/app/(portal)/customer/(account)/settings/connected/page'
import * as data from '../../../src/app/(portal)/customer/(account)/settings/data/page'
import * as email from '../../../src/app/(portal)/customer/(account)/settings/email/page'
import * as history from '../../../src/app/(portal)/customer/(account)/settings/history/page'
import * as profile from '../../../src/app/(portal)/customer/(account)/settings/page'
import * as security from '../../../src/app/(portal)/customer/(account)/settings/security/page'
import * as sessions from '../../../src/app/(portal)/customer/(account)/settings/sessions/page'
import * as accountDeleted from '../../../src/app/(portal)/customer/account-deleted/page'
import * as cancelEmailChange from '../../../src/app/(portal)/customer/change-email/cancel/page'
import * as changeEmail from '../../../src/app/(portal)/customer/change-email/page'
import * as confirmEmail from '../../../src/app/(portal)/customer/confirm-email/page'
import * as resendConfirmation from '../../../src/app/(portal)/customer/confirm-email/resend/page'
import * as confirmSignIn from '../../../src/app/(portal)/customer/confirm-sign-in/page'
import * as endSession from '../../../src/app/(portal)/customer/end-session/page'
import * as forgotPassword from '../../../src/app/(portal)/customer/forgot-password/page'
import * as freeSlot from '../../../src/app/(portal)/customer/free-slot/page'
import * as requestSlotLink from '../../../src/app/(portal)/customer/free-slot/request/page'
import * as invitation from '../../../src/app/(portal)/customer/invitation/page'
import * as login from '../../../src/app/(portal)/customer/login/page'
import * as secondFactor from '../../../src/app/(portal)/customer/login/verify/page'
import * as logout from '../../../src/app/(portal)/customer/logout/page'
import * as start from '../../../src/app/(portal)/customer/page'
import * as register from '../../../src/app/(portal)/customer/register/page'
import * as resetPassword from '../../../src/app/(portal)/customer/reset-password/page'

/** What a page is given of its address. */
export type PortalPageProps = {
  params: Promise<Record<'id', string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A page of the portal, as its route file has it. */
export type PortalPage = {
  default: (props: PortalPageProps) => Promise<ReactNode> | ReactNode
  generateMetadata?: () => Promise<Metadata>
}

/** The pages of signed-in customers, in the portal's frame, by their address below the portal's. */
export const accountPages: Record<string, PortalPage> = {
  'avatar/remove': removeAvatar,
  dashboard,
  downloads,
  'product-activations': activations,
  'product-activations/:id/deactivate': deactivate,
  'product-activations/:id/name': name,
  'product-licenses': licenses,
  'product-licenses/:id': license,
  'product-licenses/add': addLicense,
  settings: profile,
  'settings/connected': connected,
  'settings/data': data,
  'settings/email': email,
  'settings/history': history,
  'settings/security': security,
  'settings/sessions': sessions,
}

/** The pages without that frame: the ways in, and what mailed links open. */
export const entryPages: Record<string, PortalPage> = {
  '': start,
  'account-deleted': accountDeleted,
  'change-email': changeEmail,
  'change-email/cancel': cancelEmailChange,
  'confirm-email': confirmEmail,
  'confirm-email/resend': resendConfirmation,
  'confirm-sign-in': confirmSignIn,
  'end-session': endSession,
  'forgot-password': forgotPassword,
  'free-slot': freeSlot,
  'free-slot/request': requestSlotLink,
  invitation,
  login,
  'login/verify': secondFactor,
  logout,
  register,
  'reset-password': resetPassword,
}

/** The page for addresses that there are not. */
export const unknownPage: PortalPage = rest
