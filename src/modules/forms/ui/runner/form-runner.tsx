/*
Fills in a form: one question per screen on a phone, all on one page at a desk. What is typed is kept on the device before anything
else happens. It knows nothing of what the answers are about; who opened it receives the record and its photographs, and only when
they were taken over is the draft dropped.
*/
import { useEffect, useState } from 'react'
import type { Consumed } from '../../../../app/answer.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { openPhone } from '../../../../app/field/phone.ts'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { onItsWay } from '../../../../app/leaving.ts'
import { useWords } from '../../../../app/words.ts'
import { referenceOf } from '../../domain/run/form-run.ts'
import { viewOf } from '../../domain/run/form-view.ts'
import { violationsOf, writeRecord } from '../../domain/run/record.ts'
import { FormPaper } from './form-paper.tsx'
import { Desk } from './runner-desk.tsx'
import { RunnerHead } from './runner-head.tsx'
import { Phone } from './runner-phone.tsx'
import { type Signal, keptSignals } from './evidence-signals.ts'
import { type NamedFile, consumedOf, dropDraft } from './kept-draft.ts'
import { type RunHands, type RunnerStart, begin, surroundingsNow, useFormRun } from './use-form-run.ts'
import './form-runner.css'

export interface Finished {
  /** Id of this record, made when the form was begun: sent twice, it is still one record. */
  readonly instance: string
  readonly xml: string
  readonly files: readonly NamedFile[]
  readonly signals: readonly Signal[]
  /** The draft, to let go with the record. */
  readonly consumes: Consumed
}
export interface FormRunnerProps {
  readonly xform: string
  /** The reader's language; the form may have others. */
  readonly language: string
  /** SHA-256 of the form, shown short. */
  readonly hash?: string
  /** Names the draft on this device: who fills in what with which version. */
  readonly draftKey?: string
  readonly instance?: string
  /** What is known before anybody answered, by the names of questions. */
  readonly known?: { readonly [question: string]: string }
  /** Units by path of question. */
  readonly units?: { readonly [path: string]: string }
  /** Names of photographs of an earlier record that the answers to begin from still name. */
  readonly sentFiles?: readonly string[]
  readonly onDraft?: (xml: string) => void
  /** Resolves when the record was taken over; throws when it was not, and the draft stays. */
  readonly onFinish?: (finished: Finished) => Promise<void>
  /** The record was taken over and the draft is gone. */
  readonly onTaken?: () => void
  readonly onLeave?: () => void
  /** Shows the answers as a sheet of paper. */
  readonly readOnly?: boolean
}

export function FormRunner(props: FormRunnerProps) {
  const { t } = useWords()
  const { xform, language, draftKey, instance, known, units, onDraft } = props
  const start: RunnerStart = { xform, language, draftKey, instance, known, units, onDraft, sentFiles: props.sentFiles }
  const [begun] = useState(() => begin(props.readOnly ? { ...start, draftKey: undefined } : start))
  if ('problem' in begun)
    return (
      <Note tone="red">
        {begun.otherVersion ? (
          t('run.other-version', { version: begun.problem })
        ) : (
          <>
            <b>{t('run.problem')}</b> {t('run.problem.do', { what: begun.problem })}
          </>
        )}
      </Note>
    )
  if (props.readOnly) return <FormPaper run={begun.run} hash={props.hash} units={units ?? {}} />
  return <Running begun={begun} start={start} props={props} />
}

const NO_DRAFT: Consumed = { texts: [], files: [] }

interface RunningProps {
  readonly begun: Parameters<typeof useFormRun>[0]
  readonly start: RunnerStart
  readonly props: FormRunnerProps
}
function Running({ begun, start, props }: RunningProps) {
  const { t } = useWords()
  const hands = useFormRun(begun, start)
  const isWide = useIsWide()
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const finish = async () => {
    setSending(true)
    setError(null)
    const done = onItsWay()
    try {
      const consumes = start.draftKey === undefined ? NO_DRAFT : await consumedOf(start.draftKey)
      await props.onFinish?.({ ...finishedOf(hands, start.draftKey), consumes })
      if (start.draftKey !== undefined) await dropDraft(deviceKeep(), start.draftKey)
      props.onTaken?.()
    } catch (trouble) {
      setError(trouble)
    } finally {
      done()
    }
    setSending(false)
  }
  const part = {
    hands,
    view: viewOf(hands.run),
    violations: violationsOf(hands.run).map((one) => referenceOf(hands.run, one.node)),
    sending,
    onFinish: props.onFinish ? () => void finish() : undefined,
  }
  return (
    <div className="run" lang={props.language}>
      {isWide && <RunnerHead hands={hands} hash={props.hash} onLeave={props.onLeave} />}
      {hands.resumed && (
        <Note tone="calm">
          {t('run.resumed')} <InstantText at={hands.resumed.savedAt} />
        </Note>
      )}
      {!hands.kept && <Note tone="red">{t('run.not-kept')}</Note>}
      {isWide ? <Desk {...part} /> : <Phone {...part} onLeave={props.onLeave} />}
      {!isWide && <RunnerHead hands={hands} hash={props.hash} onLeave={undefined} />}
      {error !== null && <ErrorState error={error} again={() => void finish()} />}
    </div>
  )
}

function finishedOf({ run, files }: RunHands, draft: string | undefined): Omit<Finished, 'consumes'> {
  const xml = writeRecord(run, surroundingsNow().now)
  const meta = run.root.children.find((one) => one.name.endsWith('meta'))
  const instance = meta?.children.find((one) => one.name.endsWith('instanceID'))?.value ?? ''
  const noticed = draft === undefined ? [] : keptSignals(deviceKeep(), draft)
  const clock = openPhone()?.clockSignals() ?? []
  const signals = [...noticed, ...clock.map((signal) => ({ signal }))]
  return { instance, xml, files: files.filter((one) => xml.includes(`>${one.name}<`)), signals }
}

function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia('(min-width: 861px)').matches)
  useEffect(() => {
    const query = matchMedia('(min-width: 861px)')
    const note = () => setIsWide(query.matches)
    query.addEventListener('change', note)
    return () => query.removeEventListener('change', note)
  }, [])
  return isWide
}
