import { plural } from '../../../text/fill'
import type { Messages } from '../languages'

type Licenses = Pick<
  Messages,
  'code' | 'dashboard' | 'freeSlot' | 'licenses' | 'licenseStatus' | 'licenseType'
>

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
    certificateHint: 'Eine signierte Datei, mit der die Software auch ohne Verbindung läuft.',
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
  freeSlot: {
    title: 'Platz freigeben',
    intro:
      'Alle Plätze dieser Lizenz sind belegt. Deaktivieren Sie eine Installation, die Sie nicht mehr nutzen, und aktivieren Sie dann erneut.',
    installations: 'Aktive Installationen',
    lastSeen: 'Zuletzt gesehen am {date}',
    freed:
      'Die Installation ist deaktiviert. Kehren Sie zu Ihrer Software zurück und aktivieren Sie erneut.',
    gone: 'Diese Installation war nicht mehr aktiv. Versuchen Sie erneut zu aktivieren.',
    none: 'Keine Installation ist aktiv. Kehren Sie zu Ihrer Software zurück und aktivieren Sie erneut.',
    invalid: 'Dieser Link funktioniert nicht mehr',
    invalidHint:
      'Er gilt eine Stunde lang. Versuchen Sie in Ihrer Software erneut zu aktivieren, um einen neuen zu erhalten, oder melden Sie sich an.',
    off: 'Das Deaktivieren ist ausgeschaltet',
    offHint: 'Wenden Sie sich an den Support, um eine Installation deaktivieren zu lassen.',
    logIn: 'Anmelden',
  },
}
