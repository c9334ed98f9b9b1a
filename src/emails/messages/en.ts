import { plural } from '../../text/fill'

/** Every text of the mails in English. `{name}` stands for a value that is filled in. */
export const en = {
  footer: 'This mail was sent by {product}.',
  support: 'Questions? Write to {email}.',
  linkHint: 'If the button does not work, open this address: {url}',
  facts: { browser: 'Browser', ip: 'IP address', when: 'When' },
  unknown: 'unknown',
  confirmEmail: {
    subject: 'Confirm your e-mail address',
    greeting: 'Hello {name},',
    body: 'confirm that this address is yours to finish your registration with {product}.',
    button: 'Confirm address',
    note: 'The link is good for 24 hours. You did not register? Then do not confirm; on the page you can remove the account that somebody opened with your address.',
  },
  alreadyRegistered: {
    subject: 'You have an account already',
    body: 'Somebody, perhaps you, wanted to use this address for a new account or as the new address of one. It belongs to your account with {product} already, and nothing was changed.',
    button: 'Log in',
    note: 'You do not remember your password? Set a new one: {url}',
  },
  resetPassword: {
    subject: 'Set a new password',
    greeting: 'Hello {name},',
    body: 'with this link you set a new password for your account with {product}.',
    button: 'Set a new password',
    note: 'It is good for an hour and for one use. You did not ask for it? Then nothing happens; you need not do anything.',
  },
  passwordChanged: {
    subject: 'Your password was changed',
    greeting: 'Hello {name},',
    body: 'the password of your account with {product} was changed, and all other sessions were ended.',
    button: 'It was not me',
    note: 'If it was you, you need not do anything. If not, set a new password at once.',
  },
  confirmNewEmail: {
    subject: 'Confirm your new e-mail address',
    greeting: 'Hello {name},',
    body: 'confirm that you want to log in to {product} with this address from now on.',
    button: 'Use this address',
    note: 'The link is good for 24 hours. Until then your present address stays.',
  },
  emailChangeRequested: {
    subject: 'A change of your e-mail address was requested',
    greeting: 'Hello {name},',
    body: 'somebody logged in as you asked to change the address of your account with {product} to {email}. It is changed when the new address is confirmed.',
    button: 'Keep my address',
    note: 'If it was you, you need not do anything.',
  },
  emailChanged: {
    subject: 'Your e-mail address was changed',
    greeting: 'Hello {name},',
    body: 'the address of your account with {product} is {email} now. Mails no longer go to this one.',
    note: 'It was not you? Write to your provider at once.',
  },
  newSignIn: {
    subject: 'New sign-in to your account',
    greeting: 'Hello {name},',
    body: 'somebody logged in to your account with {product} from a browser that we have not seen before.',
    button: 'It was not me: end that session',
    note: 'If it was you, you need not do anything.',
  },
  securityChanged: {
    subject: 'The security of your account was changed',
    greeting: 'Hello {name},',
    what: {
      passkeyAdded: 'a passkey was added to your account with {product}.',
      passkeyRemoved: 'a passkey was removed from your account with {product}.',
      recoveryCodesRenewed:
        'new recovery codes were made for your account with {product}; the old ones are worthless.',
      totpDisabled: 'the authenticator app was removed from your account with {product}.',
      totpEnabled: 'an authenticator app was added to your account with {product}.',
    },
    button: 'It was not me',
    note: 'If it was you, you need not do anything. If not, set a new password at once.',
  },
  licenseDelivery: {
    subject: 'Your license for {item}',
    greeting: 'Hello {name},',
    greetingWithoutName: 'Hello,',
    body: 'here is your license for {item}. Enter the code in the software to activate it.',
    attached: 'Attached is a certificate, with which the software also runs without a connection.',
    attachedUntil:
      'Attached is a certificate, with which the software also runs without a connection until {until}.',
    button: 'Open the customer portal',
    note: 'In the portal you see where the license is in use and free a slot when you move to another machine.',
    facts: {
      code: 'License code',
      expires: 'Valid until',
      product: 'Product',
      uses: 'Installations at one time',
      updates: 'Updates until',
    },
  },
  expiryWarning: {
    subject: plural({
      one: 'Your license for {item} expires in {count} day',
      other: 'Your license for {item} expires in {count} days',
    }),
    greeting: 'Hello {name},',
    greetingWithoutName: 'Hello,',
    body: 'your license for {item} is valid until {date}. After that the software that runs under it is refused.',
    button: 'See the license',
    note: 'Renewed it already? Then you need not do anything.',
  },
  accountDeleted: {
    subject: 'Your account is deleted',
    greeting: 'Hello {name},',
    body: 'your account with {product} is deleted, with everything that you signed in with. Licenses that you own keep working.',
    note: 'It was not you? Write to your provider at once.',
  },
}
