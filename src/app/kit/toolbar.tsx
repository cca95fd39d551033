/* Filters and actions above a list; wraps on a phone, left out on paper. */
import type { ReactNode } from 'react'

export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="toolbar" role="group" aria-label={label}>
      {children}
    </div>
  )
}
