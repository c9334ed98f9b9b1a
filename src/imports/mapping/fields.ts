import type { ImportKind } from '../../../collections/Imports/values'

/** A field that a column can be mapped to, with what columns for it are called, in English and German. */
export type ImportField = { name: string; synonyms: readonly string[] }

const createdAt: ImportField = {
  name: 'createdAt',
  synonyms: [
    'created',
    'created at',
    'added on',
    'date added',
    'erstellt',
    'erstellt am',
    'angelegt am',
  ],
}

/** What an import of each kind can fill in. The first name of a field is the one that our own exports use. */
export const importFields: Record<ImportKind, readonly ImportField[]> = {
  customers: [
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
  ],
  licenses: [
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
  ],
  products: [
    {
      name: 'referenceId',
      synonyms: [
        'reference id',
        'product id',
        'product reference',
        'reference',
        'sku',
        'pid',
        'referenz',
        'referenz id',
        'artikelnummer',
        'produkt id',
      ],
    },
    {
      name: 'name',
      synonyms: ['product name', 'product', 'title', 'produktname', 'produkt', 'bezeichnung'],
    },
    { name: 'envatoId', synonyms: ['envato id', 'envato item id', 'item id'] },
    { name: 'description', synonyms: ['details', 'product details', 'beschreibung'] },
    { name: 'isActive', synonyms: ['is active', 'active', 'status', 'enabled', 'aktiv'] },
    {
      name: 'licenseUpdate',
      synonyms: ['license update', 'updates need a license', 'updates brauchen eine lizenz'],
    },
    {
      name: 'serveLatestUpdates',
      synonyms: ['serve latest updates', 'serve the latest version', 'neueste version ausliefern'],
    },
    createdAt,
  ],
}
