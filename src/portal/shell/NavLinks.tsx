'use client'

import {
  ExternalLink,
  FileDown,
  Globe,
  KeyRound,
  LayoutDashboard,
  Settings2,
} from '../components/icons'
import { usePathname } from 'next/navigation'

import { AppLink } from '../components/AppLink'
import { cn } from '../components/ui/cn'
import { useMessages } from '../i18n/MessagesProvider'
import { usePages } from './PagesContext'
import { paths } from './paths'

const entriesNow = () =>
  [
    { href: paths.dashboard, icon: LayoutDashboard, name: 'dashboard' },
    { href: paths.licenses, icon: KeyRound, name: 'licenses' },
    { href: paths.activations, icon: Globe, name: 'activations' },
    { href: paths.downloads, icon: FileDown, name: 'downloads' },
    { href: paths.settings, icon: Settings2, name: 'settings' },
  ] as const

const looks = {
  bar: {
    icon: 'hidden',
    link: 'h-9 rounded-lg px-3 text-[0.8125rem] aria-[current]:bg-hover',
    list: 'flex gap-1',
  },
  side: {
    icon: 'size-4 text-faint group-hover:text-ink group-aria-[current]:text-accent',
    link: 'h-9 gap-2.5 rounded-lg px-2.5 hover:bg-hover aria-[current]:bg-hover',
    list: 'grid gap-0.5',
  },
  tabs: {
    icon: 'size-5 group-aria-[current]:text-accent',
    link: 'h-15 flex-col justify-center gap-1 text-[0.6875rem]',
    list: 'grid auto-cols-fr grid-flow-col',
  },
}

type NavLinksProps = { links: { href: string; label: string }[]; look: keyof typeof looks }

/**
 * The way around the portal, without what is switched off.
 *
 * @param links of the host's, after the portal's own
 * @param look side of a wide window, bar of a middling one, tabs at the foot of a phone
 */
export function NavLinks({ links, look }: NavLinksProps) {
  const messages = useMessages()
  const pages = usePages()
  const pathname = usePathname()
  const { icon, link, list } = looks[look]

  return (
    <nav aria-label={messages.nav.label}>
      <ul className={list}>
        {entriesNow()
          .filter(({ name }) => !(name in pages) || pages[name as keyof typeof pages])
          .map(({ href, icon: Icon, name }) => (
            <li key={name}>
              <AppLink
                aria-current={currentOf(pathname, href)}
                className={cn(
                  'group text-muted hover:text-ink flex items-center font-medium transition-colors',
                  'aria-[current]:text-ink',
                  link,
                )}
                href={href}
              >
                <Icon aria-hidden className={cn('shrink-0 transition-colors', icon)} />
                {messages.nav[name]}
              </AppLink>
            </li>
          ))}
        {links.map(({ href, label }) => (
          <li key={href}>
            <a
              className={cn('group text-muted hover:text-ink flex items-center font-medium', link)}
              href={href}
            >
              <ExternalLink aria-hidden className={cn('shrink-0', icon)} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function currentOf(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page'
  return pathname.startsWith(`${href}/`) ? 'true' : undefined
}
