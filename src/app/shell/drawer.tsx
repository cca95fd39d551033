/* The same navigation on a phone: behind one button, closed by choosing, by Escape or by touching beside it. */
import { useRouterState } from '@tanstack/react-router'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { Screen } from '../screen.ts'
import type { Me } from '../who.ts'
import { useWords } from '../words.ts'
import { Account } from './account.tsx'
import { Navigation } from './navigation.tsx'

export function Drawer({ screens, me }: { readonly screens: readonly Screen[]; readonly me: Me }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => setOpen(false), [path])
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="btn">
        <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
          <path d="M0 1h18M0 7h18M0 13h18" stroke="currentColor" strokeWidth="2" />
        </svg>
        {t('app.menu')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="drawer" aria-describedby={undefined}>
          <div className="row" style={{ marginBottom: 10 }}>
            <Dialog.Title className="grow">{t('app.menu')}</Dialog.Title>
            <Dialog.Close className="btn">{t('app.close')}</Dialog.Close>
          </div>
          <Navigation screens={screens} me={me} />
          <Account me={me} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
