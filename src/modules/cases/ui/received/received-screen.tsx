/*
What came to one's body: codes, services, days. A package is opened one at a time with one's own key, and each opening is a look that the sender's team
can see. What the person or the sender took back is gone from here; only that it was taken back is said.
*/
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { refusalText, useWords } from '../../../../app/words.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { ReceivedPackage, ReceivedReferral, ReceivedReferrals, TakenBack } from '../../contract.ts'
import { fieldLabels } from '../../domain/consent/consent-labels.ts'
import { say } from '../../domain/label.ts'
import {
  noServiceLabels,
  outcomeLabels,
  referralStateLabels,
  rejectionLabels,
  urgencyLabels,
} from '../../domain/referral/referral-labels.ts'
import { NoService, PackageField, ReferralState, RejectionReason, ServiceType } from '../../domain/referral/referral-words.ts'
import { useBodies } from '../consent/bodies.ts'
import { JUSTICE_SERVICES } from '../../domain/justice/liaison.ts'
import { FILES_IN_PACKAGE } from '../attachments/package-files.ts'
import { ReceivedFiles } from '../attachments/received-files.tsx'
import { codedText } from '../coded-text.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import { HandoversPanel } from '../handover/handovers-panel.tsx'
import { Ask } from '../referral/referral-part.tsx'
import { type PackageTexts, openPackage } from '../../../../app/sealing/package.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { JusticePart } from './justice-desk.tsx'
import { hasCode, inOrder, nextActs } from './received-rows.ts'

export function ReceivedScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<ReceivedReferrals>('/api/referrals/received')
  const [typed, setTyped] = useState('')
  const seenAgain = useSeenAgain(again)
  const shown = inOrder((data?.referrals ?? []).filter((one) => hasCode(one, typed)))
  return (
    <Page title={t('referred.title')} under={t('referred.under')} answer={answer}>
      {error && !data && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <TextField label={t('received.code')} hint={t('received.code.hint')} value={typed} onValue={setTyped} autoComplete="off" />
          {shown.length === 0 && <EmptyState title={t('referred.none')}>{t('received.none.do')}</EmptyState>}
          {shown.map((one) => (
            <One key={one.referral} referral={one} asOf={data.asOf} again={seenAgain} />
          ))}
          <HandoversPanel quiet />
          <Gone takenBack={data.takenBack.filter((one) => hasCode(one, typed))} />
        </>
      )}
    </Page>
  )
}

/** Somebody may have taken their consent back meanwhile: who comes back to this page sees what stands now. */
function useSeenAgain(again: () => void): () => void {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  }, [again])
  // The same for as long as the page lives: a package that is open is asked for once, because each time is a look.
  const seenAgain = useCallback(() => latest.current(), [])
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') seenAgain()
    }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [seenAgain])
  return seenAgain
}

function Gone({ takenBack }: { readonly takenBack: readonly TakenBack[] }) {
  const { t } = useWords()
  if (takenBack.length === 0) return null
  return (
    <Panel title={t('received.gone')}>
      <ul className="plain-list">
        {takenBack.map(({ slip, at }) => (
          <li key={slip}>
            <b>{slip}</b> · {t('received.taken-back')} · <InstantText at={at} />
          </li>
        ))}
      </ul>
      <p className="small">{t('received.erase')}</p>
    </Panel>
  )
}

const serviceOf = (code: string) => ServiceType.options.find((one) => one === code)
const stateOf = (code: string) => ReferralState.options.find((one) => one === code)
interface OneProps {
  readonly referral: ReceivedReferral
  readonly asOf: string
  readonly again: () => void
}
function One({ referral, asOf, again }: OneProps) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const [isOpen, setIsOpen] = useState(false)
  const service = serviceOf(referral.service)
  const state = stateOf(referral.state)
  const isLate = referral.respondBy !== null && referral.respondBy < asOf && (state === 'sent' || state === 'acknowledged')
  return (
    <Panel
      title={`${referral.slip} · ${service ? t(`directory.type.${service}`) : referral.service}`}
      aside={<b>{say(urgencyLabels, referral.urgency, language)}</b>}
    >
      <div className="stack">
        <span>
          {t('received.from', { body: bodies.name(referral.from) })} · {state ? say(referralStateLabels, state, language) : referral.state}
        </span>
        {referral.respondBy !== null && (state === 'sent' || state === 'acknowledged') && (
          <span>
            {t(isLate ? 'received.late' : 'referral.respond-by')} <InstantText at={referral.respondBy} />
          </span>
        )}
        {isOpen ? (
          <VaultGate>
            {({ unlocked }) => <Opened referral={referral.referral} unlocked={unlocked} close={() => setIsOpen(false)} gone={again} />}
          </VaultGate>
        ) : (
          <div className="form-actions">
            <Button kind="primary" onClick={() => setIsOpen(true)}>
              {t('referred.open')}
            </Button>
          </div>
        )}
        <Acts referral={referral} gone={again} />
        <Justice referral={referral} />
      </div>
    </Panel>
  )
}

/** For a body that follows complaints, once it took the referral on. */
function Justice({ referral }: { readonly referral: ReceivedReferral }) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const mayFollow = mayOpen('cases.justice', useMe().data)
  const isTaken = referral.state === 'accepted' || referral.state === 'in-service'
  if (!mayFollow || !isTaken || !JUSTICE_SERVICES.some((one) => one === referral.service)) return null
  if (isOpen) return <JusticePart referral={referral.referral} />
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>{t('justice-desk.open')}</Button>
    </div>
  )
}

interface OpenedProps {
  readonly referral: string
  readonly unlocked: Unlocked
  readonly close: () => void
  /** It was refused: what stands is asked for anew. */
  readonly gone: () => void
}
/** Kept in this drawing only: nothing of it lies among the answers that the app keeps. */
function Opened({ referral, unlocked, close, gone }: OpenedProps) {
  const { t, language } = useWords()
  const [found, setFound] = useState<{ readonly package: ReceivedPackage; readonly texts: Outcome<PackageTexts> | null } | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let isShown = true
    const open = async () => {
      const { data } = await ask<ReceivedPackage>(`/api/referrals/${referral}/package`)
      const texts = data.box === null ? null : await openPackage(unlocked, referral, data.box)
      if (isShown) setFound({ package: data, texts })
    }
    open().catch((reason: unknown) => {
      if (!isShown) return
      setError(reason)
      gone()
    })
    return () => {
      isShown = false
    }
  }, [referral, unlocked, gone])
  if (error !== null) return <ErrorState error={error} />
  if (found === null) return <Loading />
  const { texts } = found
  const written = texts?.ok === true ? texts.value : {}
  const lines = PackageField.options.flatMap((field) => {
    const coded = found.package.coded[field]
    const isSealed = coded === undefined
    const value = isSealed ? written[field] : saidOf(t, field, { value: coded, language })
    return value === undefined || value === null
      ? []
      : [
          [
            say(fieldLabels, field, language),
            isSealed ? (
              <span key={field} className="sealed-words" translate="no">
                {value}
              </span>
            ) : (
              value
            ),
          ] as const,
        ]
  })
  return (
    <div className="stack">
      <Pairs lines={lines} />
      <ReceivedFiles referral={referral} packed={written[FILES_IN_PACKAGE]} code={found.package.slip} />
      {texts !== null && !texts.ok && <Note tone="red">{refusalText(texts.refusal.code, texts.refusal.facts)}</Note>}
      {found.package.box === null && <p className="small">{t('received.no-box')}</p>}
      <p className="small">{t('received.looks')}</p>
      <div className="form-actions">
        <Button onClick={close}>{t('received.close')}</Button>
      </div>
    </div>
  )
}
const GENDERS = ['Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown'] as const
function saidOf(
  t: ReturnType<typeof useWords>['t'],
  field: PackageField,
  { value, language }: { readonly value: string; readonly language: 'fr' | 'en' },
): string | null {
  const gender = field === 'gender' ? GENDERS.find((one) => one === value) : undefined
  return gender ? t(`directory.gender.${gender}`) : codedText(field, value, language)
}

function Acts({ referral, gone }: { readonly referral: ReceivedReferral; readonly gone: () => void }) {
  const { t, language } = useWords()
  const { send, sending, error } = useCommand<object>(`/api/referrals/${referral.referral}/answers`)
  const id = asId('referral', referral.referral)
  const acts = nextActs(referral.state)
  const act = (said: object) => void send({ ask: { referral: id, ...said } }).catch(gone)
  return (
    <div className="field-row">
      {acts.includes('acknowledge') && (
        <Button busy={sending} onClick={() => act({ step: 'acknowledge' })}>
          {t('received.acknowledge')}
        </Button>
      )}
      {acts.includes('accept') && (
        <Button busy={sending} onClick={() => act({ step: 'accept' })}>
          {t('received.accept')}
        </Button>
      )}
      {acts.includes('begin-service') && (
        <Button busy={sending} onClick={() => act({ step: 'begin-service', deliveredOn: todayHere() })}>
          {t('received.begin')}
        </Button>
      )}
      {acts.includes('reject') && (
        <Ask
          label={t('received.reject')}
          options={optionsOf(rejectionLabels, RejectionReason.options, language)}
          busy={sending}
          onChosen={(reason) => act({ step: 'reject', reason })}
        />
      )}
      {acts.includes('complete') && (
        <Ask
          label={t('received.complete')}
          options={optionsOf(outcomeLabels, ['need-met', 'need-partly-met', 'need-not-met'], language)}
          busy={sending}
          onChosen={(outcome) => act({ step: 'complete', outcome })}
        />
      )}
      {acts.includes('close-without-service') && (
        <Ask
          label={t('received.no-service')}
          options={optionsOf(noServiceLabels, NoService.options, language)}
          busy={sending}
          onChosen={(outcome) => act({ step: 'close-without-service', outcome })}
        />
      )}
      {error && <ErrorState error={error} />}
    </div>
  )
}
