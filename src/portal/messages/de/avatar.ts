import type { Messages } from '../languages'

/** Texts of a customer's photo. */
export const avatar: Messages['avatar'] = {
  photo: 'Ihr Foto',
  initials: 'Ihre Initialen',
  choose: 'Foto auswählen',
  change: 'Foto ändern',
  upload: 'Foto speichern',
  drop: 'Oder hier ablegen.',
  hint: 'JPEG, PNG oder WebP, höchstens {size}.',
  cropHeading: 'Bildausschnitt wählen',
  cropArea: 'Ausschnitt des Fotos',
  cropHint: 'Ziehen Sie das Foto oder verwenden Sie die Pfeiltasten.',
  zoom: 'Vergrößerung',
  preview: 'Vorschau',
  save: 'Foto speichern',
  saving: 'Wird gespeichert …',
  cancel: 'Abbrechen',
  saved: 'Ihr Foto ist gespeichert.',
  remove: 'Foto entfernen',
  removing: 'Wird entfernt …',
  removeHeading: 'Foto entfernen?',
  removeBody:
    'Das Portal zeigt dann Ihre Initialen. Sie können jederzeit wieder ein Foto auswählen.',
  removed: 'Ihr Foto ist entfernt.',
  removeFailed:
    'Ihr Foto konnte nicht entfernt werden. Versuchen Sie es in einem Augenblick noch einmal.',
  missing: 'Wählen Sie zuerst ein Foto aus.',
  notAnImage:
    'Das ist kein Foto im Format JPEG, PNG oder WebP, oder die Datei ist beschädigt. Wählen Sie ein anderes.',
  tooLarge: 'Dieses Foto ist größer als {size}. Wählen Sie ein kleineres.',
  tooManyPixels: 'Dieses Foto hat mehr als 40 Megapixel. Wählen Sie ein kleineres.',
  failed:
    'Ihr Foto konnte nicht gespeichert werden. Versuchen Sie es in einem Augenblick noch einmal.',
}
