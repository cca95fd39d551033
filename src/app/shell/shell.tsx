/*
The frame around every screen: navigation made from the registry and from what the person may open, the account, the banners.
It knows no module. Strangers get the bare frame, without navigation.
*/
import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useRef } from 'react'
import { useOnline } from '../connection.ts'
import { isFieldDevice } from '../device.ts'
import { AppLink, Button } from '../kit/button.tsx'
import { showDaysAhead } from '../kit/clock.ts'
import { Banner } from '../kit/panel.tsx'
import type { Screen } from '../screen.ts'
import { useUpdate } from '../update.ts'
import { useAbout, useMe } from '../who.ts'
import { useWords } from '../words.ts'
import { Account } from './account.tsx'
import { Menu } from './menu.tsx'
import { Navigation } from './navigation.tsx'

/** Fetched after the first drawing: the frame does not wait for it. */
const Bell = lazy(async () => ({ default: (await import('../../modules/notices/ui/bell.tsx')).Bell }))
const bell = (
  <Suspense fallback={null}>
    <Bell />
  </Suspense>
)
/** Only on a telephone in the field: what waits to be sent, the lock, and the watch that locks by itself. */
const FieldBar = lazy(async () => ({ default: (await import('../../modules/field/ui/field-bar.tsx')).FieldBar }))
const fieldBar = (guards: boolean) =>
  isFieldDevice() && (
    <Suspense fallback={null}>
      <FieldBar guards={guards} />
    </Suspense>
  )

export function Shell({ screens }: { readonly screens: readonly Screen[] }) {
  const { t } = useWords()
  const me = useMe().data
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
  }, [path])
  const content = (
    <main id="content" ref={main} tabIndex={-1} className={me ? 'content' : 'content alone'}>
      <Banners />
      <Outlet />
    </main>
  )
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      {me ? (
        <div className="shell">
          <header className="topbar">
            <Menu screens={screens} me={me} />
            <AppLink to="/" className="name">
              {t('app.name')}
            </AppLink>
            {fieldBar(true)}
            {bell}
          </header>
          <aside className="side" aria-label={t('app.menu')}>
            <div className="row tight">
              <AppLink to="/" className="name grow">
                {t('app.name')}
              </AppLink>
              {bell}
            </div>
            <div className="row tight">{fieldBar(false)}</div>
            <Navigation screens={screens} me={me} />
            <Account me={me} />
          </aside>
          {content}
        </div>
      ) : (
        <>
          <div className="row tight">{fieldBar(true)}</div>
          {content}
        </>
      )}
    </>
  )
}

function Banners() {
  const { t } = useWords()
  const online = useOnline()
  const about = useAbout().data
  useEffect(() => showDaysAhead(about?.daysAhead ?? 0), [about?.daysAhead])
  const me = useMe().data
  const update = useUpdate()
  return (
    <>
      {about?.demo === true && (
        <Banner>
          {t('app.demo')} {about.daysAhead > 0 && <b>{t('app.demo.ahead', { n: about.daysAhead })} </b>}
          {me?.secondFactorRule === 'waived' && <>{t('app.demo.one-step')} </>}
          {me && !isFieldDevice() && <AppLink to="/sign-in">{t('app.demo.more')}</AppLink>}
        </Banner>
      )}
      {!online && <Banner tone="calm">{t('app.offline')}</Banner>}
      {update && (
        <Banner tone="calm">
          <span className="row tight">
            {t('app.update')} <Button onClick={update}>{t('app.update.now')}</Button>
          </span>
        </Banner>
      )}
    </>
  )
}
