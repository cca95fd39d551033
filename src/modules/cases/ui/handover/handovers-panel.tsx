/*
Whole cases between bodies: those offered to the reader, as codes, to be taken over or declined, and what became of those that the reader offered. Who takes one over answers for it from that
moment and finds it in their list; nothing of it opens here.
*/
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { OfferedCase, OfferedCases, SentHandover, SentHandovers } from '../../contract-handover.ts'
import { caseTypeLabels, riskLabels } from '../../domain/case/case-labels.ts'
import { CaseType } from '../../domain/case/case-words.ts'
import { handoverStateLabels } from '../../domain/handover/handover-labels.ts'
import { HandoverEnd } from '../../domain/handover/handover-words.ts'
import { say } from '../../domain/label.ts'
import { rejectionLabels } from '../../domain/referral/referral-labels.ts'
import { RejectionReason } from '../../domain/referral/referral-words.ts'
import { ageBandText } from '../coded-text.ts'
import { useBodies } from '../consent/bodies.ts'
import { optionsOf } from '../consent/consent-form.tsx'
import { Ask } from '../referral/referral-part.tsx'
import { vaultLabels } from '../team/team-labels.ts'

/** `quiet`: nothing is shown where there is nothing, so that a desk without transfers looks as ever. */
export function HandoversPanel({ quiet = false }: { readonly quiet?: boolean }) {
  const { t } = useWords()
  const received = useAnswer<OfferedCases>('/api/handovers/received')
  const sent = useAnswer<SentHandovers>('/api/handovers/sent')
  const [taken, setTaken] = useState(0)
  const offers = received.data?.offers ?? []
  const mine = sent.data?.sent ?? []
  const again = () => {
    received.again()
    sent.again()
  }
  const isEmpty = offers.length === 0 && mine.length === 0 && taken === 0
  if (isEmpty && quiet && !received.error) return null
  return (
    <Panel title={t('handover.title')}>
      <div className="stack">
        {received.error && <ErrorState error={received.error} again={again} />}
        {isEmpty && !received.error && <p>{t('handover.none')}</p>}
        {taken > 0 && (
          <Note tone="good" live>
            {t('handover.taken')} <AppLink to="/cases">{t('cases.title')}</AppLink>
            <br />
            {t('handover.taken.alone')} <AppLink to="/keys">{t('keys.wanting.go')}</AppLink>
          </Note>
        )}
        {offers.map((one) => (
          <Offer
            key={one.handover}
            {...{ one, again }}
            taken={() => {
              setTaken((n) => n + 1)
              again()
            }}
          />
        ))}
        {mine.length > 0 && <Sent sent={mine} />}
      </div>
    </Panel>
  )
}

interface OfferProps {
  readonly one: OfferedCase
  readonly again: () => void
  readonly taken: () => void
}
const GENDERS = ['Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown'] as const
function Offer({ one, again, taken }: OfferProps) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const [ready, setReady] = useState(false)
  const { send, sending, error } = useCommand<object>(`/api/handovers/${one.handover}/answers`)
  const type = CaseType.options.find((known) => known === one.type)
  const gender = GENDERS.find((known) => known === one.gender)
  const { handover } = one
  return (
    <section className="stack" aria-label={one.slip}>
      <strong>
        {one.slip} · {t('received.from', { body: bodies.name(one.from) })}
      </strong>
      <Pairs
        lines={[
          ...(type ? ([[t('opening.type'), say(caseTypeLabels, type, language)]] as const) : []),
          [t('handover.risk'), say(riskLabels, one.level, language)],
          ...(one.ageBand === null ? [] : ([[t('handover.age'), ageBandText(one.ageBand, language)]] as const)),
          ...(gender ? ([[t('handover.gender'), t(`directory.gender.${gender}`)]] as const) : []),
          [t('handover.services'), String(one.openReferrals)],
          [t('handover.vaults'), one.vaults.map((vault) => vaultLabels[vault][language]).join(', ')],
          [t('referral.respond-by'), <InstantText key="due" at={one.respondBy} />],
        ]}
      />
      <p className="small">{t('handover.accepting')}</p>
      <CheckChoice label={t('handover.ready')} checked={ready} onChecked={setReady} />
      {error && <ErrorState error={error} />}
      <div className="field-row no-print">
        <Button
          kind="primary"
          busy={sending}
          disabled={!ready}
          onClick={() => void send({ ask: { step: 'accept', handover } }).then(taken, again)}
        >
          {t('handover.accept')}
        </Button>
        <Ask
          label={t('handover.decline')}
          options={optionsOf(rejectionLabels, RejectionReason.options, language)}
          busy={sending}
          onChosen={(reason) => void send({ ask: { step: 'decline', handover, reason } }).then(again, again)}
        />
      </div>
    </section>
  )
}

const STATES = ['offered', 'accepted', ...HandoverEnd.options] as const
function Sent({ sent }: { readonly sent: readonly SentHandover[] }) {
  const { t, language } = useWords()
  const bodies = useBodies()
  const said = (state: string): string => {
    const known = STATES.find((one) => one === state)
    return known === undefined ? state : say(handoverStateLabels, known, language)
  }
  return (
    <section className="stack" aria-label={t('handover.sent')}>
      <strong>{t('handover.sent')}</strong>
      <ul className="plain-list">
        {sent.map((one) => {
          const reason = RejectionReason.options.find((known) => known === one.reason)
          return (
            <li key={one.handover}>
              <b>{one.slip}</b> · {bodies.name(one.recipient)} · {said(one.state)}
              {one.state === 'declined' && reason ? ` (${say(rejectionLabels, reason, language)})` : ''} · <InstantText at={one.statusAt} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
