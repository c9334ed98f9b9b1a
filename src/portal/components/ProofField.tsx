'use client'

import { createContext, type ReactNode, useContext } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { PasswordField } from './PasswordField'

const HasPassword = createContext(true)

/** Tells the fields below whether the customer has a password to be asked for. */
export function PasswordOwner({
  children,
  hasPassword,
}: {
  children: ReactNode
  hasPassword: boolean
}) {
  return <HasPassword value={hasPassword}>{children}</HasPassword>
}

/** Whether the customer has a password. */
export const useHasPassword = (): boolean => useContext(HasPassword)

type ProofFieldProps = { error?: null | string; id: string }

/** The current password; for customers without one, who prove themselves by a fresh login, only what is wrong with that. */
export function ProofField({ error, id }: ProofFieldProps) {
  const { settings } = useMessages()
  if (!useHasPassword()) {
    return error ? <p className="text-danger text-[0.8125rem] leading-5">{error}</p> : null
  }
  return (
    <PasswordField
      autoComplete="current-password"
      error={error}
      id={id}
      label={settings.currentPassword}
      name="password"
      required
    />
  )
}
