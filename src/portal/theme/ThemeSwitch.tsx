'use client'

import { Monitor, Moon, Sun } from '../components/icons'

import { cn } from '../components/ui/cn'
import { useMessages } from '../i18n/MessagesProvider'
import { setTheme } from './setTheme'
import { showTheme } from './showTheme'
import { type Theme, themes } from './theme'

const icons = { dark: Moon, light: Sun, system: Monitor }

/**
 * Light, dark, or as the system has it. A form, so that it works without JavaScript; with it, the look changes at once.
 *
 * @param theme the one in force
 */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const messages = useMessages()
  return (
    <form action={setTheme}>
      <fieldset className="bg-canvas inline-flex gap-0.5 rounded-lg border p-0.5">
        <legend className="sr-only">{messages.theme.label}</legend>
        {themes.map((choice) => {
          const Icon = icons[choice]
          return (
            <button
              aria-pressed={choice === theme}
              className={cn(
                'text-muted flex h-10 items-center gap-1.5 rounded-md px-3 text-[0.8125rem] font-medium sm:h-8',
                'hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink transition-colors',
                'aria-pressed:shadow-control',
              )}
              key={choice}
              name="theme"
              onClick={() => showTheme(choice)}
              type="submit"
              value={choice}
            >
              <Icon aria-hidden className="size-3.5" />
              {messages.theme[choice]}
            </button>
          )
        })}
      </fieldset>
    </form>
  )
}
