'use client'

import type { ComponentPropsWithoutRef } from 'react'

import { useHasMain } from './frame/PortalContexts'

/** The main part of a page: `<main>`, but where the layout of a host around it is in one already. */
export function Main(props: ComponentPropsWithoutRef<'main'>) {
  const Element = useHasMain() ? 'main' : 'div'
  return <Element id="portal-content" {...props} />
}
