import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'

import { cn } from './cn'

const buttonStyles = cva('portal-button', {
  defaultVariants: { size: 'md', variant: 'secondary' },
  variants: {
    size: {
      icon: 'size-9',
      'icon-sm': 'size-8',
      md: 'h-9 px-3.5 text-sm',
      sm: 'h-8 px-2.5 text-[0.8125rem]',
      touch: 'h-11 px-4 text-sm sm:h-9 sm:px-3.5',
    },
    variant: {
      danger: 'bg-danger-fill text-on-primary shadow-control hover:bg-danger-fill/90',
      ghost: 'text-muted hover:bg-hover hover:text-ink',
      primary: 'bg-primary text-on-primary shadow-control hover:bg-primary-hover',
      secondary: 'border border-line-strong bg-raised text-ink shadow-control hover:bg-hover',
    },
  },
})

type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyles> & {
    /** Gives the look to the only child, such as a link. */
    asChild?: boolean
  }

/** A button, or a link that looks like one. */
export function Button({ asChild, className, size, type, variant, ...props }: ButtonProps) {
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      className={cn(buttonStyles({ size, variant }), className)}
      type={asChild ? undefined : (type ?? 'button')}
      {...props}
    />
  )
}
