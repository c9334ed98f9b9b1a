'use client'

import { ChevronRight, Globe, KeyRound, type Icon, Unplug, UserRound } from '../components/icons'

import { AppLink } from '../components/AppLink'
import { Card, SectionHeading } from '../components/ui/Card'
import { useMessages } from '../i18n/MessagesProvider'
import { listHref } from '../listing/listParams'
import { paths } from '../shell/paths'
import type { PortalPages } from '../shell/portalPages'

type QuickActionListProps = { canDeactivate: boolean; pages: PortalPages }

/** Links to what customers come for most. */
export function QuickActionList({ canDeactivate, pages }: QuickActionListProps) {
  const { dashboard: texts } = useMessages()
  return (
    <section aria-labelledby="quick-actions">
      <SectionHeading id="quick-actions">{texts.quickActions}</SectionHeading>
      <Card className="mt-3 overflow-hidden">
        <ul className="divide-y">
          {pages.licenses && (
            <QuickAction
              hint={texts.findLicenseHint}
              href={paths.licenses}
              icon={KeyRound}
              title={texts.findLicense}
            />
          )}
          {pages.activations &&
            (canDeactivate ? (
              <QuickAction
                hint={texts.freeSlotHint}
                href={listHref(paths.activations, { filter: 'active' })}
                icon={Unplug}
                title={texts.freeSlot}
              />
            ) : (
              <QuickAction
                hint={texts.viewInstallationsHint}
                href={paths.activations}
                icon={Globe}
                title={texts.viewInstallations}
              />
            ))}
          <QuickAction
            hint={texts.editProfileHint}
            href={paths.settings}
            icon={UserRound}
            title={texts.editProfile}
          />
        </ul>
      </Card>
    </section>
  )
}

type QuickActionProps = { hint: string; href: string; icon: Icon; title: string }

function QuickAction({ hint, href, icon: Icon, title }: QuickActionProps) {
  return (
    <li>
      <AppLink
        className="group hover:bg-canvas flex min-h-16 items-center gap-3.5 px-4 py-3 -outline-offset-2 transition-colors md:px-5"
        href={href}
      >
        <Icon aria-hidden className="text-accent size-4.5 shrink-0 stroke-[1.75]" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{title}</span>
          <span className="text-muted mt-0.5 block text-[0.8125rem] leading-5">{hint}</span>
        </span>
        <ChevronRight
          aria-hidden
          className="text-faint size-4 shrink-0 transition-transform group-hover:translate-x-0.5"
        />
      </AppLink>
    </li>
  )
}
