'use client'

import { ChevronsUpDown, LogOut, Monitor, Moon, Settings2, Sun } from '../components/icons'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, startTransition } from 'react'

import { Avatar } from '../avatar/Avatar'
import { AppLink } from '../components/AppLink'
import { cn } from '../components/ui/cn'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { chooseTheme } from '../theme/chooseTheme'
import { type Theme, themes } from '../theme/theme'
import { paths } from './paths'

const themeIcons = { dark: Moon, light: Sun, system: Monitor }

const itemStyles = cn(
  'flex h-9 items-center gap-2.5 rounded-md px-2.5 text-[0.8125rem] outline-none select-none',
  'data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:text-faint',
)

type AccountMenuProps = {
  customer: { avatar: null | string; email: string; name: string }
  look: 'compact' | 'wide'
  theme: Theme
}

/** Who is logged in, and what they can do about it: look, settings, log out. */
export function AccountMenu({ customer, look, theme }: AccountMenuProps) {
  const messages = useMessages()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={fill(messages.nav.accountMenu, { name: customer.name })}
        className={cn(
          'flex items-center gap-2.5 rounded-lg text-left transition-colors noscript:hidden',
          look === 'wide' ? 'hover:bg-hover data-[state=open]:bg-hover w-full p-2' : 'rounded-full',
        )}
      >
        <Avatar name={customer.name} size="sm" version={customer.avatar} />
        {look === 'wide' && (
          <>
            <Identity email={customer.email} name={customer.name} />
            <ChevronsUpDown aria-hidden className="text-faint size-4 shrink-0" />
          </>
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align={look === 'wide' ? 'start' : 'end'}
        className="bg-raised shadow-overlay z-40 w-60 rounded-xl border p-1.5"
        collisionPadding={12}
        side={look === 'wide' ? 'top' : 'bottom'}
        sideOffset={8}
      >
        {look === 'compact' && (
          <DropdownMenu.Label className="mb-1.5 border-b px-2.5 pt-1.5 pb-3">
            <Identity email={customer.email} name={customer.name} />
          </DropdownMenu.Label>
        )}
        <DropdownMenu.Label className="text-muted px-2.5 pt-1.5 pb-1 text-xs">
          {messages.theme.label}
        </DropdownMenu.Label>
        <DropdownMenu.RadioGroup
          onValueChange={(value) => startTransition(() => chooseTheme(value))}
          value={theme}
        >
          {themes.map((choice) => {
            const Icon = themeIcons[choice]
            return (
              <DropdownMenu.RadioItem
                className={cn(itemStyles, 'data-[state=checked]:font-medium')}
                key={choice}
                value={choice}
              >
                <Icon aria-hidden />
                <span className="flex-1">{messages.theme[choice]}</span>
                <DropdownMenu.ItemIndicator className="bg-accent size-1.5 rounded-full" />
              </DropdownMenu.RadioItem>
            )
          })}
        </DropdownMenu.RadioGroup>
        <DropdownMenu.Separator className="bg-line my-1.5 h-px" />
        <MenuLink href={paths.settings}>
          <Settings2 aria-hidden />
          {messages.nav.settings}
        </MenuLink>
        <MenuLink href={paths.logout}>
          <LogOut aria-hidden />
          {messages.nav.logOut}
        </MenuLink>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

function MenuLink({ children, href }: { children: ReactNode; href: string }) {
  return (
    <DropdownMenu.Item asChild>
      <AppLink className={itemStyles} href={href}>
        {children}
      </AppLink>
    </DropdownMenu.Item>
  )
}

function Identity({ email, name }: { email: string; name: string }) {
  return (
    <span className="block min-w-0 flex-1">
      <span className="block truncate text-[0.8125rem] leading-5 font-medium">{name}</span>
      <span className="text-muted block truncate text-xs leading-4 font-normal">{email}</span>
    </span>
  )
}
