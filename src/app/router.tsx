/*
The addresses of the app, made from the registry of screens. A screen is fetched when its link is near or opened; one frame
around all of them checks who may open it and catches what breaks.
*/
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { readSearch, writeSearch } from './kit/url-state.ts'
import type { Screen, ScreenProps } from './screen.ts'
import { screens } from './screens.ts'
import { Gate } from './shell/gate.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { needWords } from './words.ts'

export function createAppRouter(extra: readonly Screen[] = []) {
  const all = [...screens, ...extra]
  const root = createRootRoute({ component: () => <Shell screens={all} />, notFoundComponent: NotFound })
  const routes = all.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: lazyRouteComponent(async () => ({ default: framed(screen, await loaded(screen)) })),
    }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

/** A screen and its words come together: none is drawn with holes. */
async function loaded({ load, words }: Screen): Promise<ComponentType<ScreenProps>> {
  const [component] = await Promise.all([load(), needWords(words ?? 'office')])
  return component
}

function framed(screen: Screen, Inside: ComponentType<ScreenProps>): ComponentType {
  return function Framed() {
    const params: { readonly [name: string]: string } = useParams({ strict: false })
    return (
      <Gate capability={screen.capability}>
        <Inside params={params} />
      </Gate>
    )
  }
}
