/* The same navigation on a phone: behind one button, closed by choosing, by Escape or by touching beside it. */
import { Dialog } from 'radix-ui'
import type { Screen } from '../screen.ts'
import type { Me } from '../who.ts'
import { useWords } from '../words.ts'
import { Account } from './account.tsx'
import { Navigation } from './navigation.tsx'

export interface DrawerProps {
  readonly screens: readonly Screen[]
  readonly me: Me
  readonly close: () => void
}
export function Drawer({ screens, me, close }: DrawerProps) {
  const { t } = useWords()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
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
