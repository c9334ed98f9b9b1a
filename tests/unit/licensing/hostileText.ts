import fc from 'fast-check'

/** Texts that a careless reader of addresses trips over. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\ud800', '\udfff', '\0', '.', 'w', '[', ':', '%', '/') }),
  fc
    .array(fc.constantFrom('www', 'com', '', '1', '0x7f', 'é', '-', '*'))
    .map((labels) => labels.join('.')),
  fc.webUrl({ withQueryParameters: true }),
  fc.ipV6(),
)
