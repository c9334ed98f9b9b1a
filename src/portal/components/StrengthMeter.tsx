'use client'

import { useEffect, useState } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { cn } from './ui/cn'

type StrengthMeterProps = { knownWords: string[]; password: string }

type Level = 0 | 1 | 2 | 3 | 4

const levels = [0, 1, 2, 3] as const
const colors = ['bg-danger-fill', 'bg-danger-fill', 'bg-warning', 'bg-success', 'bg-success']
const waitMs = 150

/** How hard a password is to guess, by the same estimate as the server's. Its word lists are loaded when something is typed. */
export function StrengthMeter({ knownWords, password }: StrengthMeterProps) {
  const { strength } = useMessages()
  const level = useStrength(password, knownWords.join('\n'))
  if (!password || level === null) return null
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden className="flex flex-1 gap-1">
        {levels.map((step) => (
          <span
            className={cn(
              'h-1 flex-1 rounded-full',
              step < level || (step === 0 && level === 0) ? colors[level] : 'bg-line',
            )}
            key={step}
          />
        ))}
      </div>
      <p aria-live="polite" className="text-muted text-xs">
        <span className="sr-only">{strength.label}: </span>
        {strength[`level${level}`]}
      </p>
    </div>
  )
}

function useStrength(password: string, knownWords: string): Level | null {
  const [level, setLevel] = useState<Level | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void import('../../accounts/passwords/guessability').then(({ guessability }) => {
        if (isCurrent) setLevel(guessability(password, knownWords.split('\n')) as Level)
      })
    }, waitMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [knownWords, password])
  return level
}
