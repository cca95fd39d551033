/* The case of a red flag: what has to be asked, what was answered, who answers and until when. */
import { useState } from 'react'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { DateField, LongTextField, TextField } from '../../../app/kit/field.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import type { RiskDetail } from '../contract.ts'

interface Parts {
  readonly id: string
  readonly data: RiskDetail
  readonly again: () => void
}
export function CasePanel({ id, data, again }: Parts) {
  const { t } = useWords()
  const open = data.may.assess && data.summary.state === 'case-open'
  return (
    <Panel title={t('case.title')} aside={open && <OwnerDialog id={id} again={again} />}>
      <p>
        {t('case.owner')} : {data.caseOwner ?? t('case.owner.none')} · {t('case.due')} :{' '}
        <DateText date={data.summary.caseDueOn} otherwise="–" />
      </p>
      <ol className="stack">
        {data.asks.map((one) => (
          <li key={one.ask}>
            <strong>{wordOr(`case.ask.${one.ask}`, one.ask)}</strong>
            {one.answers.length === 0 && <div className="ink-3">{t('case.unanswered')}</div>}
            {one.answers.map((answer, index) => (
              <div key={index}>
                <DateText date={answer.on} /> · {answer.text}
              </div>
            ))}
            {open && <AnswerDialog id={id} again={again} ask={one.ask} />}
          </li>
        ))}
      </ol>
      <Source>{t('case.source')}</Source>
    </Panel>
  )
}
function AnswerDialog({ id, again, ask }: Omit<Parts, 'data'> & { readonly ask: string }) {
  const { t } = useWords()
  const [answer, setAnswer] = useState('')
  return (
    <ActDialog
      title={t('case.answer')}
      explain={wordOr(`case.ask.${ask}`, ask)}
      go={t('case.answer')}
      path={`/api/risks/${id}/case-answers`}
      kind="plain"
      data={answer.trim() === '' ? null : { ask, answer: answer.trim() }}
      onDone={again}
    >
      <LongTextField label={t('case.answer')} hint={t('risks.why.hint')} value={answer} onValue={setAnswer} maxLength={2000} required />
    </ActDialog>
  )
}
function OwnerDialog({ id, again }: Omit<Parts, 'data'>) {
  const { t } = useWords()
  const [owner, setOwner] = useState('')
  const [dueOn, setDueOn] = useState('')
  return (
    <ActDialog
      title={t('case.assign')}
      explain={t('case.assign.explain')}
      go={t('case.assign')}
      path={`/api/risks/${id}/case-owners`}
      kind="plain"
      data={owner.trim() === '' || dueOn === '' ? null : { owner: owner.trim(), dueOn }}
      onDone={again}
    >
      <TextField label={t('case.owner')} hint={t('case.owner.hint')} value={owner} onValue={setOwner} maxLength={120} required />
      <DateField label={t('case.due')} value={dueOn} onValue={setDueOn} required />
    </ActDialog>
  )
}
