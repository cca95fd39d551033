/* One question per screen. A wrong value is told before going on; a missing one is told and may wait for the end. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Item } from '../../domain/run/form-view.ts'
import { type Step, fieldListsIn, sectionsOf, stepWith, stepsOf } from './form-steps.ts'
import { QuestionField } from './question-field.tsx'
import { RemoveOne, RepeatMore } from './repeat-more.tsx'
import { RunnerEnd } from './runner-end.tsx'
import { END, SectionList } from './section-list.tsx'
import type { RunHands } from './use-form-run.ts'

export interface BodyProps {
  readonly hands: RunHands
  readonly view: readonly Item[]
  /** References of the questions that keep the form from being finished. */
  readonly violations: readonly string[]
  readonly sending: boolean
  readonly onFinish: (() => void) | undefined
}

export function Phone({ hands, view, violations, sending, onFinish, onLeave }: BodyProps & { readonly onLeave: (() => void) | undefined }) {
  const { t } = useWords()
  const sections = sectionsOf(view)
  const steps = stepsOf(sections, fieldListsIn(view))
  const [key, setKey] = useState(hands.resumed?.at ?? '')
  const [told, setTold] = useState<readonly string[]>([])
  const { top, head } = useTopOf(key)
  const at = key === END ? steps.length : stepWith(steps, key)
  const step = steps[at]
  const go = (next: string) => {
    setKey(next)
    hands.stand(next)
  }
  const here = step?.content.kind === 'questions' ? step.content.items : []
  const forward = () => {
    const isWrong = here.some((one) => one.fault !== null && one.fault !== 'required')
    const isNew = here.some((one) => one.fault !== null && !told.includes(one.key))
    setTold([...told, ...here.map((one) => one.key)])
    if (isWrong || isNew) return showFault()
    go(steps[at + 1]?.key ?? END)
  }
  return (
    <>
      <div className="run-top no-print" ref={head}>
        <SectionList sections={sections} current={step?.section.key ?? END} go={(section) => go(firstOf(steps, section))} />
        <Leave kept={hands.kept} onLeave={onLeave} />
      </div>
      <Progress at={at + 1} of={steps.length + 1} />
      <div className="run-screen" ref={top} tabIndex={-1}>
        <p className="small">
          {step?.heading && <b>{step.heading} · </b>}
          {t('run.step', { n: at + 1, of: steps.length + 1 })}
        </p>
        {here.map((item) => (
          <QuestionField
            key={item.key}
            item={item}
            hands={hands}
            isTold={told.includes(item.key)}
            onLeft={({ key: left, value }) => value !== '' && setTold((list) => [...list, left])}
          />
        ))}
        {step?.begins && <RemoveOne {...step.begins} hands={hands} />}
        {step?.content.kind === 'more' && <RepeatMore repeat={step.content.repeat} hands={hands} onAdded={go} />}
        {at === steps.length && (
          <RunnerEnd
            view={view}
            violations={violations}
            go={(question) => {
              setTold([...told, question])
              go(question)
            }}
          />
        )}
        {here.some((one) => one.required) && <p className="small">{t('run.required-mark')}</p>}
      </div>
      <Way
        onBack={at === 0 ? null : () => go(steps[at - 1]?.key ?? '')}
        onForward={at < steps.length ? forward : null}
        sending={sending}
        onFinish={violations.length > 0 ? null : onFinish}
      />
    </>
  )
}
interface WayProps {
  readonly onBack: (() => void) | null
  /** Null at the end. */
  readonly onForward: (() => void) | null
  readonly sending: boolean
  /** Null while something is open; undefined where nothing is to be sent. */
  readonly onFinish: (() => void) | null | undefined
}
function Way({ onBack, onForward, sending, onFinish }: WayProps) {
  const { t } = useWords()
  return (
    <div className="run-way no-print">
      <Button disabled={onBack === null} onClick={() => onBack?.()}>
        {t('run.back')}
      </Button>
      {onForward && (
        <Button kind="primary" onClick={onForward}>
          {t('run.next')}
        </Button>
      )}
      {onForward === null && onFinish !== undefined && (
        <Button kind="primary" busy={sending} disabled={onFinish === null} onClick={() => onFinish?.()}>
          {t('run.finish')}
        </Button>
      )}
    </div>
  )
}

/** A new screen begins at its top, for eyes and for a reader of screens; the first one belongs to the page. */
function useTopOf(key: string) {
  const top = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const before = useRef(key)
  useEffect(() => {
    if (before.current !== key) {
      top.current?.focus({ preventScroll: true })
      head.current?.scrollIntoView({ block: 'start' })
    }
    before.current = key
  }, [key])
  return { top, head }
}

/** After the fault has been drawn. */
const showFault = () => void requestAnimationFrame(() => document.querySelector('[data-faulty]')?.scrollIntoView({ block: 'center' }))

function Leave({ kept, onLeave }: { readonly kept: boolean; readonly onLeave: (() => void) | undefined }) {
  const { t } = useWords()
  return (
    <>
      <span className="kept-here grow" role="status" title={t('run.kept')}>
        {kept && `✓ ${t('run.kept.short')}`}
      </span>
      {onLeave && (
        <Button kind="quiet" onClick={onLeave} title={t('run.leave')}>
          {t('run.leave.short')}
        </Button>
      )}
    </>
  )
}

function Progress({ at, of }: { readonly at: number; readonly of: number }) {
  const { t } = useWords()
  return (
    <div
      className="run-progress"
      role="progressbar"
      aria-valuemin={1}
      aria-valuemax={of}
      aria-valuenow={at}
      aria-label={t('run.step', { n: at, of })}
    >
      <i style={{ width: `${(at / of) * 100}%` }} />
    </div>
  )
}

const firstOf = (steps: readonly Step[], section: string): string =>
  section === END ? END : (steps.find((one) => one.section.key === section)?.key ?? '')
