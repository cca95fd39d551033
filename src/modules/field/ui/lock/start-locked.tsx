/*
The beginning of the app on a telephone: locked first, and alone, so that the lock is there soon; what the open telephone is made of is fetched while the
PIN is typed. Once open, its parts are put together and the app takes the place of the lock.
*/
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setOpenVault } from '../../../../app/field/opened-vault.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { lockNow } from '../lock-now.ts'
import { LockScreen } from './lock-screen.tsx'

interface App {
  readonly startApp: (place: HTMLElement, more: null) => Promise<void>
}

/** Who tags bags begins at the scale; everybody else at the shelves. */
const firstScreen = (role: string): string => (role === 'SAEMAPE_AGENT' ? '/weigh/series' : '/field')

export function startLocked(place: HTMLElement, app: () => Promise<App>): void {
  const parts = () =>
    Promise.all([
      app(),
      import('../../../../app/field/open-phone.ts'),
      import('../../../../app/field/pull-rounds.ts'),
      // The lock and the watch are here before there is anything to lock away.
      import('../field-bar.tsx'),
    ])
  const root = createRoot(place)
  const opened = async (vault: OpenVault) => {
    setOpenVault(vault)
    const [{ startApp }, { startPhone }, { fieldRounds }] = await parts()
    await startPhone({
      vault,
      rounds: fieldRounds(vault),
      appVersion: String(import.meta.env['VITE_APP_VERSION'] ?? 'unknown'),
      // Taken out of service while it is open: what is being written is finished, then it is locked; the lock makes the rescue file.
      removed: () => void vault.revoke().finally(lockNow),
    })
    if (location.pathname === '/' || location.pathname === '/field/enrol') history.replaceState(null, '', firstScreen(vault.holder.role))
    root.unmount()
    await startApp(place, null)
  }
  root.render(
    <StrictMode>
      <LockScreen opened={(vault) => void opened(vault)} />
    </StrictMode>,
  )
  // A touch or a key: somebody is here and the PIN comes next.
  for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, () => void parts().catch(() => undefined), { once: true })
}
