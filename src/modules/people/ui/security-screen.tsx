/* One's own account: who the server says one is, two-step confirmation, devices, the way out everywhere. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../../../app/api.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { roleText } from '../../../app/shell/preferences.tsx'
import { forgetAnswers, type Me, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { DevicesPanel } from './devices-panel.tsx'
import { TwoStepPanel } from './two-step-panel.tsx'

export function SecurityScreen() {
  const { t } = useWords()
  const { data: me, answer, again } = useMe()
  if (!me) return null
  return (
    <Page title={t('security.title')} answer={answer}>
      <div className="columns">
        <WhoPanel me={me} />
        <TwoStepPanel on={me.secondFactor} rule={me.secondFactorRule} resetAt={me.secondFactorResetAt} changed={again} />
      </div>
      <DevicesPanel account={me.account} />
      {me.capabilities.includes('cases.hold-key') && (
        <Panel title={t('security.files')}>
          <div className="row">
            <AppLink to="/undertaking">{t('security.undertaking')}</AppLink>
            {me.capabilities.includes('cases.work') && <AppLink to="/devices/mine">{t('security.enrol-own')}</AppLink>}
          </div>
        </Panel>
      )}
      <SignOutPanel />
    </Page>
  )
}

function WhoPanel({ me }: { readonly me: Me }) {
  const { t } = useWords()
  const rows = [
    [t('security.name'), me.name ?? t('app.unknown')],
    [t('security.roles'), me.roles.map(roleText).join(', ') || t('app.none')],
    [t('security.account-number'), me.account],
    [t('security.organisation'), me.organisation?.name ?? t('app.no-organisation')],
    [t('security.territory'), me.territory === 'everywhere' ? t('security.everywhere') : me.territory.join(', ') || t('app.none')],
  ]
  return (
    <Panel title={t('security.who')}>
      <dl className="facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function SignOutPanel() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    try {
      await post('/api/sign-out-everywhere', {})
      await forgetAnswers()
      await navigate({ to: '/sign-in' })
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <Panel title={t('security.sign-out')}>
      <div className="stack">
        <p>{t('security.sign-out.explain')}</p>
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="danger" onClick={() => void leave()}>
            {t('app.sign-out-everywhere')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
