/*
The interview: one section at a time on a small phone, safety first, "stop" always under the thumb. What it is about stands in no title. The screen only
draws; the way through is the domain's, what is kept is decided by consent, and what leaves is one object that somebody else seals and sends.
*/
import { useEffect, useState } from 'react'
import { useBlocker } from '@tanstack/react-router'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { type Me, mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { flowPromptLabels, sectionLabels, skipLabels, stopLabels } from '../../domain/identification/labels-form.ts'
import type { Section } from '../../domain/identification/screening-form.ts'
import { ConsentPart } from './consent-part.tsx'
import { isAccount } from './draft-facts.ts'
import { EndPart, ReceiptPart } from './end-part.tsx'
import type { InterviewedCase } from './interviewed-case.ts'
import { NextPart } from './next-part.tsx'
import { OpinionPart } from './opinion-part.tsx'
import type { PartProps } from './part-props.ts'
import { ProfilePart } from './profile-part.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { SafetyPart, SafetyProtocol } from './safety-part.tsx'
import './screening.css'
import {
  type ScreeningDraft,
  back,
  finish,
  flowFor,
  mayFinish,
  minutesOf,
  missingIn,
  shownSection,
  waysThrough,
} from './screening-draft.ts'
import type { ScreeningReceipt, Sender, SubmitScreening } from './screening-result.ts'
import { StopBar, StopPart } from './stop-part.tsx'
import { submitScreening } from './submit-screening.ts'
import { isKeptHere, useScreeningDraft } from './use-screening-draft.ts'
import { WishesPart } from './wishes-part.tsx'

export function ScreeningScreen() {
  const { t } = useWords()
  const me = useMe().data
  return (
    <Page title={t('interview.title')} under={t('interview.under')}>
      {me === undefined ? <Loading /> : <Interview account={me.account} sender={senderOf(me)} submit={submitScreening} />}
    </Page>
  )
}

export const senderOf = (me: Me): InterviewProps['sender'] => ({
  ...{ account: me.account, organisation: me.organisation?.id ?? null, worksCases: mayOpen('cases.work', me) },
})
interface InterviewProps {
  readonly account: string
  readonly sender: Omit<Sender, 'receiver'>
  readonly submit: SubmitScreening | null
  /** Typed in from a paper form. */
  readonly first?: ScreeningDraft
  /** The case that it is added to, opened before it; absent, it opens one. */
  readonly into?: InterviewedCase
}

export function Interview({ account, sender, submit, first, into }: InterviewProps) {
  const { t } = useWords()
  const held = useScreeningDraft(account, { first, into: into?.case ?? '' })
  const [receipt, setReceipt] = useState<ScreeningReceipt | null>(null)
  const [stopping, setStopping] = useState(false)
  const now = useNow()
  if (!isAccount(account)) return <Loading />
  const { draft, change } = held
  const flow = flowFor(draft, now)
  const props: PartProps = { draft, change, flow, now, version: flow.version ?? 'adult', worker: { account, today: todayHere() } }
  const sent = (told: ScreeningReceipt) => {
    setReceipt(told)
    held.forget()
  }
  if (receipt !== null) return <ReceiptPart {...{ receipt, into }} onAnother={() => setReceipt(null)} />
  return (
    <div className="stack interview">
      <Keeping held={held} />
      {flow.state === 'ended' ? (
        <EndPart {...props} {...{ submit, sender, into }} onSent={sent} />
      ) : stopping ? (
        <StopPart
          {...{ flow, onResume: () => setStopping(false) }}
          change={(part) => {
            setStopping(false)
            change(part)
          }}
        />
      ) : (
        <SectionShown {...props} />
      )}
      {flow.mayAbort && !stopping && (
        <StopBar
          minutes={minutesOf(draft, now)}
          onStop={() => setStopping(true)}
          onDanger={() => change({ safety: { ...draft.safety, immediateDanger: 'YES', dangerSettled: false } })}
        />
      )}
      {!held.touched && into === undefined && (
        <p className="small no-print">
          <LinkButton to="/interview/paper">{t('interview.paper')}</LinkButton>
        </p>
      )}
    </div>
  )
}

/** Every quarter of a minute. */
function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Where it is kept, said before anything is typed; at a desk nobody leaves by mistake. */
function Keeping({ held }: { readonly held: ReturnType<typeof useScreeningDraft> }) {
  const { t } = useWords()
  const atDesk = !isKeptHere()
  const blocks = atDesk && held.touched
  const blocker = useBlocker({ shouldBlockFn: () => blocks, enableBeforeUnload: () => blocks, withResolver: true })
  return (
    <>
      {held.taken && (
        <Note tone="calm">
          <span className="row tight">
            <span className="grow">{t('interview.taken')}</span>
            <Button kind="quiet" onClick={held.forget}>
              {t('interview.taken.forget')}
            </Button>
          </span>
        </Note>
      )}
      {held.full && <Note tone="red">{t('interview.full')}</Note>}
      {atDesk && <Note tone="calm">{t('interview.memory-only')}</Note>}
      {blocker.status === 'blocked' && (
        <Dialog
          title={t('interview.leave')}
          explain={t('interview.leave.explain')}
          open
          onOpen={(open) => (open ? undefined : blocker.reset())}
          actions={
            <Button kind="danger" onClick={blocker.proceed}>
              {t('interview.leave.go')}
            </Button>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  )
}

function SectionShown(props: PartProps) {
  const { t, language } = useWords()
  const { draft, change, flow } = props
  const section = shownSection(draft, flow)
  // Newer browsers answer with a promise, which is no way to end an effect.
  useEffect(() => void window.scrollTo(0, 0), [section])
  if (section === null) return null
  const way = waysThrough(flow)
  const may = mayFinish(draft, section, flow)
  const paused = flow.state === 'paused'
  const missing = missingIn(draft, section, flow)
  return (
    <>
      <div className="interview-way" aria-hidden="true">
        {way.map((one) => (
          <i key={one} className={one === section ? 'here' : way.indexOf(one) < way.indexOf(section) ? 'done' : ''} />
        ))}
      </div>
      {flow.prompts.map((prompt) => (
        <Note key={prompt} tone={prompt === 'time-to-stop' || prompt === 'telephone-not-safe' ? 'warn' : 'calm'} live>
          {say(flowPromptLabels, prompt, language)}
        </Note>
      ))}
      {flow.stop === 'safety-protocol' && <SafetyProtocol {...props} />}
      {paused && flow.stop !== null && flow.stop !== 'safety-protocol' && (
        <Note tone="red" live>
          {say(stopLabels, flow.stop, language)}
        </Note>
      )}
      {flow.version === 'child' && <Note tone="calm">{t('interview.child')}</Note>}
      <Panel
        title={say(sectionLabels, section, language)}
        aside={<span className="small">{t('interview.of', { n: way.indexOf(section) + 1, of: way.length })}</span>}
      >
        <div className="stack">
          <Part {...props} section={section} />
        </div>
      </Panel>
      {['S7', 'S8'].includes(section) &&
        flow.skipped.map((one) => (
          <div key={one.section} className="row tight small">
            <span className="grow">
              {say(sectionLabels, one.section, language)} : {say(skipLabels, one.because, language)}
            </span>
            {one.because === 'not-wished' && (
              <Button
                kind="quiet"
                onClick={() => change({ wishesS6: 'NOT_ASKED', finished: draft.finished.filter((done) => done !== 'S6') })}
              >
                {t('interview.s6.after-all')}
              </Button>
            )}
          </div>
        ))}
      {missing !== null && <Note live>{t(`interview.missing.${missing}`)}</Note>}
      {!paused && !may && missing === null && flow.stop !== null && <Note live>{say(stopLabels, flow.stop, language)}</Note>}
      <div className="form-actions no-print">
        {section !== 'S0' && <Button onClick={() => change(back(draft, section, flow))}>{t('interview.back')}</Button>}
        <Button kind="primary" disabled={!may} onClick={() => change(finish(draft, section))}>
          {t(section === 'S10' ? 'interview.finish' : 'interview.go-on')}
        </Button>
      </div>
    </>
  )
}

function Part(props: PartProps & { readonly section: Section }) {
  switch (props.section) {
    case 'S0':
      return <SafetyPart {...props} />
    case 'S1':
      return <ConsentPart {...props} />
    case 'S2':
      return <ProfilePart {...props} />
    case 'S8':
      return <WishesPart {...props} />
    case 'S9':
      return <OpinionPart {...props} />
    case 'S10':
      return <NextPart {...props} />
    default:
      return <QuestionsPart key={props.section} {...props} section={props.section} />
  }
}
