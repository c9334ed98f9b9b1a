import { defineTexts } from '../i18n/texts'

/** Texts of the export in the menu of a list. */
export const exportTexts = defineTexts({
  en: { csv: 'Export as CSV', json: 'Export as JSON' },
  de: { csv: 'Als CSV exportieren', json: 'Als JSON exportieren' },
})
