import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of what is done to many documents at once. */
export const bulkTexts = defineTexts({
  en: {
    cancel: 'Stop',
    chosen: plural({ one: '{count} selected', other: '{count} selected' }),
    done: plural({ one: '{count} done', other: '{count} done' }),
    failed: plural({ one: '{count} failed', other: '{count} failed' }),
    label: 'Actions for the selection',
    notReached: 'That did not work. Try again in a moment.',
    progress: '{done} of {total}',
    skipped: plural({ one: '{count} unchanged', other: '{count} unchanged' }),
    stopped: 'Stopped.',
  },
  de: {
    cancel: 'Anhalten',
    chosen: plural({ one: '{count} ausgewählt', other: '{count} ausgewählt' }),
    done: plural({ one: '{count} erledigt', other: '{count} erledigt' }),
    failed: plural({ one: '{count} fehlgeschlagen', other: '{count} fehlgeschlagen' }),
    label: 'Aktionen für die Auswahl',
    notReached: 'Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.',
    progress: '{done} von {total}',
    skipped: plural({ one: '{count} unverändert', other: '{count} unverändert' }),
    stopped: 'Angehalten.',
  },
})
