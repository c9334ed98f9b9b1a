import type { Messages } from '../languages'

/** Texts of the page that shows mails while there is no mail server. */
export const outbox: Messages['outbox'] = {
  title: 'Postausgang',
  intro:
    'Es ist kein Mailserver eingerichtet. E-Mails werden deshalb nicht versendet, sondern hier aufbewahrt. Die neuesten werden angezeigt.',
  empty: 'Noch keine E-Mails',
  emptyHint:
    'Registrieren Sie sich oder fordern Sie ein neues Passwort an: Die E-Mail erscheint hier nach wenigen Sekunden.',
  list: 'E-Mails',
  noSubject: '(kein Betreff)',
  to: 'An',
  date: 'Datum',
  text: 'Text',
  html: 'HTML',
  frame: 'Die E-Mail, wie ein Mailprogramm sie anzeigt',
  gone: 'Diese E-Mail ist nicht mehr vorhanden.',
  all: 'Alle E-Mails',
  choose: 'Wählen Sie eine E-Mail aus, um sie zu lesen.',
}
