/*
Starts the app: theme and words, and beside them what is drawn first. A desk takes the whole app at once. A telephone in the field starts locked: it takes
the lock alone, the app while the PIN is typed, and asks its server nothing before it is open.
*/
import './kit/kit.css'
import './shell/shell.css'
import { isFieldDevice } from './device.ts'
import { heedInstallOffers } from './install.ts'
import { reloadWhenKept } from './leaving.ts'
import { applyName } from './neutral-name.ts'
import { startTheme } from './theme.ts'
import { startWords } from './words.ts'

// A part of an older build that the server no longer has, or that failed once and would fail for ever: the page is taken anew instead of staying half open,
// from the kept app or from a server that answers. Where neither is there, the page would be lost whole, so only the screen that lacks its part says so.
window.addEventListener('vite:preloadError', () => void whenItWouldCome().then(reloadWhenKept, () => undefined))
async function whenItWouldCome(): Promise<void> {
  const kept = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined
  if (!kept?.active) await fetch('/sw.js', { method: 'HEAD', cache: 'no-store' })
}

heedInstallOffers()

const app = () => import('./start-app.tsx')

async function start(place: HTMLElement): Promise<void> {
  startTheme()
  applyName(document)
  if (isFieldDevice()) {
    const [{ startLocked }] = await Promise.all([import('../modules/field/ui/lock/start-locked.tsx'), startWords('first')])
    startLocked(place, app)
  } else {
    const [{ startApp }, { deskScreens }] = await Promise.all([app(), import('./screens-desk.ts'), startWords('home')])
    await startApp(place, deskScreens)
  }
}

const place = document.getElementById('app')
if (place) void start(place)
