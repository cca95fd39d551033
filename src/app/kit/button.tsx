/* Buttons and links that look like buttons: 44 px, one primary per screen. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type ButtonKind, looks } from './plain-button.tsx'

export { Button } from './plain-button.tsx'

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
