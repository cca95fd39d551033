/* The beginning of the app on a telephone: locked first; once open, its parts are put together and the app is drawn by whoever asked. */
import type { ReactNode } from 'react'
import { setOpenVault } from '../../../../app/field/opened-vault.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { LockScreen } from './lock-screen.tsx'

/** `draw` shows the lock; `go` is called when the telephone is open. */
export function startLocked(draw: (locked: ReactNode) => void, go: () => void): void {
  const opened = async (vault: OpenVault) => {
    setOpenVault(vault)
    // What sends and receives is not needed to draw the lock.
    const [{ startPhone }, { fieldRounds }] = await Promise.all([
      import('../../../../app/field/open-phone.ts'),
      import('../../../../app/field/pull-rounds.ts'),
      // The lock and the watch are here before there is anything to lock away.
      import('../field-bar.tsx'),
    ])
    const { sync } = await startPhone({
      vault,
      rounds: fieldRounds(vault),
      appVersion: String(import.meta.env['VITE_APP_VERSION'] ?? 'unknown'),
    })
    // Revoked at the next contact: what is open stays open until it is locked, so that a rescue file can be made.
    const stop = sync.listen(() => {
      if (sync.state().trouble !== 'device-removed') return
      stop()
      void vault.revoke()
    })
    if (location.pathname === '/' || location.pathname === '/field/enrol') history.replaceState(null, '', '/field')
    go()
  }
  draw(<LockScreen opened={(vault) => void opened(vault)} />)
}
