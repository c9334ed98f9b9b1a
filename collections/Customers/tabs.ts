import type { EditViewConfig } from 'payload'

const tab = (path: string, component: string): EditViewConfig => ({
  Component: `payload-license-manager/rsc#Customer${component}`,
  path: `/${path}`,
  tab: { href: `/${path}`, label: ({ t }) => t(`licenseManager:${path}`) },
})

/** The tabs of a customer's page beside the customer's own fields. */
export const customerTabs: Record<string, EditViewConfig> = {
  activations: tab('activations', 'ActivationsTab'),
  activity: tab('activity', 'ActivityTab'),
  licenses: tab('licenses', 'LicensesTab'),
  logins: tab('logins', 'LoginsTab'),
  mails: tab('mails', 'MailsTab'),
}
