import { type ReactNode, type Ref, useId } from 'react'

type DialogProps = { children: ReactNode; heading: string; ref: Ref<HTMLDialogElement> }

/** A question over the page; at the lower edge on phones. The browser keeps the focus in it and closes it with Escape. */
export function Dialog({ children, heading, ref }: DialogProps) {
  const id = useId()
  return (
    <dialog
      aria-labelledby={id}
      className="bg-raised text-ink shadow-overlay motion-overlay m-auto w-full max-w-md rounded-2xl border p-6 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0 noscript:static noscript:block"
      ref={ref}
    >
      <h3 className="text-base font-semibold wrap-anywhere" id={id}>
        {heading}
      </h3>
      {children}
    </dialog>
  )
}
