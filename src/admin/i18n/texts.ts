/** Texts of a part of the admin panel in its languages. `de` has every text that `en` has. */
export type Texts<T extends object> = { de: Shape<T>; en: T }

type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> }

/** Declares the texts of a part of the panel; what one language lacks the compiler finds. */
export function defineTexts<T extends object>(texts: { de: Shape<T>; en: T }): Texts<T> {
  return texts
}

/** The texts in a language of Payload's i18n; English where there are none in it. */
export function textsIn<T extends object>(texts: Texts<T>, language: string): Shape<T> {
  return language === 'de' ? texts.de : (texts.en as Shape<T>)
}
