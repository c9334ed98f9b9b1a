import { activations } from './de/activations'
import { avatar } from './de/avatar'
import { claim } from './de/claim'
import { downloads } from './de/downloads'
import { entry } from './de/entry'
import { freeSlot } from './de/freeSlot'
import { licenses } from './de/licenses'
import { outbox } from './de/outbox'
import { refusals } from './de/refusals'
import { security } from './de/security'
import { settings } from './de/settings'
import { social } from './de/social'
import type { Messages } from './languages'

/** Every text of the portal in German. */
export const de: Messages = {
  brand: 'License Manager',
  skipToContent: 'Zum Inhalt springen',
  loading: 'Wird geladen …',
  language: 'Sprache',
  nav: {
    label: 'Hauptnavigation',
    account: 'Konto',
    accountMenu: 'Kontomenü von {name}',
    activations: 'Aktivierungen',
    dashboard: 'Übersicht',
    downloads: 'Dateien',
    licenses: 'Lizenzen',
    logOut: 'Abmelden',
    settings: 'Einstellungen',
  },
  theme: { label: 'Farbschema', dark: 'Dunkel', light: 'Hell', system: 'System' },
  ...entry,
  logout: {
    heading: 'Abmelden?',
    intro: 'Sie sind als {email} angemeldet. Ihre Lizenzen und Installationen bleiben unverändert.',
    cancel: 'Angemeldet bleiben',
  },
  ...licenses,
  ...activations,
  claim,
  downloads,
  freeSlot,
  refusals,
  security,
  settings,
  social,
  avatar,
  outbox,
  copy: {
    copied: 'Kopiert',
    copy: '{what} kopieren',
    failed: 'Das Kopieren hat nicht geklappt. Markieren Sie den Text.',
  },
  list: {
    all: 'Alle',
    submit: 'Suchen',
    noMatch: 'Keine Treffer',
    noMatchHint: 'Versuchen Sie ein anderes Wort oder entfernen Sie die Filter.',
    reset: 'Alle anzeigen',
    range: '{from}–{to} von {total}',
    pages: 'Seiten',
    previous: 'Vorherige Seite',
    next: 'Nächste Seite',
    sort: 'Sortieren nach',
    sortNewest: 'Neueste zuerst',
  },
  errors: {
    title: 'Etwas ist schiefgegangen',
    hint: 'Diese Seite konnte nicht geladen werden. Ihre Lizenzen sind davon nicht betroffen.',
    retry: 'Erneut versuchen',
    notFound: 'Seite nicht gefunden',
    notFoundHint:
      'Sie wurde vielleicht verschoben oder ausgeschaltet, oder sie gehört zu einem anderen Konto.',
    forbidden: 'Nicht erlaubt',
    forbiddenHint: 'Ihr Anbieter erlaubt Kunden dies nicht. Es wurde nichts geändert.',
    home: 'Zur Übersicht',
  },
}
