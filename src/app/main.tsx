/* Starts the app: theme, words, then the first drawing. A telephone in the field starts locked, and asks its server nothing before it is open. */
import './kit/kit.css'
import './shell/shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { questions } from './ask.ts'
import { isFieldDevice } from './device.ts'
import { heedInstallOffers } from './install.ts'
import { createAppRouter } from './router.tsx'
import type { Screen } from './screen.ts'
import { startTheme } from './theme.ts'
import { keepFresh } from './update.ts'
import { startWords } from './words.ts'

// A part of an older build that the server no longer has: the page is taken anew instead of staying half open.
window.addEventListener('vite:preloadError', () => location.reload())

heedInstallOffers()

async function start(place: HTMLElement): Promise<void> {
  startTheme()
  await startWords()
  const extra: readonly Screen[] = import.meta.env.DEV ? (await import('./kit/kit-screens.ts')).kitScreens : []
  const root = createRoot(place)
  const draw = (inside: ReactNode) =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={questions}>{inside}</QueryClientProvider>
      </StrictMode>,
    )
  const go = () => draw(<RouterProvider router={createAppRouter(extra)} />)
  if (isFieldDevice()) (await import('../modules/field/ui/lock/start-locked.tsx')).startLocked(draw, go)
  else go()
  keepFresh()
}

const place = document.getElementById('app')
if (place) void start(place)
