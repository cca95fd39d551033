/* Safety: shutting an office, answering a breach, looking after accounts. Each part shows itself to whom it is the business of. */
import { Page } from '../../../../app/kit/page.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { AlertsPanel } from './alerts-panel.tsx'
import { BreachesPanel } from './breaches-panel.tsx'
import { CarePanel } from './care-panel.tsx'
import { FactorsPanel } from './factors-panel.tsx'
import { LimitsPanel } from './limits-panel.tsx'
import { OfficesPanel } from './offices-panel.tsx'
import { TrainingsPanel } from './trainings-panel.tsx'

export function SafetyScreen() {
  const { t } = useWords()
  const { data: me, answer } = useMe()
  const watches = mayOpen('cases.protect-data', me)
  return (
    <Page title={t('shield.title')} under={t('shield.under')} answer={answer} discreet>
      <OfficesPanel />
      {watches && <BreachesPanel />}
      {watches && <AlertsPanel />}
      {(watches || mayOpen('people.manage', me)) && <CarePanel />}
      {mayOpen('cases.lock-down', me) && <FactorsPanel />}
      <TrainingsPanel />
      <LimitsPanel />
    </Page>
  )
}
