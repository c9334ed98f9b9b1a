import { defineTexts } from '../i18n/texts'

/** Texts of the list of signing keys. */
export const signingKeysTexts = defineTexts({
  en: {
    ask: 'Make a new signing key?',
    body: 'New certificates are signed with the new key. Those that were handed out go on holding, as software that reads the public keys from this server knows both. Software with the public key built in needs the new one.',
    done: 'The new key signs from now on.',
    failed: 'That did not work. Try again in a moment.',
    rotate: 'New key',
  },
  de: {
    ask: 'Einen neuen Signaturschlüssel erzeugen?',
    body: 'Neue Zertifikate werden mit dem neuen Schlüssel signiert. Die ausgegebenen gelten weiter, denn Software, die die öffentlichen Schlüssel von diesem Server liest, kennt beide. Software mit eingebautem öffentlichem Schlüssel braucht den neuen.',
    done: 'Ab jetzt signiert der neue Schlüssel.',
    failed: 'Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.',
    rotate: 'Neuer Schlüssel',
  },
})
