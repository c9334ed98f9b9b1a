export { mailMessages, type MailMessages } from '../../../src/emails/messages/languages'
export {
  languages as portalMessages,
  type Messages as PortalMessages,
} from '../../../src/portal/messages/languages'
export { adminTranslations } from '../translations'
