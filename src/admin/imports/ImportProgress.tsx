import type { ReactNode } from 'react'

type ImportProgressProps = {
  children?: ReactNode
  label: string
  max: number
  /** What stands beside the bar, such as how many of how many. */
  said?: string
  value: number
}

/** How far something is. */
export function ImportProgress({ children, label, max, said, value }: ImportProgressProps) {
  return (
    <div className="lm-import__progress">
      <progress aria-label={label} max={max} value={value} />
      <span>{said ?? `${value} %`}</span>
      {children}
    </div>
  )
}
