import { wellFormed } from '../../support/hostile'
import {
  type Action,
  type Field,
  type Form,
  hiddenFields,
  type Part,
  portalActions,
  scriptParts,
} from './forms'
import { filled, type Fuzzed } from './fuzzedAccount'
import type { Change, Input } from './hostileInput'

/** An action with what a page sends to it; `bound` are its arguments before the form. */
export type Target = {
  action: Action
  bound: unknown[]
  fields: Field[]
  hidden: Field[]
  path: string
}

export type Sending = {
  headers: Record<string, string | undefined>
  parts: Part[]
  path: string
  what: string
}

/** What ends the session that the rest needs. */
export const ending = ['removeAccount', 'submitLogout']

/** These take values of a script, and no form. */
const takesValues = ['beginPasskey', 'beginPasskeyLogin', 'endPasskey', 'endPasskeyLogin']

/** For actions whose form a page shows by script only: in a dialog, or after a step that is not taken here. */
const usualFields = ['id', 'password', 'provider', 'token', 'redirect', 'code', 'name']

/** Every action, with the forms that were found for it, or with one as its page would show it. */
export function targetsOf(forms: Form[], account: Fuzzed): Target[] {
  return portalActions().flatMap((action): Target[] => {
    const found = forms.filter(({ actionId }) => actionId === action.id)
    if (found.length > 0) return found.map((form) => ({ ...form, action, bound: boundIn(form) }))
    const bound = Array.from({ length: Math.max(action.takes - 1, 0) }, () => ({}))
    const fields = usualFields.map((name): Field => [name, ''])
    const hidden = hiddenFields(action.id, bound)
    return [{ action, bound, fields, hidden, path: filled(action.page, account) }]
  })
}

function boundIn({ hidden }: Form): unknown[] {
  const written = hidden.find(([name]) => /^\$ACTION_\d+:1$/.test(name))
  return written ? (JSON.parse(written[1]) as unknown[]) : []
}

/** The request of an input. */
export function sendingOf(input: Input, targets: Target[], account: Fuzzed): Sending {
  const target = targets[input.target % targets.length] as Target
  const { action } = target
  const isScript = input.isScript || takesValues.includes(action.name)
  const next = () => input.bound.next().value as { isKept: boolean; value: unknown }
  const { count } = input
  const bound =
    count === null
      ? target.bound.map((kept) => {
          const { isKept, value } = next()
          return isKept ? kept : value
        })
      : Array.from({ length: count }, () => next().value)
  const fields = [
    ...target.fields.flatMap((field) =>
      change(field, input.changes.next().value as Change, account),
    ),
    ...input.extra.map(([name, value]) => ({ name, value })),
  ]
  const values = Array.from({ length: count ?? action.takes }, () => next().value)
  const isWithoutForm = count !== null && !input.hasForm
  const parts =
    takesValues.includes(action.name) || isWithoutForm
      ? scriptParts(values, null)
      : scriptParts(bound, fields)
  return {
    headers: {
      'next-action': isScript ? action.id : undefined,
      ...(input.origin === null ? {} : { origin: input.origin || undefined }),
    },
    parts: isScript ? parts : [...hiddenParts(target, bound, count !== null), ...fields],
    path: addressOf(input, target, account),
    what: `${isScript ? 'script' : 'form'} ${action.name}`,
  }
}

/** The hidden fields of a form as they are, with the bound arguments replaced. */
function hiddenParts({ action, hidden }: Target, bound: unknown[], isCounted: boolean): Part[] {
  const fields = bound.length > 0 || isCounted ? hiddenFields(action.id, bound) : hidden
  return fields.map(([name, value]) => ({ name, value }))
}

function change([name, kept]: Field, change: Change, account: Fuzzed): Part[] {
  const known: Record<string, string> = {
    current: account.password,
    email: account.email,
    password: account.password,
  }
  const right: Part = { name, value: kept || (known[name] ?? kept) }
  switch (change.kind) {
    case 'file':
      return [{ fileName: change.name, name, value: change.bytes }]
    case 'kept':
      return [right]
    case 'missing':
      return []
    case 'repeated':
      return [{ name, value: change.text }, right]
    default:
      return [{ name, value: change.text }]
  }
}

function addressOf({ id, query }: Input, { path }: Target, account: Fuzzed): string {
  const own = new RegExp(`${account.activationId}|${account.licenseId}`)
  const [page = '', search = ''] = path.split('?')
  const part = id === null ? null : encodeURIComponent(wellFormed(id).slice(0, 300)) || 'x'
  const params = new URLSearchParams(search)
  for (const [name, value] of query) params.set(name, wellFormed(value).slice(0, 300))
  return `${part === null ? page : page.replace(own, part)}?${params.toString()}`
}
