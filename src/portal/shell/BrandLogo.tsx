import { portalLook } from '../look'
import { BrandMark } from './Brand'

/** The host's logo, or the mark of the portal. */
export async function BrandLogo() {
  const { logo } = await portalLook()
  if (!logo) return <BrandMark />
  return <img alt={logo.alt ?? ''} className="h-7 w-auto shrink-0" src={logo.src} />
}
