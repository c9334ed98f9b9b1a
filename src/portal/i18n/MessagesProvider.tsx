'use client'

import { createContext, type ReactNode, use } from 'react'

import { languages, type Messages } from '../messages/languages'

const MessagesContext = createContext<Messages | null>(null)

/**
 * Gives the components that run in the browser the visitor's texts. The tables are a file that the browser keeps: handed over with each
 * page, they would be a third of it. It stays the same component for every language, so that nothing below starts anew with another.
 */
export function MessagesProvider({
  children,
  language,
}: {
  children: ReactNode
  language: string
}) {
  return <MessagesContext value={languages[language] ?? null}>{children}</MessagesContext>
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
