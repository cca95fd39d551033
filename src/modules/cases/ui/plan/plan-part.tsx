/*
The plan of one case: goals, services, what became of each, and who stands to it. Who wrote it does not approve it; a plan that comes back says why, in
words that only the team opens. What was approved is written anew, never over.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { GoalStatus, Pillar, ServiceStatus } from '../../domain/case/plan.ts'
import { domainLabels, goalStatusLabels, pillarLabels, serviceStatusLabels } from '../../domain/case/plan-labels.ts'
import type { OneCommand, PayloadOf } from '../../domain/file/file-words.ts'
import { say } from '../../domain/label.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { type Bodies, useBodies } from '../consent/bodies.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import { OpenVault } from '../file/open-vault.tsx'
import type { PartProps } from '../file/part-props.ts'
import { SealedForm } from '../file/sealed-form.tsx'
import type { CaseWork } from '../file/use-case.ts'
import { useSteps } from '../file/use-steps.ts'
import { isLateGoal, isLateService } from './plan-draft.ts'
import { PlanForm } from './plan-form.tsx'

type Written = PayloadOf<'case-plan.written.v1'>
const lastWritten = ({ events }: Pick<CaseWork, 'events'>): Written | null => {
  const found = events.findLast(({ event }) => event.kind === 'case-plan.written.v1')?.event
  return found?.kind === 'case-plan.written.v1' ? found.payload : null
}
const whyReturned = ({ events }: Pick<CaseWork, 'events'>): SealedRef | null => {
  const found = events.findLast(({ event }) => event.kind === 'case.moved.v1' || event.kind === 'case-plan.written.v1')?.event
  return found?.kind === 'case.moved.v1' && found.payload.step === 'return-plan' ? found.payload.note : null
}

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const [writing, setWriting] = useState(false)
  const { plan, standing } = work.whole.file
  const written = lastWritten(work)
  const returned = whyReturned(work)
  const isMine = work.answer?.standing === 'owner' || work.answer?.standing === 'member'
  const mayRevise = plan.standing === 'approved' && (standing.at === 'active-implementation' || standing.at === 'follow-up')
  const mayWrite = isMine && (standing.at === 'active-assessment' || standing.at === 'active-planning' || mayRevise)
  return (
    <div className="stack">
      {returned !== null && (
        <Note>
          <b>{t('plan.returned')}</b>
          <Told work={work} refs={[returned]} />
        </Note>
      )}
      {writing ? (
        <PlanForm work={work} written={written} isRevision={mayRevise} onDone={() => setWriting(false)} />
      ) : (
        <>
          {written === null ? (
            <EmptyState title={t('case-plan.none')}>{t('case-plan.none.do')}</EmptyState>
          ) : (
            <Shown work={work} written={written} />
          )}
          {mayWrite && (
            <div className="form-actions">
              <Button kind={written === null ? 'primary' : 'plain'} onClick={() => setWriting(true)}>
                {t(writeLabel(written !== null, plan.standing))}
              </Button>
            </div>
          )}
          {written !== null && <Approval work={work} />}
        </>
      )}
      <Source>{t('plan.source')}</Source>
    </div>
  )
}

const writeLabel = (isWritten: boolean, standing: CaseWork['whole']['file']['plan']['standing']) =>
  standing === 'being-written' ? (isWritten ? 'case-plan.change' : 'plan.write') : 'plan.new-version'

function Shown({ work, written }: PartProps & { readonly written: Written }) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const refs = written.goals.flatMap((one) => (one.wording ? [one.wording] : []))
  return (
    <>
      <Panel title={t('case-plan.title')} aside={<b>{t(`plan.standing.${work.whole.file.plan.standing}`)}</b>}>
        {Pillar.options.map((pillar) => {
          const goals = written.goals.filter((one) => one.pillar === pillar)
          return goals.length === 0 ? null : (
            <section key={pillar}>
              <h3>{say(pillarLabels, pillar, language)}</h3>
              <ul className="plain-list">
                {goals.map((goal) => (
                  <Goal key={goal.goal} work={work} bodies={bodies} written={written} goal={goal} />
                ))}
              </ul>
            </section>
          )
        })}
        <ul className="plain-list">
          {written.services
            .filter((one) => one.goal === null)
            .map((one) => (
              <Service key={one.service} work={work} bodies={bodies} service={one} />
            ))}
        </ul>
      </Panel>
      {refs.length > 0 && (
        <Panel title={t('plan.words')}>
          <Told work={work} refs={refs} />
        </Panel>
      )}
    </>
  )
}
/** Words of goals, opened with the rest of their vault. */
function Told({ work, refs }: PartProps & { readonly refs: readonly SealedRef[] }) {
  return (
    <OpenVault work={work} vault="narrative">
      {() => (
        <ol>
          {refs.map((ref) => (
            <li key={ref.id} className="sealed-words" translate="no">
              {work.read(ref) ?? '–'}
            </li>
          ))}
        </ol>
      )}
    </OpenVault>
  )
}

type LineProps = PartProps & { readonly bodies: Bodies }
function Goal({ work, bodies, written, goal }: LineProps & { readonly written: Written; readonly goal: Written['goals'][number] }) {
  const { t, language } = useWords()
  const status = work.whole.file.plan.goals.get(goal.goal) ?? 'open'
  return (
    <li className="panel stack">
      <span>
        <b>{say(domainLabels, goal.domain, language)}</b> · {t('plan.due')} <DateText date={goal.due} />
        {isLateGoal({ due: goal.due, status }, work.now) && <b className="case-late"> · {t('plan.late')}</b>}
      </span>
      <Report
        work={work}
        label={t('plan.goal.status')}
        value={status}
        options={optionsOf(goalStatusLabels, GoalStatus.options, language)}
        step={(chosen) => ({ about: 'plan', ask: { step: 'review-goal', goal: goal.goal, status: chosen } })}
      />
      {written.services
        .filter((one) => one.goal === goal.goal)
        .map((one) => (
          <Service key={one.service} work={work} bodies={bodies} service={one} />
        ))}
    </li>
  )
}
function Service({ work, bodies, service }: LineProps & { readonly service: Written['services'][number] }) {
  const { t, language } = useWords()
  const status = work.whole.file.plan.services.get(service.service) ?? 'planned'
  return (
    <div className="stack">
      <span>
        {t(`directory.type.${service.type}`)}
        {service.provider !== null && <> · {bodies.name(service.provider)}</>}
        {service.dueAt !== null && (
          <>
            {' '}
            · {t('plan.due')} <InstantText at={service.dueAt} />
            {isLateService({ dueAt: service.dueAt, status }, work.now) && <b className="case-late"> · {t('plan.late')}</b>}
          </>
        )}
      </span>
      <Report
        work={work}
        label={t('plan.service.status')}
        value={status}
        options={optionsOf(serviceStatusLabels, ServiceStatus.options, language)}
        step={(chosen) => ({ about: 'plan', ask: { step: 'report-service', service: service.service, status: chosen, on: todayHere() } })}
      />
    </div>
  )
}

interface ReportProps<Code extends string> extends PartProps {
  readonly label: string
  readonly value: Code
  readonly options: readonly { readonly value: Code; readonly label: string }[]
  readonly step: (chosen: Code) => OneCommand
}
function Report<Code extends string>({ work, label, value, options, step }: ReportProps<Code>) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const [chosen, setChosen] = useState(value)
  return (
    <div className="field-row">
      <SelectField label={label} value={chosen} options={options} onValue={setChosen} />
      {chosen !== value && (
        <Button busy={sending} onClick={() => void act(() => accepted({ all: [step(chosen)] }))}>
          {t('referral.note-it')}
        </Button>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}

function Approval({ work }: PartProps) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const { plan, standing } = work.whole.file
  if (plan.plan === null || standing.at !== 'active-planning') return null
  const id = asId('case-plan', plan.plan)
  const step = (ask: 'request-approval' | 'approve-plan') =>
    void act(() => accepted({ all: [{ about: 'case', ask: { step: ask, plan: id } }] }))
  if (plan.standing === 'being-written')
    return (
      <div className="form-actions">
        {error !== null && <ErrorState error={error} />}
        <Button kind="primary" busy={sending} onClick={() => step('request-approval')}>
          {t('plan.submit')}
        </Button>
      </div>
    )
  if (plan.standing !== 'submitted') return null
  if (!work.may('cases.supervise') || plan.author === work.account) return <Note tone="calm">{t('plan.waits')}</Note>
  return (
    <Panel title={t('plan.decide')}>
      <div className="stack">
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" busy={sending} onClick={() => step('approve-plan')}>
            {t('plan.approve')}
          </Button>
        </div>
        <SealedForm
          work={work}
          vault="narrative"
          slot="reason"
          label={t('plan.return.why')}
          hint={t('consent.sealed.hint')}
          go={t('plan.return')}
          steps={(note) => [{ about: 'case', ask: { step: 'return-plan', plan: id, note } }]}
        />
      </div>
    </Panel>
  )
}
