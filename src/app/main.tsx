/* Starts the app: theme, words, then the first drawing. */
import './kit/kit.css'
import './shell/shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { questions } from './ask.ts'
import { createAppRouter } from './router.tsx'
import type { Screen } from './screen.ts'
import { startTheme } from './theme.ts'
import { keepFresh } from './update.ts'
import { startWords } from './words.ts'

// A part of an older build that the server no longer has: the page is taken anew instead of staying half open.
window.addEventListener('vite:preloadError', () => location.reload())

async function start(place: HTMLElement): Promise<void> {
  startTheme()
  await startWords()
  const extra: readonly Screen[] = import.meta.env.DEV ? (await import('./kit/kit-screens.ts')).kitScreens : []
  const router = createAppRouter(extra)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={questions}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
  keepFresh()
}

const place = document.getElementById('app')
if (place) void start(place)
