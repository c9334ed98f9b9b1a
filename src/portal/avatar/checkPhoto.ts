import { largestPhoto, photoTypes } from '../../../collections/Avatars/limits'

/** What can be told of a photo before it is sent; the server looks closer. */
export function checkPhoto({ size, type }: File): 'notAnImage' | 'tooLarge' | null {
  if (!photoTypes.includes(type)) return 'notAnImage'
  return size > largestPhoto ? 'tooLarge' : null
}
