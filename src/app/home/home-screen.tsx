/*
Home says what waits for the person, not what the system can do. It knows no module: each lays its parts here, in order, for
those who may see them: numbers in one row, then panels.
*/
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { Page } from '../kit/page.tsx'
import { EmptyState, Loading } from '../kit/states.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Panel } from '../kit/panel.tsx'
import { mayOpen, useMe } from '../who.ts'
import { useWords } from '../words.ts'
import type { HomePart } from './home-part.ts'
import { homeParts } from './home-parts.ts'

interface Shown extends HomePart {
  readonly Part: ComponentType
}
const parts: readonly Shown[] = homeParts
  .map((part) => ({ ...part, Part: lazy(async () => ({ default: await part.load() })) }))
  .toSorted((a, b) => a.order - b.order)

export function HomeScreen() {
  const { t } = useWords()
  const { data: me, answer } = useMe()
  const mine = parts.filter((part) => mayOpen(part.capability, me))
  const figures = mine.filter((part) => part.place === 'figures')
  return (
    <Page title={t('home.title')} answer={answer}>
      {mine.length === 0 && (
        <EmptyState title={t('home.nothing')}>
          {['sites.register', 'imports.manage'].some((one) => mayOpen(one, me)) && <p>{t('home.nothing.do')}</p>}
          {mayOpen('sites.read', me) && <LinkButton to="/map">{t('home.look')}</LinkButton>}
        </EmptyState>
      )}
      {figures.length > 0 && (
        <div className="figures">
          <Suspense fallback={<Loading />}>
            {figures.map(({ key, Part }) => (
              <Part key={key} />
            ))}
          </Suspense>
        </div>
      )}
      {mine
        .filter((part) => part.place === 'panel')
        .map(({ key, Part }) => (
          <Suspense key={key} fallback={<Loading />}>
            <Part />
          </Suspense>
        ))}
      <Pictures parts={mine.filter((part) => part.place === 'picture')} />
    </Page>
  )
}

/** Charts cost a telephone data and room: there they come when asked for. */
function Pictures({ parts: drawn }: { readonly parts: readonly Shown[] }) {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(() => window.matchMedia('(min-width: 720px)').matches)
  if (drawn.length === 0) return null
  return (
    <Panel title={t('home.pictures')}>
      {isAsked ? (
        <div className="pairs-of-pictures">
          {drawn.map(({ key, Part }) => (
            <Suspense key={key} fallback={<Loading />}>
              <Part />
            </Suspense>
          ))}
        </div>
      ) : (
        <Button onClick={() => setAsked(true)}>{t('home.pictures.show')}</Button>
      )}
    </Panel>
  )
}
