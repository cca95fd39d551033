/* The plan of a risk that is mitigated: measures, partners, indicators from baseline to target, and the clock that ends in success or in suspension. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { Button } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../app/kit/field.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import { useWords } from '../../../app/words.ts'
import type { RiskDetail } from '../contract.ts'
import { riskRulebook } from '../domain/risk-rules.ts'
import { IndicatorWay } from './indicator-way.tsx'
import { numberOf } from './reading-form.ts'
import { ReadDialog } from './read-dialog.tsx'
import { ReadingLines } from './reading-lines.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface Parts {
  readonly id: string
  readonly data: RiskDetail
  readonly again: () => void
}
export function PlanPanel({ id, data, again }: Parts) {
  const { t } = useWords()
  const [newest] = data.plans
  const running = newest && (newest.plan.state === 'proposed' || newest.plan.state === 'adopted')
  const may = data.may.assess && data.summary.state !== 'closed'
  return (
    <Panel
      title={t('plan.title')}
      aside={
        may && (
          <span className="row tight">
            {newest?.plan.state !== 'adopted' && <ProposeDialog id={id} again={again} />}
            {newest?.plan.state === 'proposed' && <AdoptDialog id={id} again={again} />}
          </span>
        )
      }
    >
      {data.plans.length === 0 && <EmptyState title={t('plan.none')}>{t('plan.none.do')}</EmptyState>}
      {data.plans.map((one) => (
        <PlanPart key={one.plan.id} id={id} shown={one} />
      ))}
      {may && running && newest.plan.state === 'adopted' && (
        <div className="form-actions">
          <ReadDialog id={id} again={again} indicators={newest.indicators} />
          {data.may.decide && !data.may.succeed && <p className="small">{t('plan.second-person')}</p>}
          {data.may.decide && (
            <>
              {data.may.succeed && (
                <ReasonDialog
                  {...{
                    title: t('plan.succeed'),
                    explain: t('plan.succeed.explain'),
                    path: `/api/risks/${id}/plan-successes`,
                    onDone: again,
                  }}
                  kind="primary"
                />
              )}
              <ReasonDialog
                {...{ title: t('plan.fail'), explain: t('plan.fail.explain'), path: `/api/risks/${id}/plan-failures`, onDone: again }}
                kind="danger"
              />
            </>
          )}
        </div>
      )}
      <Source>{t('plan.success-rule', { mark: riskRulebook.values.secondPersonForSuccess.evidence })}</Source>
      <Source>{t('plan.rule', { months: riskRulebook.values.planMonths.value, mark: riskRulebook.values.planMonths.evidence })}</Source>
    </Panel>
  )
}

function PlanPart({ id, shown }: { readonly id: string; readonly shown: RiskDetail['plans'][number] }) {
  const { t, language } = useWords()
  const { plan, partners, indicators, ended } = shown
  return (
    <section className="stack" aria-label={t(`plan.state.${plan.state}`)}>
      <Pairs
        lines={[
          [t('plan.state'), t(`plan.state.${plan.state}`)],
          [t('plan.measures'), plan.measures],
          [t('plan.partners'), partners.length === 0 ? '–' : partners.join(', ')],
          [t('plan.adopted'), <DateText key="a" date={plan.adoptedOn} otherwise="–" />],
          [t('plan.deadline'), <DateText key="d" date={plan.deadline} otherwise="–" />],
          ...(ended === null ? [] : [[t('plan.ended'), ended] as const]),
        ]}
      />
      {indicators.map((indicator) => (
        <figure key={indicator.name} style={{ margin: 0 }}>
          <figcaption>
            <strong>{indicator.name}</strong> ({indicator.unit}) ·{' '}
            {t(indicator.reached ? 'plan.reached' : 'plan.not-reached', {
              ...{ baseline: numberText(language, indicator.baseline), target: numberText(language, indicator.target) },
            })}
          </figcaption>
          <IndicatorWay indicator={indicator} plan={plan} />
          <ReadingLines risk={id} readings={indicator.readings} />
        </figure>
      ))}
    </section>
  )
}

const blank = { name: '', unit: '', baseline: '', target: '' }
function ProposeDialog({ id, again }: Omit<Parts, 'data'>) {
  const { t } = useWords()
  const [measures, setMeasures] = useState('')
  const [partners, setPartners] = useState('')
  const [rows, setRows] = useState([blank])
  const set = (index: number, change: Partial<typeof blank>) => setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  const indicators = rows.flatMap((row) => {
    const [baseline, target] = [numberOf(row.baseline), numberOf(row.target)]
    const name = row.name.trim()
    return name === '' || row.unit.trim() === '' || baseline === null || target === null
      ? []
      : [{ name, unit: row.unit.trim(), baseline, target }]
  })
  const listed = partners
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  return (
    <ActDialog
      title={t('plan.propose')}
      explain={t('plan.propose.explain')}
      go={t('plan.propose.go')}
      path={`/api/risks/${id}/plans`}
      data={
        measures.trim() === '' || indicators.length !== rows.length ? null : { measures: measures.trim(), partners: listed, indicators }
      }
      onDone={again}
    >
      <LongTextField label={t('plan.measures')} value={measures} onValue={setMeasures} maxLength={2000} required />
      <LongTextField label={t('plan.partners')} hint={t('plan.partners.hint')} value={partners} onValue={setPartners} rows={2} />
      {rows.map((row, index) => (
        <fieldset key={index} className="stack">
          <legend>{t('plan.indicator', { n: index + 1 })}</legend>
          <TextField label={t('plan.indicator.name')} value={row.name} onValue={(name) => set(index, { name })} maxLength={160} required />
          <TextField label={t('plan.indicator.unit')} value={row.unit} onValue={(unit) => set(index, { unit })} maxLength={40} required />
          <div className="field-row two">
            <TextField
              label={t('plan.indicator.baseline')}
              value={row.baseline}
              onValue={(baseline) => set(index, { baseline })}
              inputMode="decimal"
              required
            />
            <TextField
              label={t('plan.indicator.target')}
              value={row.target}
              onValue={(target) => set(index, { target })}
              inputMode="decimal"
              required
            />
          </div>
        </fieldset>
      ))}
      {rows.length < 10 && <Button onClick={() => setRows([...rows, blank])}>{t('plan.indicator.more')}</Button>}
    </ActDialog>
  )
}
function AdoptDialog({ id, again }: Omit<Parts, 'data'>) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [until, setUntil] = useState('')
  return (
    <ActDialog
      title={t('plan.adopt')}
      explain={t('plan.adopt.explain', { months: riskRulebook.values.planMonths.value })}
      go={t('plan.adopt')}
      path={`/api/risks/${id}/plan-adoptions`}
      data={on === '' ? null : { on, ...(until === '' ? {} : { until }) }}
      onDone={again}
    >
      <DateField label={t('plan.adopted')} value={on} onValue={setOn} max={todayHere()} required />
      <DateField label={t('plan.deadline')} hint={t('plan.deadline.hint')} value={until} onValue={setUntil} />
    </ActDialog>
  )
}
