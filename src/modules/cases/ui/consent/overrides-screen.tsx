/* For who protects data: each time consent was passed over, by whom, for what, and whether another person stood to it in time. Codes only. */
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { OverrideLine, OverrideList } from '../../contract.ts'
import type { RulesShown } from '../../contract-rules.ts'
import { fieldLabels, purposeLabels } from '../../domain/consent/consent-labels.ts'
import { Purpose } from '../../domain/consent/consent-words.ts'
import { say } from '../../domain/label.ts'
import { PackageField } from '../../domain/referral/referral-words.ts'
import { numberIn } from '../../domain/rules/chosen.ts'
import { chosenIn } from '../../domain/rules/rules-wire.ts'
import { useColleagues } from '../file/colleagues.ts'
import { useBodies } from './bodies.ts'

export function OverridesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<OverrideList>('/api/consent-overrides')
  const rules = useAnswer<RulesShown>('/api/case-rules').data
  const hours = rules && numberIn(chosenIn(rules.inForce), 'override-hours')
  return (
    <Page title={t('override.list')} under={t('override.list.under')} answer={answer}>
      {error && !data && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && data.overrides.length === 0 && <EmptyState title={t('override.list.none')} />}
      {data?.overrides.map((one) => (
        <One key={one.override} line={one} />
      ))}
      {data && <p>{t('override.erasures', { n: data.erasuresAsked })}</p>}
      {hours && <Source>{t('override.explain', { hours: hours.value, mark: hours.evidence })}</Source>}
    </Page>
  )
}
function One({ line }: { readonly line: OverrideLine }) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const { person } = useColleagues()
  const { send, sending, error } = useCommand<object>(`/api/cases/${line.case}/protection`)
  const purpose = Purpose.options.find((one) => one === line.purpose)
  const fields = PackageField.options.filter((one) => line.fields.includes(one))
  const confirm = () =>
    void send({ all: [{ about: 'consent', ask: { step: 'confirm-override', override: line.override } }] }).catch(() => null)
  return (
    <Panel title={purpose ? say(purposeLabels, purpose, language) : line.purpose} aside={<b>{t(`override.${line.state}`)}</b>}>
      <div className="stack">
        <span>
          {bodies.name(line.recipient)} · {t('override.by', { account: person(line.by) })}
        </span>
        <span className="small">{fields.map((field) => say(fieldLabels, field, language)).join(', ')}</span>
        <span>
          {t('override.until')} <InstantText at={line.confirmBefore} />
        </span>
        {line.state === 'provisional' && (
          <div className="form-actions">
            <Button busy={sending} onClick={confirm}>
              {t('override.confirm')}
            </Button>
          </div>
        )}
        {error && <ErrorState error={error} />}
      </div>
    </Panel>
  )
}
