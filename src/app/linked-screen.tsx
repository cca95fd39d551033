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

const fetched = new Map<Screen, ComponentType<ScreenProps>>()
function fetchedOnce(screen: Screen): ComponentType<ScreenProps> {
  const known = fetched.get(screen) ?? lazy(async () => ({ default: await framedScreen(screen) }))
  fetched.set(screen, known)
  return known
}

export function LinkedScreen() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const found = useMemo(() => findScreen(deskScreens, path), [path])
  if (found === null) return <NotFound />
  const Inside = fetchedOnce(found.screen)
  return (
    <Suspense fallback={<Loading />}>
      <Inside params={found.params} />
    </Suspense>
  )
}
