/** Texts of freeing a slot without logging in. */
export const freeSlot = {
  title: 'Free a slot',
  intro:
    'All slots of this license are taken. Deactivate an installation that you no longer use, then activate again.',
  installations: 'Active installations',
  lastSeen: 'Last seen {date}',
  freed: 'The installation is deactivated. Go back to your software and activate again.',
  gone: 'That installation was not active any more. Try to activate again.',
  none: 'No installation is active. Go back to your software and activate again.',
  invalid: 'This link does not work any more',
  invalidHint:
    'It is good for an hour. Try to activate again in your software to get a new one, or log in.',
  off: 'Deactivating is switched off',
  offHint: 'Contact support to have an installation deactivated.',
  logIn: 'Log in',
}
