/*
How a case ends, and how it begins again: what must be done before is said by the reason, another person approves, a new danger reopens. Taking back
consent is said in full before it is done, because nothing of it can be undone.
*/
import { useState } from 'react'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { caseMachine } from '../../domain/case/case-machine.ts'
import { caseStepLabels, closureItemLabels, closureReasonLabels } from '../../domain/case/case-labels.ts'
import { type CaseCommand, type CaseStep, type ClosureItem, ClosureReason } from '../../domain/case/case-words.ts'
import { closureChecklist } from '../../domain/case/closure.ts'
import { stepsFrom } from '../../domain/machine.ts'
import { say } from '../../domain/label.ts'
import { openReferrals } from '../../domain/referral/referral.ts'
import type { PartProps } from '../file/part-props.ts'
import { SealedForm } from '../file/sealed-form.tsx'
import { useSteps } from '../file/use-steps.ts'
import { OfferPanel } from '../handover/offer-panel.tsx'
import { blockerParts, closureBlockers, missingIn, reopenLabels, whatWithdrawalDoes } from './closure-lines.ts'

const reopenings = ['new-threat', 'new-exploitation', 'new-need', 'witness-called'] as const

export function Part({ work }: PartProps) {
  const steps = stepsFrom(caseMachine, work.whole.file.standing.at)
  const has = (step: CaseStep): boolean => steps.includes(step)
  const supervises = work.may('cases.supervise')
  return (
    <div className="stack">
      {has('request-closure') && <Request work={work} />}
      {has('approve-closure') && <Answer {...{ work, supervises }} />}
      {has('reopen') && <Reopen work={work} />}
      {has('no-eligibility') && supervises && <NotEligible work={work} />}
      {has('accept-transfer') && <OfferPanel work={work} />}
      {has('withdraw-consent') && <Withdraw work={work} />}
    </div>
  )
}

/** One button of a case step with its refusal beside it. */
function Act({
  work,
  ask,
  disabled = false,
  danger = false,
}: PartProps & { readonly ask: CaseCommand; readonly disabled?: boolean; readonly danger?: boolean }) {
  const { language } = useWords()
  const { act, sending, error } = useSteps(work)
  return (
    <div className="stack no-print">
      {error !== null && <ErrorState error={error} />}
      {missingIn(error).map((one) => (
        <Note key={one} tone="red">
          {say(closureItemLabels, one, language)}
        </Note>
      ))}
      <div className="form-actions">
        <Button
          kind={danger ? 'danger' : 'primary'}
          busy={sending}
          disabled={disabled}
          onClick={() => void act(() => accepted({ all: [{ about: 'case', ask }] }))}
        >
          {say(caseStepLabels, ask.step, language)}
        </Button>
      </div>
    </div>
  )
}
function Request({ work }: PartProps) {
  const { t, language } = useWords()
  const [reason, setReason] = useState<ClosureReason>('goals-achieved')
  const [done, setDone] = useState<readonly ClosureItem[]>([])
  const items = closureChecklist[reason]
  const checked = items.filter((one) => done.includes(one))
  const unchecked = items.length - checked.length
  // The list of what is to be said to the person stands above: here only what must be settled elsewhere.
  const blockers = closureBlockers(work.whole.file, reason, work.rules.lostContact)
  return (
    <Panel title={t('closure.title')}>
      <div className="stack">
        <SelectField
          label={t('closure.reason')}
          value={reason}
          options={ClosureReason.options.map((value) => ({ value, label: say(closureReasonLabels, value, language) }))}
          onValue={setReason}
        />
        <div className="field" role="group" aria-label={t('closure.checklist')}>
          <strong>{t('closure.checklist')}</strong>
          {items.map((item) => (
            <CheckChoice
              key={item}
              label={say(closureItemLabels, item, language)}
              checked={checked.includes(item)}
              onChecked={(is) => setDone(is ? [...done, item] : done.filter((one) => one !== item))}
            />
          ))}
        </div>
        {blockers.map((one) => (
          <Note key={one} tone="red">
            {say(closureItemLabels, one, language)}
            {blockerParts[one] !== undefined && (
              <>
                {' '}
                <AppLink to={`/cases/${work.case}`} search={{ part: blockerParts[one] }}>
                  {t('closure.settle')}
                </AppLink>
              </>
            )}
          </Note>
        ))}
        {unchecked > 0 && <p className="small">{t('closure.unchecked', { n: unchecked })}</p>}
        <Act work={work} ask={{ step: 'request-closure', reason, done: [...checked] }} disabled={unchecked > 0 || blockers.length > 0} />
        <Source>{t('closure.source', { n: work.rules.lostContact.attempts, days: work.rules.lostContact.days })}</Source>
      </div>
    </Panel>
  )
}
function Answer({ work, supervises }: PartProps & { readonly supervises: boolean }) {
  const { t, language } = useWords()
  const { closureReason, closureAskedBy } = work.whole.file
  const isMine = closureAskedBy === work.account
  return (
    <Panel title={t('closure.asked')}>
      <div className="stack">
        {closureReason !== null && <p>{say(closureReasonLabels, closureReason, language)}</p>}
        {closureReason !== null && (
          <ul aria-label={t('closure.checklist')}>
            {closureChecklist[closureReason].map((item) => (
              <li key={item}>{say(closureItemLabels, item, language)}</li>
            ))}
          </ul>
        )}
        {isMine || !supervises ? <Note tone="calm">{t('closure.by-another')}</Note> : <Act work={work} ask={{ step: 'approve-closure' }} />}
        {supervises && (
          <SealedForm
            {...{ work, vault: 'narrative', slot: 'reason', label: t('closure.why-not'), hint: t('person.hint') }}
            go={say(caseStepLabels, 'reject-closure', language)}
            steps={(note) => [{ about: 'case', ask: { step: 'reject-closure', note } }]}
          />
        )}
      </div>
    </Panel>
  )
}
function Reopen({ work }: PartProps) {
  const { t, language } = useWords()
  const [because, setBecause] = useState<(typeof reopenings)[number]>('new-threat')
  return (
    <Panel title={t('closure.reopen')}>
      <SelectField
        label={t('closure.reopen.why')}
        value={because}
        options={reopenings.map((value) => ({ value, label: say(reopenLabels, value, language) }))}
        onValue={setBecause}
      />
      <Act work={work} ask={{ step: 'reopen', because }} />
    </Panel>
  )
}
function NotEligible({ work }: PartProps) {
  const { t } = useWords()
  const [told, setTold] = useState(false)
  return (
    <Panel title={t('closure.not-eligible')}>
      <CheckChoice label={t('closure.told')} checked={told} onChecked={setTold} />
      <Act work={work} ask={{ step: 'no-eligibility', isInformationGiven: told }} disabled={!told} />
    </Panel>
  )
}
function Withdraw({ work }: PartProps) {
  const { t, language } = useWords()
  const [open, setOpen] = useState(false)
  const told = whatWithdrawalDoes(work.whole, work.now)
  return (
    <Panel title={say(caseStepLabels, 'withdraw-consent', language)}>
      <div className="stack">
        <p>{t('withdraw.whole')}</p>
        <ul>
          <li>{t('withdraw.stops')}</li>
          <li>{t('withdraw.items', { n: told.items })}</li>
          <li>{t('withdraw.referrals', { n: openReferrals(work.whole.file.referrals).length })}</li>
          <li>{t(told.isHeld ? 'withdraw.held' : 'withdraw.erasure')}</li>
          <li>{t('withdraw.bed')}</li>
          <li>{t('withdraw.help')}</li>
        </ul>
        <Dialog
          title={t('withdraw.sure')}
          explain={t('withdraw.sure.explain')}
          open={open}
          onOpen={setOpen}
          trigger={<Button kind="danger">{say(caseStepLabels, 'withdraw-consent', language)}</Button>}
        >
          <Act work={work} ask={{ step: 'withdraw-consent' }} danger />
        </Dialog>
      </div>
    </Panel>
  )
}
