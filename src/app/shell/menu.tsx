/* The button of the navigation on a phone. What it opens is fetched when it is pressed: most visits go where the screen's own links lead. */
import { useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState } from 'react'
import type { Screen } from '../screen.ts'
import type { Me } from '../who.ts'
import { useWords } from '../words.ts'

const Drawer = lazy(async () => ({ default: (await import('./drawer.tsx')).Drawer }))

export function Menu({ screens, me }: { readonly screens: readonly Screen[]; readonly me: Me }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => setOpen(false), [path])
  return (
    <>
      <button type="button" className="btn" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
          <path d="M0 1h18M0 7h18M0 13h18" stroke="currentColor" strokeWidth="2" />
        </svg>
        {t('app.menu')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <Drawer screens={screens} me={me} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
