import type { Messages } from './index'

/** The API's texts in German, for software that asks for them. */
export const de: Messages = {
  activated: 'Aktiviert.',
  certified: 'Zertifikat ausgestellt.',
  checked: { active: 'Die Lizenz ist aktiv.' },
  connected: 'Verbindung erfolgreich',
  deactivated: 'Deaktiviert.',
  errors: {
    accessBlocked: 'Ihr Zugang wurde gesperrt.',
    bodyNotObject: 'Der Inhalt muss ein JSON-Objekt sein.',
    bodyTooLarge: 'Der Inhalt ist zu groß.',
    idempotencyConflict: 'Dieser Idempotency-Key wurde mit einem anderen Inhalt verwendet.',
    internal: 'Etwas ist schiefgegangen. Versuchen Sie es später noch einmal.',
    invalid: 'Einige Felder fehlen oder sind falsch.',
    keyInvalid: 'Der API-Schlüssel fehlt, ist unbekannt, widerrufen oder abgelaufen.',
    expiredLink: 'Dieser Link ist abgelaufen.',
    keyKind: 'Dieser API-Schlüssel gilt hier nicht.',
    malformed: 'Der Inhalt ist kein gültiges JSON.',
    noRoom: 'Für die Datei ist kein Platz.',
    notFound: 'Nicht gefunden.',
    tooMany: 'Zu viele Anfragen. Versuchen Sie es später noch einmal.',
    usedUpLink: 'Dieser Link wurde so oft verwendet, wie er darf.',
    unavailable: 'Der Dienst ist gerade nicht erreichbar. Versuchen Sie es später noch einmal.',
  },
  fields: {
    invalid: 'Das Feld {field} ist nicht gültig.',
    required: 'Das Feld {field} fehlt.',
    taken: 'Der Wert von {field} ist schon vergeben.',
    unknownProduct: 'Es gibt kein Produkt mit dieser Referenz.',
  },
  refusals: {
    blacklisted: 'Ihr Zugang wurde gesperrt.',
    blocked: 'Ihre Lizenz wurde gesperrt.',
    domain_not_allowed: 'Diese Domain ist nicht zugelassen.',
    expired: 'Ihre Lizenz ist abgelaufen.',
    ip_not_allowed: 'Diese IP-Adresse ist nicht zugelassen.',
    limit_reached: 'Die Höchstzahl der Aktivierungen ist erreicht.',
    not_activated: 'Die Lizenz ist ungültig oder Ihnen nicht zugeordnet.',
    not_found: 'Ihr Lizenzschlüssel ist ungültig.',
    product_inactive: 'Dieses Produkt ist nicht aktiv.',
    updates_expired: 'Ihre Lizenz umfasst diese Aktualisierung nicht.',
  },
  slots: {
    already_active: 'Für dieselbe Domain ist schon eine andere Aktivierung dieser Lizenz aktiv.',
    limit_reached: 'Die Höchstzahl der Aktivierungen ist erreicht.',
  },
  updates: {
    available: 'Eine neue Version ist verfügbar.',
    upToDate: 'Sie verwenden die neueste Version.',
  },
  verified: 'Geprüft.',
}
