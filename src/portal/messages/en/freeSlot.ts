import { plural } from '../../../text/fill'

/** Texts of freeing a slot without logging in. */
export const freeSlot = {
  title: 'Free a slot',
  intro: 'Deactivate an installation that you no longer use, then activate again in your software.',
  remaining: plural({
    one: 'You can free {count} more slot this month.',
    other: 'You can free {count} more slots this month.',
  }),
  installations: 'Active installations',
  lastSeen: 'Last seen {date}',
  confirmHint: 'Make sure that it is the right one: when it was last seen, and where.',
  freed: 'The installation is deactivated. Go back to your software and activate again.',
  gone: 'That installation was not active any more. Try to activate again.',
  none: 'No installation is active. Go back to your software and activate again.',
  limit: plural({
    one: 'The slot that can be freed with a link in a month is used up. From {date} on you can free another one.',
    other:
      'The {count} slots that can be freed with a link in a month are used up. From {date} on you can free more.',
  }),
  limitHint: 'Until then, log in to deactivate installations, or contact support.',
  limitSupport: 'Until then, log in to deactivate installations, or write to {email}.',
  invalid: 'This link does not work any more',
  invalidHint:
    'It is good for an hour. Try to activate again in your software to get a new one, or log in.',
  again: 'Get a new link',
  off: 'Deactivating is switched off',
  offHint: 'Contact support to have an installation deactivated.',
  logIn: 'Log in',
  request: {
    link: 'Lost a machine? Free its slot',
    intro:
      'For when you no longer have the old machine. We send a link to the address that the license belongs to.',
    code: 'License code',
    email: 'E-mail address',
    emailHint: 'The one of your account, or the one that you bought the license with.',
    submit: 'Send link',
    sent: 'If the license belongs to {email}, a link to free a slot is on its way. It is good for an hour.',
    codeMissing: 'Enter the license code.',
    back: 'Back to the login',
  },
}
