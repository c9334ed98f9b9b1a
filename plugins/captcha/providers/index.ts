import type { CaptchaProvider } from '../types'
import { math } from './math'
import { recaptchaV2 } from './recaptchaV2'
import { recaptchaV3 } from './recaptchaV3'

/** The kinds of CAPTCHA there are, in the order of the settings. */
export const providers: CaptchaProvider[] = [math, recaptchaV2, recaptchaV3]

/** The provider with this name in the settings, undefined when there is none any more. */
export function findProvider(name: string): CaptchaProvider | undefined {
  return providers.find((provider) => provider.name === name)
}
