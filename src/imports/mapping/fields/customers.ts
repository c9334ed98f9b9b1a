import { createdAt } from './createdAt'
import type { ImportField } from './types'

/** What an import of customers can fill in. */
export const customerFields: readonly ImportField[] = [
  {
    name: 'clientId',
    synonyms: [
      'client id',
      'customer id',
      'customer number',
      'client',
      'kundennummer',
      'kunden id',
      'kunden nr',
    ],
  },
  {
    name: 'email',
    synonyms: [
      'e-mail',
      'email address',
      'e-mail address',
      'mail',
      'e-mail-adresse',
      'mailadresse',
    ],
  },
  {
    name: 'name',
    synonyms: [
      'full name',
      'customer name',
      'client name',
      'display name',
      'vollständiger name',
      'kundenname',
    ],
  },
  { name: 'firstName', synonyms: ['first name', 'given name', 'forename', 'vorname'] },
  {
    name: 'lastName',
    synonyms: ['last name', 'surname', 'family name', 'nachname', 'familienname'],
  },
  { name: 'language', synonyms: ['locale', 'lang', 'sprache'] },
  {
    name: 'confirmedAt',
    synonyms: [
      'confirmed at',
      'confirmed',
      'email verified at',
      'email verified',
      'verified',
      'bestätigt am',
      'bestätigt',
    ],
  },
  {
    name: 'passwordHash',
    synonyms: ['password hash', 'password', 'hash', 'passwort', 'passwort hash', 'kennwort'],
  },
  createdAt,
]
