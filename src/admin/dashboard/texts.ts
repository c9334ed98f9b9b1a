import type { RefusalCode } from '../../licensing/types'
import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the dashboard's widgets. */
export const dashboardTexts = defineTexts({
  en: {
    activations: {
      active: plural({ one: '{count} is active now', other: '{count} are active now' }),
      column: 'Activations',
    },
    asOf: 'As of {moment}',
    attempts: {
      column: 'Refused calls',
      none: 'No call was refused in the last 30 days.',
      reason: {
        blacklisted: 'On the blacklist',
        blocked: 'License blocked',
        domain_not_allowed: 'Domain not allowed',
        expired: 'License expired',
        ip_not_allowed: 'IP address not allowed',
        limit_reached: 'Activation limit reached',
        not_activated: 'Not activated',
        not_found: 'License not found',
        product_inactive: 'Product switched off',
        updates_expired: 'Update not included',
      } satisfies Record<RefusalCode, string>,
      reasons: 'Reasons in the last 30 days',
    },
    customers: {
      confirmed: 'Confirmed',
      disabled: 'Disabled',
      total: 'All customers',
      unconfirmed: 'Not confirmed',
    },
    expiring: {
      expires: 'Expires {moment}',
      next: 'Next to expire',
      none: 'No license is about to expire.',
      within: 'Within {days} days',
    },
    failed:
      'These figures could not be loaded. Load the page again; if it stays, look at the log of the server.',
    growth: { added: 'New', column: 'Customers' },
    interval: { day: 'Day', month: 'Month', week: 'Week' },
    intervalLabel: 'One point for each',
    lastDays: 'Last {days} days',
    licenses: { none: 'There is no license yet.' },
    measure: { new: 'New customers', total: 'All customers at that time' },
    measureLabel: 'Show',
    notCounted:
      'Nothing was counted yet. The worker counts a moment after the start of the server, or you do it now.',
    period: 'Period',
    recount: 'Count again',
    recounted: 'Everything was counted again.',
    recountFailed: 'Counting failed. Try again in a moment.',
    span: {
      day: 'in the last 30 days',
      month: 'in the last 12 months',
      week: 'in the last 26 weeks',
    },
    stale: 'That is long ago: is the worker running?',
    table: 'Show as a table',
    tableOf: 'Table: {widget}',
    top: {
      activations: plural({ one: '{count} activation', other: '{count} activations' }),
      licenses: plural({ one: '{count} license', other: '{count} licenses' }),
      none: 'No customer was ranked yet. The worker ranks them from time to time.',
      products: plural({ one: '{count} product', other: '{count} products' }),
    },
    trend: {
      changed: '{change} against the {days} days before ({before})',
      fromNone: 'None in the {days} days before',
      same: 'As many as in the {days} days before',
    },
    weekOf: 'Week of {day}',
    widget: {
      'activations-over-time': 'Activations over time',
      'customers-growth': 'Customer growth',
      'customers-new': 'New customers',
      'customers-top': 'Top customers by licenses',
      'customers-total': 'Customers',
      'failed-attempts': 'Failed attempts',
      'licenses-by-status': 'Licenses by status',
      'licenses-expiring': 'Licenses expiring soon',
    },
  },
  de: {
    activations: {
      active: plural({ one: '{count} ist jetzt aktiv', other: '{count} sind jetzt aktiv' }),
      column: 'Aktivierungen',
    },
    asOf: 'Stand: {moment}',
    attempts: {
      column: 'Abgelehnte Aufrufe',
      none: 'In den letzten 30 Tagen wurde kein Aufruf abgelehnt.',
      reason: {
        blacklisted: 'Auf der Sperrliste',
        blocked: 'Lizenz gesperrt',
        domain_not_allowed: 'Domain nicht erlaubt',
        expired: 'Lizenz abgelaufen',
        ip_not_allowed: 'IP-Adresse nicht erlaubt',
        limit_reached: 'Keine Aktivierung mehr frei',
        not_activated: 'Nicht aktiviert',
        not_found: 'Lizenz nicht gefunden',
        product_inactive: 'Produkt abgeschaltet',
        updates_expired: 'Update nicht enthalten',
      },
      reasons: 'Gründe in den letzten 30 Tagen',
    },
    customers: {
      confirmed: 'Bestätigt',
      disabled: 'Konto gesperrt',
      total: 'Alle Kunden',
      unconfirmed: 'Nicht bestätigt',
    },
    expiring: {
      expires: 'Läuft ab: {moment}',
      next: 'Die nächsten',
      none: 'Keine Lizenz läuft demnächst ab.',
      within: 'Innerhalb von {days} Tagen',
    },
    failed:
      'Diese Zahlen konnten nicht geladen werden. Laden Sie die Seite neu; bleibt es dabei, sehen Sie ins Protokoll des Servers.',
    growth: { added: 'Neu', column: 'Kunden' },
    interval: { day: 'Tag', month: 'Monat', week: 'Woche' },
    intervalLabel: 'Ein Punkt je',
    lastDays: 'Letzte {days} Tage',
    licenses: { none: 'Es gibt noch keine Lizenz.' },
    measure: { new: 'Neue Kunden', total: 'Alle Kunden zu dieser Zeit' },
    measureLabel: 'Zeigen',
    notCounted:
      'Noch wurde nichts gezählt. Der Hintergrunddienst zählt kurz nach dem Start des Servers, oder Sie tun es jetzt.',
    period: 'Zeitraum',
    recount: 'Neu zählen',
    recounted: 'Alles wurde neu gezählt.',
    recountFailed: 'Das Zählen ist fehlgeschlagen. Versuchen Sie es gleich noch einmal.',
    span: {
      day: 'in den letzten 30 Tagen',
      month: 'in den letzten 12 Monaten',
      week: 'in den letzten 26 Wochen',
    },
    stale: 'Das ist lange her: Läuft der Hintergrunddienst?',
    table: 'Als Tabelle zeigen',
    tableOf: 'Tabelle: {widget}',
    top: {
      activations: plural({ one: '{count} Aktivierung', other: '{count} Aktivierungen' }),
      licenses: plural({ one: '{count} Lizenz', other: '{count} Lizenzen' }),
      none: 'Noch gibt es keine Rangliste. Der Hintergrunddienst erstellt sie von Zeit zu Zeit.',
      products: plural({ one: '{count} Produkt', other: '{count} Produkte' }),
    },
    trend: {
      changed: '{change} gegenüber den {days} Tagen davor ({before})',
      fromNone: 'Keine in den {days} Tagen davor',
      same: 'So viele wie in den {days} Tagen davor',
    },
    weekOf: 'Woche ab {day}',
    widget: {
      'activations-over-time': 'Aktivierungen im Zeitverlauf',
      'customers-growth': 'Kundenwachstum',
      'customers-new': 'Neue Kunden',
      'customers-top': 'Kunden mit den meisten Lizenzen',
      'customers-total': 'Kunden',
      'failed-attempts': 'Fehlversuche',
      'licenses-by-status': 'Lizenzen nach Status',
      'licenses-expiring': 'Bald ablaufende Lizenzen',
    },
  },
})

/** The widgets by their slugs. */
export type WidgetName = keyof (typeof dashboardTexts)['en']['widget']
