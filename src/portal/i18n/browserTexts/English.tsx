'use client'

import type { ReactNode } from 'react'

import { en } from '../../messages/en'
import { MessagesProvider } from '../MessagesProvider'

export function English({ children }: { children: ReactNode }) {
  return <MessagesProvider messages={en}>{children}</MessagesProvider>
}
