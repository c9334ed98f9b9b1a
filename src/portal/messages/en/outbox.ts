/** Texts of the page that shows mails while there is no mail server. */
export const outbox = {
  title: 'Outbox',
  intro:
    'No mail server is set, so mails are kept here instead of being sent. The newest are shown.',
  empty: 'No mails yet',
  emptyHint: 'Register, or ask for a new password: the mail appears here within seconds.',
  list: 'Mails',
  noSubject: '(no subject)',
  to: 'To',
  date: 'Date',
  text: 'Text',
  html: 'HTML',
  frame: 'The mail as a mail program shows it',
  gone: 'This mail is not there any more.',
  all: 'All mails',
  choose: 'Choose a mail to read it.',
}
