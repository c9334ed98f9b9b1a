import type { ComponentType } from 'react'

/** A component of the host's, where it has one: the portal's styles leave it to those of the host. */
export function Slot({ component: Component }: { component: ComponentType | undefined }) {
  if (!Component) return null
  return (
    <div data-license-portal-slot="">
      <Component />
    </div>
  )
}
