import { fill } from '../../text/fill'
import type { I18n } from '../i18n/getI18n'

type SlotUsageProps = {
  i18n: I18n
  /** Null: no limit. */
  total: null | number
  used: number
}

/** How many installations a licence runs on and how many more it allows. The bar repeats it for the eye. */
export function SlotUsage({ i18n: { count, format, messages }, total, used }: SlotUsageProps) {
  const usedText = format.number(used)
  if (total === null) {
    return (
      <div className="max-w-44 min-w-32">
        <UsageText
          left={messages.licenses.unlimited}
          used={fill(messages.licenses.usedUnlimited, { used: usedText })}
        />
      </div>
    )
  }
  const left = Math.max(total - used, 0)
  return (
    <div className="max-w-44 min-w-32">
      <UsageText
        left={count(messages.licenses.left, left)}
        used={fill(messages.licenses.used, { total: format.number(total), used: usedText })}
      />
      <svg aria-hidden className="mt-1.5 block h-1 w-full overflow-hidden rounded-full">
        <rect className="fill-line" height="100%" width="100%" />
        <rect
          className={left === 0 ? 'fill-warning-fill' : 'fill-accent'}
          height="100%"
          rx="2"
          width={`${Math.min((used / total) * 100, 100)}%`}
        />
      </svg>
    </div>
  )
}

function UsageText({ left, used }: { left: string; used: string }) {
  return (
    <span className="flex items-baseline justify-between gap-3 whitespace-nowrap tabular-nums">
      <span>{used}</span>
      <span className="text-muted text-xs">{left}</span>
    </span>
  )
}
