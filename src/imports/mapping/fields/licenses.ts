import { createdAt } from './createdAt'
import type { ImportField } from './types'

/** What an import of licenses can fill in. */
export const licenseFields: readonly ImportField[] = [
  {
    name: 'code',
    synonyms: [
      'license code',
      'licence code',
      'license key',
      'licence key',
      'key',
      'serial',
      'purchase code',
      'lizenzcode',
      'lizenzschlüssel',
      'schlüssel',
    ],
  },
  {
    name: 'product',
    synonyms: [
      'product id',
      'product reference',
      'product reference id',
      'product name',
      'reference id',
      'pid',
      'item',
      'produkt',
      'produkt id',
      'produktname',
    ],
  },
  { name: 'type', synonyms: ['license type', 'licence type', 'lizenzart', 'art', 'typ'] },
  {
    name: 'customerId',
    synonyms: [
      'customer id',
      'client id',
      'client',
      'customer',
      'kundennummer',
      'kunden id',
      'kunde',
    ],
  },
  {
    name: 'email',
    synonyms: [
      'e-mail',
      'email address',
      'client email',
      'customer email',
      'licensed to',
      'e-mail-adresse',
    ],
  },
  {
    name: 'invoice',
    synonyms: [
      'invoice number',
      'order',
      'order id',
      'order number',
      'rechnung',
      'rechnungsnummer',
      'bestellnummer',
    ],
  },
  {
    name: 'parallelUses',
    synonyms: [
      'parallel uses',
      'max activations',
      'activation limit',
      'activations limit',
      'installations',
      'seats',
      'parallele nutzungen',
      'aktivierungen',
    ],
  },
  {
    name: 'totalUses',
    synonyms: ['total uses', 'uses', 'max uses', 'nutzungen insgesamt', 'nutzungen'],
  },
  {
    name: 'expirationDays',
    synonyms: [
      'expiration days',
      'expiry days',
      'days of validity',
      'valid for days',
      'gültigkeitstage',
      'tage',
    ],
  },
  {
    name: 'expiresAt',
    synonyms: [
      'expires at',
      'expires',
      'expiry',
      'expiry date',
      'expiration',
      'expiration date',
      'valid until',
      'läuft ab am',
      'gültig bis',
      'ablaufdatum',
    ],
  },
  {
    name: 'updatesUntil',
    synonyms: [
      'updates until',
      'updates till',
      'updates end date',
      'aktualisierungen bis',
      'updates bis',
    ],
  },
  {
    name: 'supportUntil',
    synonyms: [
      'support until',
      'supported until',
      'supported till',
      'support till',
      'support end date',
      'support bis',
    ],
  },
  {
    name: 'domains',
    synonyms: ['domain', 'licensed domains', 'allowed domains', 'erlaubte domains'],
  },
  {
    name: 'ips',
    synonyms: [
      'ip',
      'ip addresses',
      'ip address',
      'licensed ips',
      'allowed ips',
      'ip-adressen',
      'ip-adresse',
    ],
  },
  {
    name: 'comments',
    synonyms: ['comment', 'notes', 'note', 'kommentar', 'kommentare', 'notizen', 'bemerkung'],
  },
  {
    name: 'isValid',
    synonyms: ['is valid', 'valid', 'validity', 'active', 'enabled', 'status', 'gültig', 'aktiv'],
  },
  { name: 'isEnvato', synonyms: ['is envato', 'envato', 'envato purchase', 'envato-kauf'] },
  createdAt,
]
