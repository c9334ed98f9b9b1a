'use client'

import { createContext, type ReactNode, use } from 'react'

import type { Messages } from '../messages/languages'

const MessagesContext = createContext<Messages | null>(null)

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

/**
 * The visitor's texts, in the browser. Its `brand` is not the seller's: what the settings say is known on the server only.
 *
 * @throws outside of the portal's layout
 */
export function useMessages(): Messages {
  const messages = use(MessagesContext)
  if (!messages) throw new Error('Texts are known below the layout of the portal only.')
  return messages
}
