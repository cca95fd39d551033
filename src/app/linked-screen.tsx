/*
On a telephone, every address that its own list of screens does not have: the list of the desk is fetched with the first of them, and the screen from it. A
telephone so gets wherever a link leads, and carries nothing of it before.
*/
import { useRouterState } from '@tanstack/react-router'
import { type ComponentType, Suspense, lazy, useMemo } from 'react'
import { findScreen } from './find-screen.ts'
import { framedScreen } from './framed-screen.tsx'
import { Loading } from './kit/states.tsx'
import type { Screen, ScreenProps } from './screen.ts'
import { deskScreens } from './screens-desk.ts'
import { NotFound } from './shell/not-found.tsx'

interface Linked extends Screen {
  readonly Framed: ComponentType<ScreenProps>
}
const linked: readonly Linked[] = deskScreens.map((screen) => ({
  ...screen,
  Framed: lazy(async () => ({ default: await framedScreen(screen) })),
}))

export function LinkedScreen() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const found = useMemo(() => findScreen(linked, path), [path])
  if (found === null) return <NotFound />
  return (
    <Suspense fallback={<Loading />}>
      <found.screen.Framed params={found.params} />
    </Suspense>
  )
}
