'use client'

import type { ReactNode } from 'react'

import { de } from '../../messages/de'
import { MessagesProvider } from '../MessagesProvider'

export function German({ children }: { children: ReactNode }) {
  return <MessagesProvider messages={de}>{children}</MessagesProvider>
}
