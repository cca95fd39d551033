/* What must be put right at the site, by whom and until when; what earlier visits asked for stands beside it until it is done. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { ActionShown } from '../../domain/missions/mission-answers.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { NotSent } from '../offline/provisional-note.tsx'
import { questionsOf } from './questions.ts'

export interface ActionsPanelProps {
  readonly page: ProvisionalPage
  readonly may: boolean
}
export function ActionsPanel({ page, may }: ActionsPanelProps) {
  const { t } = useWords()
  return (
    <Panel title={t('action.title')} {...(may ? { aside: <AskAction page={page} /> } : {})}>
      <div className="stack">
        {page.actions.length === 0 && <p className="ink-3">{t('action.none')}</p>}
        <ActionLines actions={page.actions} may={may} here={page.provisional?.actions ?? []} />
        {page.earlierActions.length > 0 && (
          <>
            <h3>{t('action.earlier')}</h3>
            <ActionLines actions={page.earlierActions} may={may} here={[]} />
          </>
        )}
      </div>
    </Panel>
  )
}

interface LinesProps {
  readonly actions: readonly ActionShown[]
  readonly may: boolean
  /** Those that only this telephone knows: the register gives them their number first. */
  readonly here: readonly string[]
}
function ActionLines({ actions, may, here }: LinesProps) {
  const { t } = useWords()
  return (
    <ul className="plain-list stack" style={{ gap: 8 }}>
      {actions.map((one) => (
        <li key={one.action} className="row tight">
          <span className="grow">
            <b>{one.criterion}</b> {one.text ?? t('action.text.rule')}{' '}
            <span className="small">
              {ownerText(one.owner)} · {t('action.due')} <DateText date={one.due} /> ·{' '}
              <b className={one.phase === 'overdue' ? 'action-overdue' : undefined}>{wordOr(`action.phase.${one.phase}`, one.phase)}</b>
              {one.note && <> — {one.note}</>}
            </span>{' '}
            <NotSent when={here.includes(one.action)} />
          </span>
          {may && !here.includes(one.action) && (one.phase === 'open' || one.phase === 'overdue') && <CompleteAction action={one} />}
        </li>
      ))}
    </ul>
  )
}
const ownerText = (owner: string): string => wordOr(`action.owner.${owner}`, wordOr(`body.${owner}`, owner))
const owners = [
  'operator',
  'cooperative',
  'title-holder',
  'security-forces',
  'local-authority',
  'saemape',
  'mines-administration',
  'mines-police',
] as const

function AskAction({ page }: { readonly page: ProvisionalPage }) {
  const { t, language } = useWords()
  const asked = questionsOf(page.rulebook.id)
  const violated = page.findings.find((one) => one.answer === 'violated')?.criterion
  const [criterion, setCriterion] = useState(violated ?? asked[0]?.id ?? '')
  const [text, setText] = useState('')
  const [owner, setOwner] = useState<string>('operator')
  const [due, setDue] = useState('')
  const data = { criterion, owner, ...(text.trim() === '' ? {} : { text: text.trim() }), ...(due === '' ? {} : { due }) }
  return (
    <ActDialog
      kind="plain"
      title={t('action.add')}
      explain={t('action.add.explain')}
      go={t('action.add')}
      path={`/api/inspections/${page.inspection}/actions`}
      data={data}
    >
      <SelectField
        label={t('action.criterion')}
        value={criterion}
        options={asked.map(({ id, violation }) => ({ value: id, label: `${id} ${violation[language]}` }))}
        onValue={setCriterion}
      />
      <LongTextField label={t('action.text')} hint={t('action.text.hint')} value={text} onValue={setText} maxLength={1000} rows={2} />
      <SelectField
        label={t('action.owner')}
        value={owner}
        options={owners.map((value) => ({ value: String(value), label: ownerText(value) }))}
        onValue={setOwner}
      />
      <DateField
        label={t('action.due')}
        hint={t('action.due.hint', { due: dateText(page.actionDueByRule) })}
        value={due}
        onValue={setDue}
        min={page.on}
      />
    </ActDialog>
  )
}

function CompleteAction({ action }: { readonly action: ActionShown }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [note, setNote] = useState('')
  return (
    <ActDialog
      kind="plain"
      title={t('action.done')}
      explain={t('action.done.explain')}
      go={t('action.done')}
      path={`/api/inspections/${action.inspection}/action-completions`}
      data={on === '' || note.trim() === '' ? null : { action: action.action, on, note: note.trim() }}
    >
      <DateField label={t('action.done.on')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('action.done.note')} value={note} onValue={setNote} maxLength={1000} rows={2} required />
    </ActDialog>
  )
}
