import localFont from 'next/font/local'

// Families are called what the constants are, and are known to a host's pages too.

/** Inter for Latin text; whatever else a name is written in comes in the system's own font. */
const portalInter = localFont({
  display: 'swap',
  src: './inter-latin.woff2',
  variable: '--font-inter',
  weight: '100 900',
})

/** The letters of further Latin alphabets, fetched only where one of them appears. */
const portalInterExtended = localFont({
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  display: 'swap',
  preload: false,
  src: './inter-latin-ext.woff2',
  variable: '--font-inter-extended',
  weight: '100 900',
})

/** The class names that give what has them the variables of both. Route files, which have no fonts, load this module too. */
export function fontClasses(): string {
  return `${portalInter.variable} ${portalInterExtended.variable}`
}
