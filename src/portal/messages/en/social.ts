import { plural } from '../../../text/fill'

/** Texts of signing in with accounts of other providers. */
export const social = {
  signInWith: 'Sign in with {provider}',
  or: 'or',
  notices: {
    alreadyLinked: 'Your {provider} account is connected already.',
    cancelled: 'You cancelled at {provider}. Nothing was changed.',
    checkMail:
      '{provider} does not tell us whether the address is yours. We sent a mail to the address of your {provider} account, if it can be used here: open the link in this browser to continue. It is good for an hour.',
    disabled: 'This account is disabled. Contact support.',
    emailMissing:
      '{provider} did not tell us your e-mail address. Allow it there, or create an account with your address and connect {provider} in the settings.',
    expired:
      'This sign-in was not begun in this browser, took too long or was used before. Start again.',
    failed: '{provider} did not answer as it should. Try again in a moment, or use another way.',
    identityTaken:
      'This {provider} account is connected to another account. Disconnect it there first.',
    linked: 'Your {provider} account is connected. You can sign in with it from now on.',
    notLinked: 'This {provider} account is not connected to yours.',
    registrationOff:
      'There is no account with the address of your {provider} account, and new accounts cannot be created here. Contact your provider.',
    tooMany: 'Too many attempts. Try again in some minutes.',
    unconfirmed: 'Confirm your e-mail address first: use the link in the mail that we sent you.',
    unknownProvider: 'This way to sign in is not available.',
    used: 'Your purchases at {provider} are being read. New licenses appear in a moment.',
  },
  confirm: {
    title: 'Finish signing in',
    intro: 'You sign in with {provider} as {email}.',
    submit: 'Continue',
    working: 'One moment…',
    disabled: 'This account is disabled. Contact support.',
    failed: 'That did not work. Sign in again.',
    gone: 'This link has expired or was used before. Sign in again to get a new one.',
    otherBrowser:
      'Open this link in the browser in which you signed in. You did not sign in? Then somebody else used your address; nothing happened, and you need not do anything.',
    registrationOff: 'New accounts cannot be created here at present. Contact your provider.',
    tooMany: 'Too many attempts. Try again in some minutes.',
    unconfirmed: 'Confirm your e-mail address first.',
    back: 'Back to the login',
  },
  connected: {
    title: 'Connected accounts',
    hint: 'Accounts at other providers that you can sign in with. We learn your name and e-mail address there, never your password.',
    none: 'There are no other accounts that could be connected here.',
    notConnected: 'Not connected',
    off: 'Signing in with {provider} is not available at present.',
    addedOn: 'Connected {date}',
    usedOn: 'last used {date}',
    connect: 'Connect',
    connectOf: 'Connect {provider}',
    connectHint: 'Enter your password. Then {provider} asks you.',
    connectFresh: '{provider} asks you next.',
    continue: 'Continue to {provider}',
    disconnect: 'Disconnect',
    disconnectOf: 'Disconnect {provider}',
    disconnectHint: 'Disconnect {provider}? You cannot sign in with it any more then.',
    disconnected: 'The account is disconnected.',
    gone: 'This account is not connected any more.',
    lastWay: 'This is your only way to sign in. Set a password or add a passkey first.',
    failed: '{provider} cannot be reached. Try again in a moment.',
    working: 'One moment…',
  },
  purchases: {
    title: 'Purchases at Envato',
    hint: 'What you bought of this provider at Envato appears among your licenses.',
    read: 'Read purchases again',
    never: 'Not read yet.',
    waiting: 'Being read. New licenses appear in a moment.',
    done: plural({
      one: 'Last read {date}: {count} license added.',
      other: 'Last read {date}: {count} licenses added.',
    }),
    failed: 'They could not be read {date}. Try again.',
    see: 'See your licenses',
  },
}
