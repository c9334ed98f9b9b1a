import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

const productWords = [
  'license',
  'licence',
  'manager',
  'customer',
  'portal',
  'activation',
  'payload',
]

let estimator: undefined | ZxcvbnFactory

/**
 * How many guesses a password would take, from 0 (among the first that are tried) to 4. Knows the common and breached passwords of
 * zxcvbn's lists, and the words it is told.
 */
export function guessability(password: string, knownWords: readonly string[]): number {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
  const words = knownWords.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
  return estimator.check(password, [...productWords, ...words.filter((word) => word.length > 2)])
    .score
}
