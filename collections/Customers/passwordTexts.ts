import type { PasswordError } from '../../src/accounts/passwords/policy'

type PasswordTexts = Record<PasswordError, string>

const en: PasswordTexts = {
  passwordGuessable:
    'This password is easy to guess. Use several words that have nothing to do with the customer.',
  passwordMissing: 'Enter a password.',
  passwordTooLong: 'Use at most 128 characters.',
  passwordTooShort: 'Use at least {min} characters.',
}

const de: PasswordTexts = {
  passwordGuessable:
    'Dieses Passwort ist leicht zu erraten. Verwenden Sie mehrere Wörter, die nichts mit dem Kunden zu tun haben.',
  passwordMissing: 'Geben Sie ein Passwort ein.',
  passwordTooLong: 'Verwenden Sie höchstens 128 Zeichen.',
  passwordTooShort: 'Verwenden Sie mindestens {min} Zeichen.',
}

/** Why a password is not accepted, in a language of the admin panel. */
export function passwordTexts(language: string): PasswordTexts {
  return language === 'de' ? de : en
}
