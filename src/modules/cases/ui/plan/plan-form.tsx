/* Writing a plan: goals under their pillars with a day, services with when they are needed and by whom. Words of goals are sealed here. */
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { Pillar, PlanDomain } from '../../domain/case/plan.ts'
import { domainLabels, pillarLabels } from '../../domain/case/plan-labels.ts'
import type { OneCommand, PayloadOf } from '../../domain/file/file-words.ts'
import { ServiceType } from '../../domain/referral/referral-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { type Bodies, useBodies } from '../consent/bodies.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import {
  type GoalRow,
  type ServiceRow,
  draftFrom,
  emptyGoal,
  emptyService,
  isReady,
  planIdFor,
  timeframes,
  writePlan,
} from './plan-draft.ts'

interface Props extends PartProps {
  readonly written: PayloadOf<'case-plan.written.v1'> | null
  /** What was approved is taken up again: the case goes back to planning in the same step as the new version is written. */
  readonly isRevision: boolean
  readonly onDone: () => void
}
const replaced = <Row,>(rows: readonly Row[], at: number, row: Row | null): readonly Row[] =>
  rows.flatMap((one, index) => (index === at ? (row === null ? [] : [row]) : [one]))

export function PlanForm({ work, written, isRevision, onDone }: Props) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const [draft, setDraft] = useState(() => draftFrom(written))
  const { act, sending, error } = useSteps(work)
  const save = async () => {
    const sent = await act(async () => {
      const all: OneCommand[] = isRevision ? [{ about: 'case', ask: { step: 'revise-plan' } }] : []
      const wordings = new Map<string, SealedRef>()
      for (const { goal, words } of draft.goals) {
        if (words.trim() === '') continue
        const sealed = await work.seal('narrative', 'plan', words)
        if (!sealed.ok) return sealed
        all.push(sealed.value.command)
        wordings.set(goal, sealed.value.ref)
      }
      const plan = planIdFor(work.whole.file.plan, newId)
      return accepted({ all: [...all, { about: 'plan', ask: writePlan(draft, { plan, wordings }) }] })
    })
    if (sent) onDone()
  }
  return (
    <Panel title={t('case-plan.title')}>
      <div className="stack">
        {isRevision && <Note tone="calm">{t('plan.revise.explain')}</Note>}
        {draft.goals.map((row, at) => (
          <GoalFields key={row.goal} row={row} set={(next) => setDraft({ ...draft, goals: replaced(draft.goals, at, next) })} />
        ))}
        <div className="form-actions">
          {Pillar.options.map((pillar) => (
            <Button
              key={pillar}
              onClick={() => setDraft({ ...draft, goals: [...draft.goals, emptyGoal(newId(), pillar, addDays(todayHere(), 90))] })}
            >
              {t('plan.add-goal', { pillar: optionsOf(pillarLabels, [pillar], language)[0]?.label ?? '' })}
            </Button>
          ))}
        </div>
        {draft.services.map((row, at) => (
          <ServiceFields
            key={row.service}
            row={row}
            goals={draft.goals}
            bodies={bodies}
            now={work.now}
            set={(next) => setDraft({ ...draft, services: replaced(draft.services, at, next) })}
          />
        ))}
        <div className="form-actions">
          <Button onClick={() => setDraft({ ...draft, services: [...draft.services, emptyService(newId(), draft.goals[0]?.goal ?? '')] })}>
            {t('plan.add-service')}
          </Button>
        </div>
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button onClick={onDone}>{t('app.close')}</Button>
          <Button kind="primary" busy={sending} disabled={!isReady(draft)} onClick={() => void save()}>
            {t('plan.save')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

interface GoalProps {
  readonly row: GoalRow
  readonly set: (row: GoalRow | null) => void
}
function GoalFields({ row, set }: GoalProps) {
  const { t, language } = useWords()
  return (
    <div className="panel stack">
      <div className="field-row">
        <SelectField
          label={t('plan.pillar')}
          value={row.pillar}
          options={optionsOf(pillarLabels, Pillar.options, language)}
          onValue={(pillar) => set({ ...row, pillar })}
        />
        <SelectField
          label={t('plan.domain')}
          value={row.domain}
          options={optionsOf(domainLabels, PlanDomain.options, language)}
          onValue={(domain) => set({ ...row, domain })}
        />
        <DateField label={t('plan.due')} value={row.due} onValue={(due) => set({ ...row, due })} />
      </div>
      <LongTextField
        sealed
        label={t('plan.goal.words')}
        hint={t(row.wording === null ? 'consent.sealed.hint' : 'plan.goal.words.kept')}
        rows={2}
        value={row.words}
        onValue={(words) => set({ ...row, words })}
      />
      <Button kind="quiet" onClick={() => set(null)}>
        {t('plan.remove')}
      </Button>
    </div>
  )
}
interface ServiceProps {
  readonly row: ServiceRow
  readonly goals: readonly GoalRow[]
  readonly bodies: Bodies
  readonly now: string
  readonly set: (row: ServiceRow | null) => void
}
function ServiceFields({ row, goals, bodies, now, set }: ServiceProps) {
  const { t, language } = useWords()
  const frames = timeframes(now)
  const isOther = row.dueAt !== '' && !frames.some((one) => one.dueAt === row.dueAt)
  return (
    <div className="panel stack">
      <div className="field-row">
        <SelectField
          label={t('consent.service')}
          value={row.type}
          options={ServiceType.options.map((value) => ({ value, label: t(`directory.type.${value}`) }))}
          onValue={(type) => set({ ...row, type })}
        />
        <SelectField
          label={t('plan.for-goal')}
          value={row.goal}
          options={[
            { value: '', label: t('plan.no-goal') },
            ...goals.map(({ goal, domain }, at) => ({ value: goal, label: `${at + 1}. ${domainLabels[domain][language]}` })),
          ]}
          onValue={(goal) => set({ ...row, goal })}
        />
        <SelectField
          label={t('plan.provider')}
          value={row.provider}
          options={[
            { value: '', label: t('plan.no-provider') },
            ...bodies.helping,
            // What an earlier plan named stays readable.
            ...bodies.options.filter((one) => one.value === row.provider && !bodies.helping.some((each) => each.value === one.value)),
          ]}
          onValue={(provider) => set({ ...row, provider })}
        />
        <SelectField
          label={t('plan.when')}
          value={isOther ? 'kept' : row.dueAt}
          options={[
            { value: '', label: t('plan.when.none') },
            ...frames.map(({ hours, dueAt }) => ({ value: dueAt, label: t('plan.when.hours', { n: hours }) })),
            ...(isOther ? [{ value: 'kept', label: t('plan.when.day') }] : []),
          ]}
          onValue={(dueAt) => (dueAt === 'kept' ? undefined : set({ ...row, dueAt }))}
        />
        <DateField
          label={t('plan.when.day')}
          value={isOther ? row.dueAt.slice(0, 10) : ''}
          onValue={(day) => set({ ...row, dueAt: day === '' ? '' : `${day}T12:00:00.000Z` })}
        />
      </div>
      <Button kind="quiet" onClick={() => set(null)}>
        {t('plan.remove')}
      </Button>
    </div>
  )
}
