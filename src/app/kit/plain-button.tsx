/* The button alone: the lock of a telephone is drawn before the router is there. Everywhere else it is taken from button.tsx. */
import type { ButtonHTMLAttributes } from 'react'

export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet'
export const looks: { readonly [Kind in ButtonKind]: string } = {
  plain: 'btn',
  primary: 'btn primary',
  danger: 'btn danger',
  quiet: 'btn quiet',
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind
  /** True while the action runs: the button stays in place and refuses a second press. */
  readonly busy?: boolean
}
export function Button({ kind = 'plain', busy = false, type = 'button', disabled, className, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`${looks[kind]} ${className ?? ''}`}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    />
  )
}
