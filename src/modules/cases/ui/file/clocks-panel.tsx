/*
The clocks of a case, the most urgent first: beside each the act that stops it. A pause is the exception and stands folded; so does what can wait.
*/
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { ClockFace } from '../../domain/clocks/clock.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { useBodies } from '../consent/bodies.ts'
import { actOf, urgentFirst } from './clock-acts.ts'
import { runningClocks } from './clock-faces.ts'
import { Settable } from '../rules/settable.tsx'
import { DueText } from './marks.tsx'
import type { PartProps } from './part-props.ts'
import { useSteps } from './use-steps.ts'

export function ClocksPanel({ work }: PartProps) {
  const { t } = useWords()
  const { shown, folded } = urgentFirst(runningClocks(work))
  return (
    <Panel title={t('case.clocks')}>
      {shown.length === 0 && <EmptyState title={t('cases.nothing-due')} />}
      <Faces work={work} faces={shown} />
      {folded.length > 0 && (
        <details className="case-fold">
          <summary>{t('case.clocks.more', { n: folded.length })}</summary>
          <Faces work={work} faces={folded} />
        </details>
      )}
      <Source>
        {t('case.clocks.source')} <Settable />
      </Source>
    </Panel>
  )
}
function Faces({ work, faces }: PartProps & { readonly faces: readonly ClockFace[] }) {
  const { t } = useWords()
  return (
    <ul className="plain-list stack">
      {faces.map((face) => (
        <li key={`${face.clock} ${face.of ?? ''} ${face.dueAt}`} className={face.state === 'overdue' ? 'case-clock late' : 'case-clock'}>
          <DueText face={face} now={work.now} />
          <OfReferral work={work} referral={face.of} />
          <span className="small">
            {instantText(face.dueAt)} · {t('case.mark', { mark: face.evidence })}
          </span>
          {face.state === 'paused' ? <Resume work={work} face={face} /> : <Acts work={work} face={face} />}
        </li>
      ))}
    </ul>
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

interface FaceProps extends PartProps {
  readonly face: ClockFace
}
function Acts({ work, face: { clock } }: FaceProps) {
  const { t, language } = useWords()
  const [, change] = useUrlState()
  const { act, sending, error } = useSteps(work)
  const wanted = actOf(clock, {
    maySupervise: work.may('cases.supervise'),
    isSubmitted: work.whole.file.plan.standing === 'submitted',
  })
  const pause = (reason: 'insecurity' | 'unreachable') =>
    void act(() => accepted({ all: [{ about: 'clock', ask: { step: 'pause-clock', clock, reason } }] }))
  return (
    <div className="no-print">
      {wanted === null && <span className="small">{t('case.clock.others')}</span>}
      {wanted?.part === 'board' && <LinkButton to="/case-board">{wanted.name[language]}</LinkButton>}
      {wanted !== null && wanted.part !== 'board' && <Button onClick={() => change({ part: wanted.part })}>{wanted.name[language]}</Button>}
      <details className="case-fold">
        <summary className="small">{t('case.clock.pause')}</summary>
        <div className="row tight">
          {(['insecurity', 'unreachable'] as const).map((reason) => (
            <Button key={reason} kind="quiet" busy={sending} onClick={() => pause(reason)}>
              {t(`case.clock.pause.${reason}`)}
            </Button>
          ))}
        </div>
      </details>
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
function Resume({ work, face: { clock } }: FaceProps) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const command: OneCommand = { about: 'clock', ask: { step: 'resume-clock', clock } }
  return (
    <div className="no-print">
      <Button kind="quiet" busy={sending} onClick={() => void act(() => accepted({ all: [command] }))}>
        {t('case.clock.resume')}
      </Button>
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
