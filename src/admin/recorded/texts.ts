import { defineTexts } from '../i18n/texts'

/** Texts of what was recorded with an entry of a log. */
export const recordedTexts = defineTexts({
  en: {
    after: 'After',
    before: 'Before',
    hidden: 'Changed; what it was and is, is not kept',
    none: 'None',
    nothing: 'Nothing more was recorded.',
    value: 'Value',
    what: 'What',
  },
  de: {
    after: 'Nachher',
    before: 'Vorher',
    hidden: 'Geändert; was es war und ist, wird nicht aufbewahrt',
    none: 'Keine',
    nothing: 'Mehr wurde nicht festgehalten.',
    value: 'Wert',
    what: 'Was',
  },
})
