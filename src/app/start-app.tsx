/* The app itself, with its frame and its screens: at a desk from the beginning, on a telephone once it is open. */
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { questions } from './ask.ts'
import { createAppRouter } from './router.tsx'
import type { Screen } from './screen.ts'
import { keepFresh } from './update.ts'

/** `more`: the screens of a desk; `null` on a telephone, which fetches one of them when a link leads there. */
export async function startApp(place: HTMLElement, more: readonly Screen[] | null): Promise<void> {
  const kit: readonly Screen[] = import.meta.env.DEV ? (await import('./kit/kit-screens.ts')).kitScreens : []
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={questions}>
        <RouterProvider router={createAppRouter(more && [...more, ...kit])} />
      </QueryClientProvider>
    </StrictMode>,
  )
  keepFresh()
}
