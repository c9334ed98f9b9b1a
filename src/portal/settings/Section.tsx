import type { ReactNode } from 'react'

type SectionProps = { children: ReactNode; hint: ReactNode; title: string }

/** One matter of the settings: what it is on one side, what can be done on the other. */
export function Section({ children, hint, title }: SectionProps) {
  return (
    <section className="grid gap-x-8 gap-y-4 p-5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] md:p-7">
      <div>
        <h2 className="text-[0.9375rem] font-semibold tracking-[-0.01em]">{title}</h2>
        <p className="text-muted mt-1 text-[0.8125rem] leading-5">{hint}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
