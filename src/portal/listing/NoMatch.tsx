import { SearchX } from '../components/icons'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n } from '../i18n/getI18n'

/** A list of which nothing matches, and the way back to all of it. */
export async function NoMatch({ path }: { path: string }) {
  const { messages } = await getI18n()
  return (
    <EmptyState
      action={
        <Button asChild>
          <AppLink href={path}>{messages.list.reset}</AppLink>
        </Button>
      }
      icon={SearchX}
      title={messages.list.noMatch}
    >
      {messages.list.noMatchHint}
    </EmptyState>
  )
}
