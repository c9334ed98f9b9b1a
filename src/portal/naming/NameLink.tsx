'use client'

import { Pencil } from '../components/icons'

import { fill } from '../../text/fill'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'

/** Leads to the page where an installation gets its name. */
export function NameLink({ href, installation }: { href: string; installation: string }) {
  const { naming } = useMessages()
  return (
    <Button
      aria-label={fill(naming.action, { installation })}
      asChild
      className="-my-1 -ml-1.5"
      size="icon-sm"
      variant="ghost"
    >
      <AppLink href={href}>
        <Pencil aria-hidden className="size-3.5" />
      </AppLink>
    </Button>
  )
}
