/* One question: what a violation is, the answer, what was seen, where the evidence lies, who disagrees. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Criterion } from '../../domain/missions/criteria.ts'
import { sourcesFr } from '../../words/sources-fr.ts'
import { AnswerChoice } from './answer-choice.tsx'
import { DissentDialog } from './dissent-dialog.tsx'
import type { AnswerDraft, DissentDraft, EvidenceDraft } from './draft.ts'

export interface QuestionProps {
  readonly site: string
  readonly criterion: Criterion
  readonly number: number
  readonly of: number
  /** Undefined while nobody has touched it. */
  readonly answer: AnswerDraft | undefined
  readonly onAnswer: (answer: AnswerDraft) => void
  readonly dissents: readonly DissentDraft[]
  readonly members: readonly string[]
  readonly onDissent: (dissent: DissentDraft) => void
  /** What the answers so far lead to, right under them. */
  readonly preview: ReactNode
}
export function Question({ site, criterion, number, of, answer, onAnswer, dissents, members, onDissent, preview }: QuestionProps) {
  const { t, language } = useWords()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    // On a phone each question begins at the top of the screen; on a desk the page stays where it is.
    if (matchMedia('(max-width: 860px)').matches) section.current?.scrollIntoView({ block: 'start' })
  }, [criterion.id])
  const current = answer ?? { answer: 'not_assessed', narrative: '', evidence: [] }
  return (
    <section ref={section} className="question" aria-labelledby={id}>
      <p className="small">
        <b>{site}</b> · {t(`inspect.level.${criterion.level}`)} · {t('inspect.question', { number, of })}
      </p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {criterion.violation[language]}
      </h2>
      <Source>
        {t(`inspect.rule.${criterion.level}`, { id: criterion.id })}{' '}
        {language === 'fr' ? (sourcesFr[criterion.source] ?? criterion.source) : criterion.source} ·{' '}
        {t(`inspect.mark.${criterion.evidence}`)}
      </Source>
      <AnswerChoice labelledBy={id} value={answer?.answer ?? ''} onValue={(word) => onAnswer({ ...current, answer: word })} />
      {preview}
      <LongTextField
        label={t('inspect.narrative')}
        hint={t('inspect.narrative.hint')}
        value={current.narrative}
        onValue={(narrative) => onAnswer({ ...current, narrative })}
        maxLength={4000}
        rows={3}
      />
      <EvidenceList evidence={current.evidence} onEvidence={(evidence) => onAnswer({ ...current, evidence })} />
      {dissents.map((one, at) => (
        <Note key={at}>
          <b>{t('inspect.disagrees', { body: wordOr(`body.${one.by}`, one.by) })}</b> {one.reason}
        </Note>
      ))}
      <div>
        <DissentDialog criterion={criterion.id} members={members} onDissent={onDissent} />
      </div>
    </section>
  )
}

const kinds = ['photo', 'document', 'interview', 'measurement', 'other'] as const

/** Pointers only: the number of a photo, a page of the notebook. Never the name of a witness. */
function EvidenceList({
  evidence,
  onEvidence,
}: {
  readonly evidence: readonly EvidenceDraft[]
  readonly onEvidence: (list: readonly EvidenceDraft[]) => void
}) {
  const { t } = useWords()
  const [kind, setKind] = useState<EvidenceDraft['kind']>('photo')
  const [reference, setReference] = useState('')
  const add = () => {
    if (reference.trim() === '') return
    onEvidence([...evidence, { reference: reference.trim(), kind }])
    setReference('')
  }
  return (
    <div className="field">
      <strong>{t('inspect.evidence')}</strong>
      <span className="hint">{t('inspect.evidence.hint')}</span>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {evidence.map((one, at) => (
          <li key={at} className="row tight">
            <span className="grow">
              {t(`inspect.evidence.${one.kind}`)}
              {t('app.colon')} {one.reference}
            </span>
            <Button kind="quiet" onClick={() => onEvidence(evidence.filter((_, other) => other !== at))}>
              {t('inspect.evidence.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="toolbar">
        <SelectField
          label={t('inspect.evidence.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`inspect.evidence.${value}`) }))}
          onValue={setKind}
        />
        <TextField label={t('inspect.evidence.reference')} value={reference} onValue={setReference} maxLength={300} />
        <Button onClick={add} disabled={reference.trim() === ''}>
          {t('inspect.evidence.add')}
        </Button>
      </div>
    </div>
  )
}
