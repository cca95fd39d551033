/*
Lets a screen open for those who may: a stranger is asked to sign in and comes back here, another role is told why not. What
breaks inside a screen is caught here, so that the frame stays usable.
*/
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Component, type ReactNode, useEffect } from 'react'
import { isFieldDevice } from '../device.ts'
import { Page } from '../kit/page.tsx'
import { EmptyState, ErrorState, Loading } from '../kit/states.tsx'
import type { Needed } from '../screen.ts'
import { mayOpen, useMe } from '../who.ts'
import { t, useWords } from '../words.ts'

export function Gate({ capability, children }: { readonly capability: Needed; readonly children: ReactNode }) {
  const words = useWords()
  const me = useMe()
  const here = useLocation()
  const navigate = useNavigate()
  // The address may already be the next one while this screen is still drawn.
  const mustSignIn = capability !== 'anyone' && me.stranger && here.pathname !== '/sign-in' && !isFieldDevice()
  useEffect(() => {
    if (mustSignIn) void navigate({ to: '/sign-in', search: here.href === '/' ? {} : { to: here.href }, replace: true })
  }, [mustSignIn, here.href, navigate])
  if (capability !== 'anyone' && !me.data)
    return me.error && (!me.stranger || isFieldDevice()) ? <ErrorState error={me.error} again={me.again} /> : <Loading />
  if (!mayOpen(capability, me.data)) {
    return (
      <Page title={words.t('app.not-allowed')}>
        <EmptyState title={words.t('app.not-allowed.do')} />
      </Page>
    )
  }
  return <Catch key={here.pathname}>{children}</Catch>
}

class Catch extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state = { error: null }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <>
        <ErrorState error={this.state.error} again={() => this.setState({ error: null })} />
        <p className="small">{t('app.not-found.do')}</p>
      </>
    )
  }
}
