/* Support towards a life of one's own: grants, a way home, a debt settled, and how the person fares afterwards. */
import { newId } from '../../../../app/api.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { allowsReturn } from '../../domain/children/best-interests.ts'
import { stepsFrom } from '../../domain/machine.ts'
import { type Grant, grantMachine } from '../../domain/livelihood/grant.ts'
import { type Mediation, mediationMachine } from '../../domain/livelihood/debt-mediation.ts'
import { type Return, returnMachine } from '../../domain/livelihood/return.ts'
import { isChild } from '../../domain/profile/profile.ts'
import type { PartProps } from '../file/part-props.ts'
import type { CaseWork } from '../file/use-case.ts'
import { DebtSheet } from './debt-sheet.tsx'
import { Rounds } from './rounds.tsx'
import { type StepAsked, StepPanel } from './step-panel.tsx'
import { askOf, debtForms, grantForms, knownFor, returnForms, supportCommands } from './step-forms.ts'
import { nameOf } from './support-labels.ts'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const { grants, returns, debts } = work.whole.things
  return (
    <div className="stack">
      <Panel title={t('support.grants')}>
        <p className="small">{t('support.grants.explain')}</p>
        {[...grants].map(([thing, grant]) => (
          <OneGrant key={thing} work={work} thing={thing} grant={grant} />
        ))}
        <OneGrant key={`new ${grants.size}`} work={work} thing={null} grant={null} />
      </Panel>
      <Panel title={t('support.returns')}>
        <p className="small">{t('support.returns.explain')}</p>
        {[...returns].map(([thing, one]) => (
          <OneReturn key={thing} work={work} thing={thing} one={one} />
        ))}
        <OneReturn key={`new ${returns.size}`} work={work} thing={null} one={null} />
      </Panel>
      <Panel title={t('support.debts')}>
        <p className="small">{t('support.debts.explain')}</p>
        {[...debts].map(([thing, one]) => (
          <OneDebt key={thing} work={work} thing={thing} one={one} />
        ))}
        <OneDebt key={`new ${debts.size}`} work={work} thing={null} one={null} />
      </Panel>
      <Rounds work={work} />
      <Source>{t('support.debts.explain')}</Source>
    </div>
  )
}
const personOf = ({ whole }: CaseWork) => ({
  subject: whole.file.subject ?? '',
  isChild: whole.profile === null || isChild(whole.profile),
})
const thingOf = (thing: string | null): string => thing ?? newId()

function OneGrant({ work, thing, grant }: PartProps & { readonly thing: string | null; readonly grant: Grant | null }) {
  const { t, language } = useWords()
  const known = (asked: StepAsked) => ({ ...asked, known: knownFor('grant', asked.step, personOf(work)) })
  const ofCommittee: readonly string[] = ['approve', 'send-back']
  const steps = stepsFrom(grantMachine, grant?.state ?? null).filter((step) => !ofCommittee.includes(step) || work.may('cases.supervise'))
  return (
    <div className={grant ? 'panel stack' : 'stack'}>
      {grant?.state && <b>{nameOf(grant.state, language)}</b>}
      {grant?.plan && (
        <span>
          <Money cents={grant.plan.amountCents} /> {grant.plan.currency}
        </span>
      )}
      {grant?.plan && grant.plan.trancheDays.length > 0 && (
        <span>
          {t('support.tranches')} {grant.plan.trancheDays.map((day) => dateText(day)).join(' · ')}
        </span>
      )}
      {grant && grant.receipts > 0 && <span>{t('support.receipts', { n: grant.receipts })}</span>}
      {grant && grant.monitored.size > 0 && (
        <span>
          {t('support.visited')} {[...grant.monitored].map(([month, runs]) => `${month} ${runs ? '✓' : '✗'}`).join(', ')}
        </span>
      )}
      <StepPanel
        work={work}
        steps={steps.map((step) => ({ step, fields: grantForms[step] }))}
        command={(asked) => {
          const ask = askOf(supportCommands.grant, known(asked))
          return ask.ok ? accepted({ about: 'grant', thing: thingOf(thing), ask: ask.value }) : ask
        }}
      />
    </div>
  )
}
function OneReturn({ work, thing, one }: PartProps & { readonly thing: string | null; readonly one: Return | null }) {
  const { t, language } = useWords()
  const steps = stepsFrom(returnMachine, one?.state ?? null).filter(
    (step) => step !== 'assess-family' || one?.isChild === true || personOf(work).isChild,
  )
  return (
    <div className={one ? 'panel stack' : 'stack'}>
      {one?.state && <b>{nameOf(one.state, language)}</b>}
      {one?.risk && <span>{nameOf(one.risk, language)}</span>}
      {one?.state === 'docs' && waitsForBest(work, one) && <Note>{t('support.best-interests-first')}</Note>}
      <StepPanel
        work={work}
        steps={[...new Set(steps)].map((step) => ({ step, fields: returnForms[step] }))}
        command={(asked) => {
          const ask = askOf(supportCommands.return, { ...asked, known: knownFor('return', asked.step, personOf(work)) })
          return ask.ok ? accepted({ about: 'return', thing: thingOf(thing), ask: ask.value }) : ask
        }}
      />
    </div>
  )
}
const waitsForBest = (work: CaseWork, one: Return): boolean =>
  (one.isChild || personOf(work).isChild) && !allowsReturn([...work.whole.things.bestInterests.values()])
function OneDebt({ work, thing, one }: PartProps & { readonly thing: string | null; readonly one: Mediation | null }) {
  const { t, language } = useWords()
  const steps = stepsFrom(mediationMachine, one?.state ?? null)
  return (
    <div className={one ? 'panel stack' : 'stack'}>
      {one?.state && <b>{nameOf(one.state, language)}</b>}
      {one?.state && one.state !== 'requested' && (
        <span>
          {t('support.fair')} <Money cents={one.fairBalanceCents} />
        </span>
      )}
      {thing !== null && steps.includes('calculate') && <DebtSheet work={work} thing={thing} />}
      <StepPanel
        work={work}
        steps={steps.filter((step) => step !== 'calculate').map((step) => ({ step, fields: debtForms[step] }))}
        command={(asked) => {
          const ask = askOf(supportCommands.debt, { ...asked, known: knownFor('debt', asked.step, personOf(work)) })
          return ask.ok ? accepted({ about: 'debt', thing: thingOf(thing), ask: ask.value }) : ask
        }}
      />
    </div>
  )
}
function Money({ cents }: { readonly cents: number }) {
  const { language } = useWords()
  return <b>{new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)}</b>
}
