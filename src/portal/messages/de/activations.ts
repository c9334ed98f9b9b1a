import type { Messages } from '../languages'

type Activations = Pick<
  Messages,
  'activations' | 'activationState' | 'deactivate' | 'environment' | 'naming'
>

/** Texts about installations. */
export const activations: Activations = {
  activations: {
    intro: 'Jede Installation, die unter einer Ihrer Lizenzen läuft.',
    licenseEnding: 'Lizenz mit der Endung {end}',
    ofLicense: 'Nur von der Lizenz mit der Endung {end}',
    search: 'Aktivierungen durchsuchen',
    searchHint: 'Name, Domain, IP-Adresse oder Produkt',
    filter: 'Nach Zustand filtern',
    installation: 'Installation',
    unnamed: 'Unbenannte Installation',
    productAndLicense: 'Produkt und Lizenz',
    ip: 'IP-Adresse',
    date: 'Aktiviert',
    device: 'Gerät {fingerprint}',
    lastSeen: 'Zuletzt gesehen am {date}',
    software: 'Software',
    takesNoSlot: '{environment}, belegt keinen Platz',
    state: 'Zustand',
    action: 'Aktion',
    on: '{software} unter {system}',
    endedOn: 'Beendet am {date}',
    sortOldest: 'Älteste zuerst',
    sortDomain: 'Domain, A bis Z',
    sortDomainDown: 'Domain, Z bis A',
    empty: 'Noch keine Aktivierungen',
    emptyHint:
      'Geben Sie in Ihrer Software einen Lizenzcode ein. Die Installation erscheint dann hier.',
  },
  activationState: { active: 'Aktiv', inactive: 'Deaktiviert', refused: 'Abgelehnt' },
  environment: { development: 'Entwicklung', production: 'Produktion', staging: 'Test' },
  deactivate: {
    action: 'Deaktivieren',
    actionOn: '{installation} deaktivieren',
    heading: '{installation} deaktivieren?',
    body: 'Die Software dort läuft dann nicht mehr unter dieser Lizenz, und der Platz wird für eine andere Installation frei.',
    undo: 'Sie können das aus der Software heraus rückgängig machen: Aktivieren Sie sie mit demselben Lizenzcode erneut, solange ein Platz frei ist.',
    submitting: 'Wird deaktiviert …',
    cancel: 'Abbrechen',
    done: '{installation} ist deaktiviert und der Platz ist frei. Um das rückgängig zu machen, aktivieren Sie die Software dort erneut.',
    doneAlready: '{installation} war bereits deaktiviert. Es musste nichts geändert werden.',
    notFound:
      'Diese Aktivierung gibt es nicht mehr. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
    failed:
      'Die Installation konnte nicht deaktiviert werden. Versuchen Sie es in einem Augenblick noch einmal.',
  },
  naming: {
    title: 'Installation benennen',
    action: '{installation} benennen',
    heading: 'Wie soll {installation} heißen?',
    label: 'Name',
    hint: 'Zum Beispiel „Laptop von Anna“. Nur Sie und Ihr Anbieter sehen ihn. Leer: kein Name.',
    submit: 'Speichern',
    submitting: 'Wird gespeichert …',
    cancel: 'Abbrechen',
    named: 'Die Installation heißt jetzt {installation}.',
    unnamed: '{installation} hat keinen Namen mehr.',
    nameInvalid: 'Verwenden Sie nur Buchstaben, Ziffern, Leerzeichen und Satzzeichen.',
    nameTooLong: 'Verwenden Sie höchstens {max} Zeichen.',
    failed:
      'Der Name konnte nicht gespeichert werden. Versuchen Sie es in einem Augenblick noch einmal.',
  },
}
