import { plural } from '../../../text/fill'
import type { Messages } from '../languages'

/** Texts of freeing a slot without logging in. */
export const freeSlot: Messages['freeSlot'] = {
  title: 'Platz freigeben',
  intro:
    'Deaktivieren Sie eine Installation, die Sie nicht mehr nutzen, und aktivieren Sie dann in Ihrer Software erneut.',
  remaining: plural({
    one: 'Sie können in diesem Monat noch {count} Platz freigeben.',
    other: 'Sie können in diesem Monat noch {count} Plätze freigeben.',
  }),
  installations: 'Aktive Installationen',
  lastSeen: 'Zuletzt gesehen am {date}',
  confirmHint: 'Prüfen Sie, ob es die richtige ist: wann sie zuletzt gesehen wurde, und wo.',
  freed:
    'Die Installation ist deaktiviert. Kehren Sie zu Ihrer Software zurück und aktivieren Sie erneut.',
  gone: 'Diese Installation war nicht mehr aktiv. Versuchen Sie erneut zu aktivieren.',
  none: 'Keine Installation ist aktiv. Kehren Sie zu Ihrer Software zurück und aktivieren Sie erneut.',
  limit: plural({
    one: 'Der eine Platz, der sich in einem Monat mit einem Link freigeben lässt, ist verbraucht. Ab {date} können Sie wieder einen freigeben.',
    other:
      'Die {count} Plätze, die sich in einem Monat mit einem Link freigeben lassen, sind verbraucht. Ab {date} können Sie wieder welche freigeben.',
  }),
  limitHint:
    'Melden Sie sich bis dahin an, um Installationen zu deaktivieren, oder wenden Sie sich an den Support.',
  limitSupport:
    'Melden Sie sich bis dahin an, um Installationen zu deaktivieren, oder schreiben Sie an {email}.',
  invalid: 'Dieser Link funktioniert nicht mehr',
  invalidHint:
    'Er gilt eine Stunde lang. Versuchen Sie in Ihrer Software erneut zu aktivieren, um einen neuen zu erhalten, oder melden Sie sich an.',
  again: 'Neuen Link anfordern',
  off: 'Das Deaktivieren ist ausgeschaltet',
  offHint: 'Wenden Sie sich an den Support, um eine Installation deaktivieren zu lassen.',
  logIn: 'Anmelden',
  request: {
    link: 'Gerät verloren? Platz freigeben',
    intro:
      'Für den Fall, dass Sie das alte Gerät nicht mehr haben. Wir senden einen Link an die Adresse, der die Lizenz gehört.',
    code: 'Lizenzcode',
    email: 'E-Mail-Adresse',
    emailHint: 'Die Ihres Kontos, oder die, mit der Sie die Lizenz gekauft haben.',
    submit: 'Link senden',
    sent: 'Wenn die Lizenz zu {email} gehört, ist ein Link zum Freigeben eines Platzes unterwegs. Er gilt eine Stunde lang.',
    codeMissing: 'Geben Sie den Lizenzcode ein.',
    back: 'Zurück zur Anmeldung',
  },
}
