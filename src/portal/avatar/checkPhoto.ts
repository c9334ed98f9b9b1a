import { largestPhoto, largestSentPhoto, photoTypes } from '../../../collections/Avatars/limits'

/** What texts say of the largest photo. */
export const photoLimit = { size: largestSentPhoto === largestPhoto ? '5 MB' : '900 KB' }

/** What can be told of a photo before it is sent; the server looks closer. */
export function checkPhoto({ size, type }: File): 'notAnImage' | 'tooLarge' | null {
  if (!photoTypes.includes(type)) return 'notAnImage'
  return size > largestSentPhoto ? 'tooLarge' : null
}
