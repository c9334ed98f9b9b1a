/** Products of the demo, with their versions from the oldest to the latest. */
export const catalog = [
  {
    description: 'Invoices, estimates and recurring billing for small teams, on your own server.',
    envatoId: '21873940',
    name: 'Ledgerline Invoicing',
    referenceId: 'LEDGERLINE',
    versions: [
      ['3.2.0', 300, 'Recurring invoices'],
      ['3.3.0', 190, 'Estimates that customers accept online'],
      ['3.4.1', 48, 'Faster PDF export and 23 corrections'],
    ],
  },
  {
    description: 'Drag-and-drop forms with conditions, payments and spam protection.',
    envatoId: '30115522',
    name: 'Tidepool Forms',
    referenceId: 'TIDEPOOL',
    versions: [
      ['1.8.0', 240, 'Conditional pages'],
      ['2.0.0', 95, 'A new builder'],
      ['2.1.0', 20, 'Payments with saved cards'],
    ],
  },
  {
    description: 'Scheduled, encrypted backups of sites and databases, with one-click restore.',
    envatoId: null,
    name: 'Harbor Backup',
    referenceId: 'HARBOR',
    versions: [
      ['1.0.0', 330, 'First release'],
      ['1.1.0', 150, 'Incremental backups'],
    ],
  },
] as const
