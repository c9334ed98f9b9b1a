import type { Messages } from '../languages'

/** Texts about refused calls of client software. */
export const refusals: Messages['refusals'] = {
  heading: 'Warum wurde ich abgewiesen?',
  intro:
    'Software, die in den letzten 30 Tagen unter dieser Lizenz abgewiesen wurde, die neueste zuerst.',
  from: 'von {ip}',
  reason: {
    blocked: 'Die Lizenz oder diese Installation ist gesperrt',
    domain_not_allowed: 'Diese Domain gehört nicht zu den erlaubten',
    expired: 'Die Lizenz war abgelaufen',
    ip_not_allowed: 'Diese IP-Adresse gehört nicht zu den erlaubten',
    limit_reached: 'Alle Plätze waren belegt',
    not_activated: 'Die Software war nicht aktiviert',
    other: 'Die Software wurde abgewiesen',
    product_inactive: 'Das Produkt ist ausgeschaltet',
  },
  advice: {
    blocked: 'Ihr Anbieter hat sie gesperrt. Nur er kann sie wieder freigeben.',
    domain_not_allowed:
      'Verwenden Sie die Software auf einer der erlaubten Domains, oder bitten Sie Ihren Anbieter, diese zu erlauben.',
    expired: 'Verlängern Sie die Lizenz und aktivieren Sie die Software dann erneut.',
    ip_not_allowed:
      'Verwenden Sie die Software von einer der erlaubten Adressen aus, oder bitten Sie Ihren Anbieter, diese zu erlauben.',
    limit_reached:
      'Deaktivieren Sie eine Installation, die Sie nicht mehr nutzen, und aktivieren Sie die Software dann erneut.',
    not_activated:
      'Sie wurde deaktiviert oder ist umgezogen. Aktivieren Sie sie mit dem Lizenzcode erneut.',
    other: 'Wenn das öfter geschieht, fragen Sie Ihren Anbieter.',
    product_inactive:
      'Ihr Anbieter hat das Produkt ausgeschaltet. Nur er kann es wieder einschalten.',
  },
  adviceForLife:
    'Deaktivieren Sie eine Installation, die Sie nicht mehr nutzen, und aktivieren Sie die Software dann erneut. Hilft das nicht, wurde die Lizenz auf so vielen Installationen aktiviert, wie sie insgesamt erlaubt: Fragen Sie Ihren Anbieter.',
  answer: {
    freeSlot: 'Platz freigeben',
    renew: 'Weitere Lizenzen kaufen',
    seeConditions: 'Bedingungen ansehen',
    support: 'Dem Support schreiben',
  },
}
