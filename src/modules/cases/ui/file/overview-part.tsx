/* What stands of a case at one glance: its clocks, how the person may be reached, and what happened so far in words that could be read to them. */
import { useState } from 'react'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { happenedLabel } from '../../domain/case/event-labels.ts'
import type { ClockName } from '../../domain/clocks/clock-rulebook.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { say } from '../../domain/identification/labels.ts'
import { useBodies } from '../consent/bodies.ts'
import { fieldLabels } from '../safety/safety-labels.ts'
import type { PartProps } from './part-props.ts'
import { runningClocks } from './clock-faces.ts'
import { DueText } from './marks.tsx'
import { SafeContactPanel } from './safe-contact-panel.tsx'
import { useSteps } from './use-steps.ts'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <div className="columns">
        <Clocks work={work} />
        <SafeContactPanel work={work} />
      </div>
      <Story work={work} />
      <div className="row tight no-print">
        <LinkButton to={`/cases/${work.case}/print`}>{t('case.print')}</LinkButton>
        <LinkButton to={`/cases/${work.case}/copy`}>{t('case.copy')}</LinkButton>
      </div>
    </div>
  )
}

function Clocks({ work }: PartProps) {
  const { t } = useWords()
  const faces = runningClocks(work)
  return (
    <Panel title={t('case.clocks')}>
      {faces.length === 0 && <EmptyState title={t('cases.nothing-due')} />}
      <ul className="plain-list stack">
        {faces.map((face) => (
          <li key={`${face.clock} ${face.of ?? ''} ${face.dueAt}`} className="stack">
            <DueText face={face} now={work.now} />
            <OfReferral work={work} referral={face.of} />
            <span className="small">
              {instantText(face.dueAt)} · {t('case.mark', { mark: face.evidence })}
            </span>
            <Pausing work={work} clock={face.clock} isPaused={face.state === 'paused'} />
          </li>
        ))}
      </ul>
      <Source>{t('case.clocks.source')}</Source>
    </Panel>
  )
}
/** Two referrals may run at once: which one a line is about is said by service and body. */
function OfReferral({ work, referral }: PartProps & { readonly referral: string | undefined }) {
  const { t } = useWords()
  const bodies = useBodies()
  const file = referral === undefined ? undefined : work.whole.file.referrals.get(referral)
  if (!file) return null
  return (
    <span className="small">
      {t(`directory.type.${file.service}`)} · {bodies.name(file.recipient)}
    </span>
  )
}
function Pausing({ work, clock, isPaused }: PartProps & { readonly clock: ClockName; readonly isPaused: boolean }) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const { act, sending, error } = useSteps(work)
  const go = (command: OneCommand) => void act(() => accepted({ all: [command] }))
  return (
    <span className="row tight no-print">
      {isPaused ? (
        <Button kind="quiet" busy={sending} onClick={() => go({ about: 'clock', ask: { step: 'resume-clock', clock } })}>
          {t('case.clock.resume')}
        </Button>
      ) : asking ? (
        (['insecurity', 'unreachable'] as const).map((reason) => (
          <Button
            key={reason}
            kind="quiet"
            busy={sending}
            onClick={() => go({ about: 'clock', ask: { step: 'pause-clock', clock, reason } })}
          >
            {t(`case.clock.pause.${reason}`)}
          </Button>
        ))
      ) : (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('case.clock.pause')}
        </Button>
      )}
      {error !== null && <ErrorState error={error} />}
    </span>
  )
}

/** Who did it is said as a number's end: names of colleagues stand in no case. */
function Story({ work }: PartProps) {
  const { t, language } = useWords()
  const told = work.events
    .filter(({ event }) => event.kind !== 'case-text.kept.v1')
    .map(({ event, learnedAt }, at) => ({
      at,
      when: whenOf(event.payload) ?? learnedAt,
      what:
        'field' in event.payload
          ? t('case.field', { what: happenedLabel(event)[language], field: say(fieldLabels, event.payload.field, language) })
          : happenedLabel(event)[language],
      by: byOf(event.payload),
    }))
    .toReversed()
  return (
    <Panel title={t('case.story')}>
      <ol className="case-timeline">
        {told.map((one) => (
          <li key={one.at}>
            <span>{one.what}</span>
            <span className="small">
              {instantText(one.when)}
              {one.by === work.account ? ` · ${t('case.by-me')}` : one.by === null ? '' : ` · ${one.by.slice(-4)}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
const whenOf = (payload: object): string | null => ('at' in payload && typeof payload.at === 'string' ? payload.at : null)
const byOf = (payload: object): string | null => ('by' in payload && typeof payload.by === 'string' ? payload.by : null)
