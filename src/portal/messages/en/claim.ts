/** Texts of adding a licence by its code. */
export const claim = {
  title: 'Add a license',
  link: 'Add a license',
  intro:
    'Enter the code of a license that you got without an account, such as one on a card or from a reseller.',
  label: 'License code',
  submit: 'Add license',
  submitting: 'Adding…',
  cancel: 'Cancel',
  claimed: 'The license is in your account now.',
  own: 'This license was in your account already.',
  codeMissing: 'Enter the license code.',
  unknown:
    'There is no license with this code that can be added. Check the code, or ask whoever you have it from.',
  tooMany: 'Too many attempts. Try again in {minutes} minutes.',
  failed: 'The license could not be added. Try again in a moment.',
  unconfirmed: 'Confirm your e-mail address first. Then you can add licenses.',
  confirm: 'Go to your e-mail address',
}
