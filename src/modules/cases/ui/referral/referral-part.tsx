/* Referrals of one case: what was sent to whom, what came of it, and a new one. Who received reads the package while it is open and not a moment after. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { DirectoryAnswer } from '../../contract-directory.ts'
import { fieldLabels } from '../../domain/consent/consent-labels.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import { FILE_LEAVE_HOURS } from '../../domain/file/transfer.ts'
import { say } from '../../domain/label.ts'
import {
  endingLabel,
  helpedLabels,
  noServiceLabels,
  outcomeLabels,
  referralStateLabels,
  revocationLabels,
  rejectionLabels,
} from '../../domain/referral/referral-labels.ts'
import { recipientReads } from '../../domain/referral/referral-machine.ts'
import { type ReferralFile, isOpenReferral } from '../../domain/referral/referral.ts'
import { NoService, type ReferralCommand, RejectionReason } from '../../domain/referral/referral-words.ts'
import { type Bodies, useBodies } from '../consent/bodies.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { ReferralForm } from './referral-form.tsx'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const bodies = useBodies()
  const [writing, setWriting] = useState(false)
  const files = [...work.whole.file.referrals.values()].toReversed()
  return (
    <div className="stack">
      {writing ? (
        <ReferralForm work={work} bodies={bodies} onDone={() => setWriting(false)} />
      ) : (
        <div className="form-actions">
          <Button kind="primary" onClick={() => setWriting(true)}>
            {t('referral.new')}
          </Button>
        </div>
      )}
      {files.length === 0 && <EmptyState title={t('referral.none')}>{t('referral.none.do')}</EmptyState>}
      {files.map((file) => (
        <OneReferral key={file.referral} work={work} bodies={bodies} file={file} />
      ))}
      <Source>{t('referral.source')}</Source>
    </div>
  )
}

/** An acknowledgement is no answer; the clock of the case counts the same. */
const isUnanswered = ({ state }: ReferralFile): boolean => state === 'sent' || state === 'acknowledged'
type LineProps = PartProps & { readonly bodies: Bodies; readonly file: ReferralFile }
function OneReferral({ work, bodies, file }: LineProps) {
  const { t, language } = useWords()
  const point = useAnswer<DirectoryAnswer>('/api/service-points').data?.points.find((one) => one.id === file.servicePoint)
  const isLate = isUnanswered(file) && file.respondBy !== null && file.respondBy < work.now
  return (
    <Panel
      title={`${t(`directory.type.${file.service}`)} · ${bodies.name(file.recipient)}`}
      aside={<b>{say(referralStateLabels, file.state, language)}</b>}
    >
      <div className="stack">
        <span>
          <InstantText at={file.statusAt} />
          {file.endedAs !== null && <> · {endingLabel(file.endedAs, language)}</>}
        </span>
        {file.respondBy !== null && isUnanswered(file) && (
          <span className={isLate ? 'case-late' : undefined}>
            {t(isLate ? 'referral.late' : 'referral.respond-by')} <InstantText at={file.respondBy} />
          </span>
        )}
        {point !== undefined && (
          <span>
            {t('referral.point')} {point.facts.name}
          </span>
        )}
        <span className="small">
          {t('referral.fields')} {file.package.map((field) => say(fieldLabels, field, language)).join(', ')}
        </span>
        {file.basis?.kind === 'override' && <Note>{t('referral.by-override')}</Note>}
        {work.whole.file.consents.erasuresAsked.has(file.referral) && <Note tone="calm">{t('referral.erasure-asked')}</Note>}
        {file.feedback !== null && (
          <span>
            {t('referral.feedback')} {say(helpedLabels, file.feedback.helped, language)}
          </span>
        )}
        <Acts work={work} bodies={bodies} file={file} />
      </div>
    </Panel>
  )
}

const REVOKED_FOR = ['safety', 'sent-in-error', 'need-ended', 'case-transferred'] as const
const OUTCOMES = ['need-met', 'need-partly-met', 'need-not-met'] as const
const HELPED = ['yes', 'partly', 'no', 'not-said'] as const
function Acts({ work, file }: LineProps) {
  const { t, language } = useWords()
  const { act, sending, error } = useSteps(work)
  const { referral, state } = file
  const take = (ask: ReferralCommand) => void act(() => accepted({ all: [{ about: 'referral', ask }] }))
  const mayRevoke = state === 'sent' || state === 'acknowledged' || state === 'accepted'
  return (
    <div className="field-row">
      {recipientReads(state) && <LinkButton to={`/cases/${work.case}/slips/${referral}`}>{t('referral.slip')}</LinkButton>}
      <NamedFile work={work} file={file} busy={sending} take={take} />
      {mayRevoke && (
        <Ask
          label={t('referral.revoke')}
          options={optionsOf(revocationLabels, REVOKED_FOR, language)}
          busy={sending}
          onChosen={(reason) => take({ step: 'revoke', referral, reason })}
        />
      )}
      {file.channel !== 'in-system' && isUnanswered(file) && (
        <>
          <Note tone="calm">{t('referral.told')}</Note>
          <Button busy={sending} onClick={() => take({ step: 'accept', referral })}>
            {t('referral.told.accepted')}
          </Button>
          <Ask
            label={t('referral.told.rejected')}
            options={optionsOf(rejectionLabels, RejectionReason.options, language)}
            busy={sending}
            onChosen={(reason) => take({ step: 'reject', referral, reason })}
          />
        </>
      )}
      {state === 'accepted' && (
        <Button busy={sending} onClick={() => take({ step: 'begin-service', referral, deliveredOn: todayHere() })}>
          {t('referral.begun')}
        </Button>
      )}
      {(state === 'accepted' || state === 'in-service') && (
        <Ask
          label={t('referral.complete')}
          options={optionsOf(outcomeLabels, OUTCOMES, language)}
          busy={sending}
          onChosen={(outcome) => take({ step: 'complete', referral, outcome })}
        />
      )}
      {isOpenReferral(file) && (
        <Ask
          label={t('referral.no-service')}
          options={optionsOf(noServiceLabels, NoService.options, language)}
          busy={sending}
          onChosen={(outcome) => take({ step: 'close-without-service', referral, outcome })}
        />
      )}
      {isUnanswered(file) && file.respondBy !== null && file.respondBy < work.now && <Note>{t('referral.late.do')}</Note>}
      {file.sentAt !== null && file.answeredAt !== null && file.feedback === null && (
        <Ask
          label={t('referral.ask-feedback')}
          options={optionsOf(helpedLabels, HELPED, language)}
          busy={sending}
          onChosen={(helped) => take({ step: 'note-feedback', referral, receivedOn: todayHere(), helped })}
        />
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}

interface NamedFileProps extends PartProps {
  readonly file: ReferralFile
  readonly busy: boolean
  readonly take: (ask: ReferralCommand) => void
}
/** A file with the name takes two persons: who makes it asks, somebody else who supervises allows it for some days. */
function NamedFile({ work, file: { referral, fileAsked, fileAllowed, ...file }, busy, take }: NamedFileProps) {
  const { t } = useWords()
  if (!isOpenReferral({ referral, fileAsked, fileAllowed, ...file }) || file.sentAt === null) return null
  const isAllowed = fileAllowed !== null && addHours(fileAllowed.at, FILE_LEAVE_HOURS) >= work.now
  const isWaiting = fileAsked !== null && fileAllowed === null
  const mayAllow = isWaiting && work.may('cases.supervise') && fileAsked.by !== work.account
  return (
    <>
      {isAllowed && work.canRead('identity') && (
        <LinkButton to={`/cases/${work.case}/transfers/${referral}`}>{t('transfer.go')}</LinkButton>
      )}
      {!isAllowed && !isWaiting && work.canRead('identity') && (
        <Button busy={busy} onClick={() => take({ step: 'ask-file', referral })}>
          {t('transfer.ask-file')}
        </Button>
      )}
      {mayAllow && (
        <>
          <Note>{t('transfer.allow.why')}</Note>
          <Button kind="primary" busy={busy} onClick={() => take({ step: 'allow-file', referral })}>
            {t('transfer.allow')}
          </Button>
        </>
      )}
      {isWaiting && !mayAllow && <Note tone="calm">{t('transfer.waits')}</Note>}
    </>
  )
}

interface AskProps<Code extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Code; readonly label: string }[]
  readonly busy: boolean
  readonly onChosen: (code: Code) => void
}
/** A reason is chosen first and sent by its own button: one touch too many ends nothing. */
export function Ask<Code extends string>({ label, options, busy, onChosen }: AskProps<Code>) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<Code | ''>('')
  return (
    <div className="field">
      <SelectField<Code | ''>
        label={label}
        value={chosen}
        options={[{ value: '', label: t('consent.choose') }, ...options]}
        onValue={setChosen}
      />
      {chosen !== '' && (
        <Button busy={busy} onClick={() => onChosen(chosen)}>
          {t('referral.note-it')}
        </Button>
      )}
    </div>
  )
}
