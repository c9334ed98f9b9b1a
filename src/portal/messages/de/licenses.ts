import { plural } from '../../../text/fill'
import type { Messages } from '../languages'

type Licenses = Pick<Messages, 'code' | 'dashboard' | 'licenses' | 'licenseStatus' | 'licenseType'>

/** Texts about licences. */
export const licenses: Licenses = {
  dashboard: {
    intro: 'Ihre Lizenzen und Installationen auf einen Blick.',
    owned: 'Ihre Lizenzen',
    active: 'Aktiv',
    expired: 'Abgelaufen',
    installations: 'Aktive Installationen',
    recent: 'Letzte Aktivierungen',
    recentEmpty: 'Sobald Sie Software mit einer Ihrer Lizenzen aktivieren, erscheint sie hier.',
    seeAll: 'Alle anzeigen',
    endingSoon: 'Läuft in den nächsten 30 Tagen ab',
    quickActions: 'Schnellzugriff',
    findLicense: 'Lizenzcode finden',
    findLicenseHint: 'Den Code eines Produkts anzeigen und kopieren',
    freeSlot: 'Platz freigeben',
    freeSlotHint: 'Eine Installation deaktivieren, die Sie nicht mehr nutzen',
    viewInstallations: 'Installationen prüfen',
    viewInstallationsHint: 'Sehen, wo Ihre Lizenzen im Einsatz sind',
    editProfile: 'Profil bearbeiten',
    editProfileHint: 'Ihr Name und das Aussehen des Portals',
    nothing: 'Hier gibt es nichts anzuzeigen',
    nothingHint:
      'Ihr Anbieter verwaltet Ihre Lizenzen für Sie. Ihr Konto finden Sie unter Einstellungen.',
  },
  licenses: {
    intro: 'Ihre Lizenzcodes, ihre Laufzeit und wo sie im Einsatz sind.',
    getMore: 'Weitere Lizenzen kaufen',
    search: 'Lizenzen durchsuchen',
    searchHint: 'Produkt oder Lizenzcode',
    filter: 'Nach Status filtern',
    code: 'Lizenzcode',
    product: 'Produkt',
    status: 'Status',
    expires: 'Läuft ab',
    activations: 'Aktivierungen',
    never: 'Nie',
    afterActivation: plural({
      one: '{count} Tag nach der Aktivierung',
      other: '{count} Tage nach der Aktivierung',
    }),
    used: '{used} von {total} belegt',
    usedUnlimited: '{used} belegt',
    left: plural({ one: 'Noch {count} frei', other: 'Noch {count} frei' }),
    unlimited: 'Unbegrenzt',
    sortProduct: 'Produkt, A bis Z',
    sortProductDown: 'Produkt, Z bis A',
    sortExpires: 'Läuft zuerst ab',
    sortExpiresDown: 'Läuft zuletzt ab',
    empty: 'Noch keine Lizenzen',
    emptyHint: 'Gekaufte Lizenzen erscheinen hier, sobald sie für Ihr Konto ausgestellt sind.',
    one: 'Lizenz',
    type: 'Art',
    updates: 'Updates bis',
    support: 'Support bis',
    invoice: 'Rechnung',
    totalUses: 'Aktivierungen insgesamt',
    totalUsesLimit: 'Höchstens {count}',
    issued: 'Ausgestellt',
    domains: 'Erlaubte Domains',
    ips: 'Erlaubte IP-Adressen',
    slots: 'Plätze',
    certificate: 'Zertifikat herunterladen',
    certificateHint: {
      active: 'Eine signierte Datei, mit der die Software auch ohne Verbindung läuft.',
      blocked:
        'Ein signierter Nachweis der Lizenz für Ihre Unterlagen. Sie ist gesperrt: Keine Software läuft damit.',
      expired:
        'Ein signierter Nachweis der Lizenz für Ihre Unterlagen. Sie ist abgelaufen: Die Software wertet sie auch so.',
    },
    certificateFor: 'Zertifikat für',
    certificateForAny: 'Jede Installation',
    certificateForHint:
      'Für eine bestimmte Installation gilt die Datei nur dort: auf ihrem Gerät oder, ohne Gerät, unter ihrer Domain.',
    certificateForLatest: 'Die {count} neuesten stehen zur Wahl.',
    noCertificate: {
      blocked: 'Es gibt kein Zertifikat: Die Lizenz ist gesperrt.',
      expired: 'Es gibt kein Zertifikat: Die Lizenz ist abgelaufen.',
      productOff: 'Es gibt kein Zertifikat: Das Produkt ist ausgeschaltet.',
    },
    installations: 'Aktivierungen dieser Lizenz',
    installationsEmpty:
      'Noch nicht aktiviert. Geben Sie den Lizenzcode in der Software ein, um sie zu aktivieren.',
    manage: plural({
      one: '{count} Aktivierung anzeigen',
      other: 'Alle {count} Aktivierungen anzeigen',
    }),
  },
  code: {
    masked: 'Lizenzcode mit der Endung {end}, verborgen',
    copied: 'Lizenzcode kopiert',
    copy: 'Lizenzcode mit der Endung {end} kopieren',
    show: 'Lizenzcode mit der Endung {end} anzeigen',
    reveal: 'Lizenzcode anzeigen',
  },
  licenseStatus: { active: 'Aktiv', blocked: 'Gesperrt', expired: 'Abgelaufen' },
  licenseType: {
    lifetime: 'Lebenslang',
    perpetual: 'Unbefristet',
    subscription: 'Abonnement',
    trial: 'Testlizenz',
  },
}
