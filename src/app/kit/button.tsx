/* Buttons and links that look like buttons: 44 px, one primary per screen. */
import { Link } from '@tanstack/react-router'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet'
const looks: { readonly [Kind in ButtonKind]: string } = { plain: 'btn', primary: 'btn primary', danger: 'btn danger', quiet: 'btn quiet' }

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

export interface LinkProps {
  /** A path of the app, filled in: `/sites/0193…`. */
  readonly to: string
  readonly search?: { readonly [name: string]: string }
  readonly children: ReactNode
  readonly className?: string
}
/** A link inside the app. */
export function AppLink({ to, search, children, className }: LinkProps) {
  return (
    <Link to={to} search={search ?? {}} className={className}>
      {children}
    </Link>
  )
}
export function LinkButton({ kind = 'plain', ...link }: LinkProps & { readonly kind?: ButtonKind }) {
  return <AppLink {...link} className={looks[kind]} />
}
