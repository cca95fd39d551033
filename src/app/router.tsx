/*
The addresses of the app, made from the registry of screens. A screen is fetched when its link is near or opened; one frame
around all of them checks who may open it and catches what breaks. A desk brings its own screens as `more`; a telephone finds them when a link leads there.
*/
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { framedScreen } from './framed-screen.tsx'
import { readSearch, writeSearch } from './kit/url-state.ts'
import type { Screen } from './screen.ts'
import { screens } from './screens.ts'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'

export function createAppRouter(more: readonly Screen[] | null) {
  const all = [...screens, ...(more ?? [])]
  const root = createRootRoute({ component: () => <Shell screens={all} />, notFoundComponent: NotFound })
  const routes = all.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: lazyRouteComponent(async () => ({ default: await withParams(screen) })),
    }),
  )
  const linked = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: lazyRouteComponent(async () => ({ default: (await import('./linked-screen.tsx')).LinkedScreen })),
  })
  return createRouter({
    routeTree: root.addChildren(more === null ? [...routes, linked] : routes),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

async function withParams(screen: Screen): Promise<ComponentType> {
  const Framed = await framedScreen(screen)
  return function AtItsAddress() {
    const params: { readonly [name: string]: string } = useParams({ strict: false })
    return <Framed params={params} />
  }
}
