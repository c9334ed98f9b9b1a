import type { PortalLook } from '../../extensions/types'
import { BrandMark } from './Brand'

/** The host's logo, or the mark of the portal. */
export function BrandLogo({ logo }: Pick<PortalLook, 'logo'>) {
  if (!logo) return <BrandMark />
  return <img alt={logo.alt ?? ''} className="h-7 w-auto shrink-0" src={logo.src} />
}
