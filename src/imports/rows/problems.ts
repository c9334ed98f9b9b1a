/** What is wrong with a row, or worth knowing of it. Its text is in the tables of messages. */
export type ProblemCode =
  // What stands in a field
  | 'bcryptCost'
  | 'bcryptForm'
  | 'boolean'
  | 'characters'
  | 'date'
  | 'dateAmbiguous'
  | 'email'
  | 'language'
  | 'listTooLong'
  | 'nameInvalid'
  | 'number'
  | 'productAmbiguous'
  | 'productUnknown'
  | 'referenceId'
  | 'tooLong'
  // The row as a whole
  | 'cells'
  | 'keyMissing'
  | 'missing'
  | 'sameInFile'
  | 'storing'
  // Where it meets what is there
  | 'changedMeanwhile'
  | 'clientIdOther'
  | 'emailTaken'
  | 'exists'
  | 'notThere'
  // Worth knowing
  | 'confirmationKept'
  | 'hashKept'
  | 'hashesNotTrusted'
  | 'typeUnknown'

/** `field`: which one it is about; null where it is about the row. */
export type Problem = {
  code: ProblemCode
  field: null | string
  values?: Record<string, number | string>
}

const longestMessage = 2000

/** Problems as they are kept with a row; null where there are none. */
export function toMessage(problems: readonly Problem[]): null | string {
  if (problems.length === 0) return null
  const kept = [...problems]
  while (JSON.stringify(kept).length > longestMessage) kept.pop()
  return JSON.stringify(kept)
}

/** Problems from what is kept with a row. */
export function fromMessage(message: null | string): Problem[] {
  if (!message) return []
  try {
    return JSON.parse(message) as Problem[]
  } catch {
    return []
  }
}
