/* Panels of other modules on the page of a site, for those who may see them; the page knows none of them. */
import { type ComponentType, Suspense, lazy } from 'react'
import { Loading } from '../../../../app/kit/states.tsx'
import type { SitePart, SitePartProps } from '../../../../app/site/site-part.ts'
import { siteParts } from '../../../../app/site/site-parts.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'

interface Shown extends SitePart {
  readonly Part: ComponentType<SitePartProps>
}
const parts: readonly Shown[] = siteParts.map((one) => ({ ...one, Part: lazy(async () => ({ default: await one.load() })) }))

export function LaidParts({ site, asOf }: SitePartProps) {
  const me = useMe().data
  return parts
    .filter(({ capability }) => mayOpen(capability, me))
    .map(({ key, Part }) => (
      <Suspense key={key} fallback={<Loading />}>
        <Part site={site} asOf={asOf} />
      </Suspense>
    ))
}
