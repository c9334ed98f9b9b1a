'use client'

import { createContext, type ReactNode, use } from 'react'

import { en } from '../messages/en'
import type { Messages } from '../messages/languages'

const MessagesContext = createContext<Messages>(en)

/** Hands the visitor's texts to the components that run in the browser. */
export function MessagesProvider({
  children,
  messages,
}: {
  children: ReactNode
  messages: Messages
}) {
  return <MessagesContext value={messages}>{children}</MessagesContext>
}

/** The visitor's texts, in the browser. */
export function useMessages(): Messages {
  return use(MessagesContext)
}
