/*
Filling in one visit. Every change is on the device before it is on the screen; sending is a separate act, and only what the
server answered for leaves the draft. Signing asks for an empty draft, because people sign what the server has.
*/
import { useState } from 'react'
import { command } from '../../../../app/api.ts'
import { fieldHand } from '../../../../app/device.ts'
import { questions as cache } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { findingsOf, type InspectionDraft, sentAnswers, shownAnswers, unsentCount, withAnswer, withoutSent } from './draft.ts'
import { usePreviousYellow } from './previous-yellow.ts'
import { ProposalNote } from './proposal-note.tsx'
import { Question } from './question.tsx'
import { QuestionList } from './question-list.tsx'
import { previewOf, questionsOf, sectionsOf } from './questions.ts'
import type { KeptDraft } from './use-draft.ts'
import './inspection.css'

export interface FormProps {
  readonly page: InspectionPage
  readonly kept: KeptDraft
  /** Members for whom this person speaks; not empty. */
  readonly voices: readonly string[]
}
export function InspectionForm({ page, kept, voices }: FormProps) {
  const { t } = useWords()
  const [url, setUrl] = useUrlState()
  const { draft, change } = kept
  const asked = questionsOf(page.rulebook.id)
  const sent = sentAnswers(page.findings)
  const answers = shownAnswers(draft, sent)
  const at = Math.max(
    0,
    asked.findIndex((one) => one.id === url['q']),
  )
  const criterion = asked[at]
  const dissents = [...page.dissents.map((one) => ({ ...one, reason: one.reason ?? '–' })), ...draft.dissents]
  const preview = previewOf(answers, { previousYellow: usePreviousYellow(page), dissents: dissents.map((one) => one.criterion) })
  const go = (id: string) => setUrl({ q: id })
  if (!criterion) return null
  const list = <QuestionList sections={sectionsOf(asked)} answers={answers} unsent={draft.answers} current={criterion.id} go={go} />
  return (
    <div className="stack">
      <div className="inspect">
        <nav aria-label={t('inspect.list')}>
          <Panel>{list}</Panel>
        </nav>
        <div className="stack">
          <details className="inspect-list-phone no-print">
            <summary className="btn">{t('inspect.list')}</summary>
            {list}
          </details>
          <Question
            key={criterion.id}
            site={page.name}
            criterion={criterion}
            number={at + 1}
            of={asked.length}
            answer={answers[criterion.id]}
            onAnswer={(answer) => change((before) => withAnswer(before, { criterion: criterion.id, answer, sent: sent[criterion.id] }))}
            dissents={dissents.filter((one) => one.criterion === criterion.id)}
            members={voices}
            preview={<ProposalNote preview={preview} />}
            onDissent={(one) => change((before) => ({ ...before, dissents: [...before.dissents, one] }))}
          />
          <div className="question-way no-print">
            <Button disabled={at === 0} onClick={() => go(asked[at - 1]?.id ?? '')}>
              {t('inspect.back')}
            </Button>
            <KeptHere kept={kept} />
            <Button kind="primary" disabled={at === asked.length - 1} onClick={() => go(asked[at + 1]?.id ?? '')}>
              {t('inspect.next')}
            </Button>
          </div>
        </div>
      </div>
      <SendPanel page={page} kept={kept} voices={voices} />
    </div>
  )
}

/** "Kept here": what this device holds and nobody else has yet. */
export function KeptHere({ kept: { draft, kept } }: { readonly kept: KeptDraft }) {
  const { t } = useWords()
  const unsent = unsentCount(draft)
  if (!kept) return <b style={{ color: 'var(--red)' }}>{t('inspect.not-kept')}</b>
  return (
    <span className="kept-here" role="status" title={t('inspect.kept.explain')}>
      <span aria-hidden="true">{unsent === 0 ? '✓' : '↥'}</span>
      {unsent === 0 ? t(fieldHand() === null ? 'inspect.all-sent' : 'offline.all-ready') : t('inspect.kept', { n: unsent })}
    </span>
  )
}

function SendPanel({ page, kept, voices }: FormProps) {
  const { t } = useWords()
  const { draft, change } = kept
  const isPhone = fieldHand() !== null
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const by = voices.includes(draft.by) ? draft.by : (voices[0] ?? '')
  const send = async () => {
    setSending(true)
    setError(null)
    await sendDraft(page.inspection, { ...draft, by }, (part) => change((before) => withoutSent(before, part))).catch(setError)
    await cache.invalidateQueries()
    setSending(false)
  }
  const unsent = unsentCount(draft)
  return (
    <Panel title={t(isPhone ? 'offline.finish' : 'inspect.send')}>
      <div className="stack">
        {unsent === 0 ? (
          <Note tone="good">{t(isPhone ? 'offline.finish.nothing' : 'inspect.send.nothing')}</Note>
        ) : (
          <>
            <p>{t(isPhone ? 'offline.finish.explain' : 'inspect.send.explain', { n: unsent })}</p>
            <SelectField
              label={t('inspect.send.by')}
              value={by}
              options={voices.map((body) => ({ value: body, label: wordOr(`body.${body}`, body) }))}
              onValue={(body) => change((before) => ({ ...before, by: body }))}
            />
          </>
        )}
        {error !== null && <ErrorState error={error} again={() => void send()} />}
        {unsent > 0 && (
          <div className="form-actions">
            <Button kind="primary" busy={sending} onClick={() => void send()}>
              {t(isPhone ? 'offline.finish.go' : 'inspect.send.go')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

type Part = Pick<InspectionDraft, 'answers' | 'dissents'>
/** Answers first, then each dissent; each part leaves the draft as soon as the server has it. */
async function sendDraft(inspection: string, { by, answers, dissents }: InspectionDraft, gone: (part: Part) => void): Promise<void> {
  if (Object.keys(answers).length > 0) {
    await command(`/api/inspections/${inspection}/findings`, { by, findings: findingsOf(answers) })
    gone({ answers, dissents: [] })
  }
  for (const dissent of dissents) {
    await command(`/api/inspections/${inspection}/dissents`, dissent)
    gone({ answers: {}, dissents: [dissent] })
  }
}
