/** Texts about refused calls of client software. */
export const refusals = {
  heading: 'Why was I refused?',
  intro: 'Software that was refused under this license in the last 30 days, the latest first.',
  from: 'from {ip}',
  reason: {
    blocked: 'The license or this installation is blocked',
    domain_not_allowed: 'This domain is not among the allowed ones',
    expired: 'The license had expired',
    ip_not_allowed: 'This IP address is not among the allowed ones',
    limit_reached: 'All slots were taken',
    not_activated: 'The software was not activated',
    other: 'The software was refused',
    product_inactive: 'The product is switched off',
  },
  advice: {
    blocked: 'Your provider has blocked it. Only they can unblock it.',
    domain_not_allowed:
      'Use the software on one of the allowed domains, or ask your provider to allow this one.',
    expired: 'Renew the license, then activate the software again.',
    ip_not_allowed:
      'Use the software from one of the allowed addresses, or ask your provider to allow this one.',
    limit_reached:
      'Deactivate an installation that you no longer use, then activate the software again.',
    not_activated:
      'It was deactivated, or moved to another place. Activate it again with the license code.',
    other: 'If it goes on, ask your provider.',
    product_inactive: 'Your provider has switched the product off. Only they can switch it on.',
  },
  adviceForLife:
    'Deactivate an installation that you no longer use, then activate the software again. If that does not help, the license was activated on as many installations as it allows in total: ask your provider.',
  answer: {
    freeSlot: 'Free a slot',
    renew: 'Get More Licenses',
    seeConditions: 'See the conditions',
    support: 'Write to support',
  },
}
