/* One card or approval: what it says, what happened to it, and the acts that are left. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { QrCode } from '../../../app/kit/qr-code.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { CardDetail, CardSummary } from '../contract.ts'
import { CardCell } from './card-marks.tsx'
import { useIssue } from './new-card.tsx'

export function CardScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<CardDetail>(`/api/cards/${params['card'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { card, acts } = data
  return (
    <Page
      title={card.number ?? t('cards.no-number')}
      marks={<CardCell card={card} />}
      crumbs={<AppLink to="/cards">{t('cards.title')}</AppLink>}
      under={t(`cards.kind.${card.kind}`)}
      answer={answer}
      actions={<Actions card={card} />}
    >
      {card.appliedOn !== null && <Waiting card={card} />}
      <div className="columns">
        <Says card={card} />
        {card.number !== null && (
          <Panel title={t('cards.code')}>
            <QrCode text={card.number} label={card.number} size={160} />
          </Panel>
        )}
        <Panel title={t('cards.history')}>
          <ol className="plain-list stack">
            {acts.map((act, at) => (
              <li key={at}>
                <DateText date={act.on} /> · {t(`cards.act.${act.what}`)}
                {act.number && ` · ${act.number}`}
                {act.until && (
                  <>
                    {' '}
                    · {t('cards.until')} <DateText date={act.until} />
                  </>
                )}
                {act.reason && ` · ${act.reason}`}
              </li>
            ))}
          </ol>
        </Panel>
      </div>
      <Source>{t('cards.source')}</Source>
    </Page>
  )
}

function Says({ card }: { readonly card: CardSummary }) {
  const { t } = useWords()
  const { holder } = card
  return (
    <Panel title={t('cards.says')}>
      <Pairs
        lines={[
          [
            t('cards.holder'),
            holder.kind === 'organisation' ? (
              <AppLink to={`/operators/${holder.organisation}`}>{card.holderName ?? t('app.unknown')}</AppLink>
            ) : (
              <AppLink to={`/artisans/${holder.artisan}`}>{t('cards.member-of', { cooperative: card.holderName ?? '–' })}</AppLink>
            ),
          ],
          [t('cards.zone'), card.zone ?? '–'],
          [t('cards.class'), card.class ?? '–'],
          [t('cards.from'), <DateText key="f" date={card.validFrom} otherwise="–" />],
          [t('cards.until'), <DateText key="u" date={card.validUntil} otherwise="–" />],
          [t('cards.issued-by'), card.issuedBy ?? '–'],
        ]}
      />
    </Panel>
  )
}

function Waiting({ card }: { readonly card: CardSummary }) {
  const { t } = useWords()
  return (
    <Note tone="calm">
      {t('cards.waiting', { on: card.appliedOn, due: card.examinationDueOn })}
      {card.fileLateDays !== null && card.fileLateDays > 0 && ` ${t('cards.file-late', { n: card.fileLateDays })}`}
    </Note>
  )
}

function Actions({ card }: { readonly card: CardSummary }) {
  const { t } = useWords()
  const me = useMe().data
  const issues = mayOpen('operators.issue', me)
  const wasIssued = card.number !== null
  const ended = card.state === 'withdrawn'
  return (
    <>
      {wasIssued && (
        <a className="btn" href={`/cards/${card.id}/print`} target="_blank" rel="noreferrer">
          {t('app.print')}
        </a>
      )}
      {issues && !ended && <IssueDialog card={card} />}
      {issues && card.appliedOn !== null && <EndDialog card={card} thing="refusal" />}
      {mayOpen('operators.apply', me) && wasIssued && !ended && card.state !== 'reported-lost' && <EndDialog card={card} thing="loss" />}
      {issues && wasIssued && !ended && <EndDialog card={card} thing="withdrawal" />}
    </>
  )
}
function IssueDialog({ card }: { readonly card: CardSummary }) {
  const { t } = useWords()
  const { fields, data } = useIssue(card.kind, card)
  return (
    <ActDialog
      title={t(card.number === null ? 'cards.issue' : 'cards.renew')}
      explain={t(card.number === null ? 'cards.issue.explain' : 'cards.renew.explain')}
      go={t('cards.enter.go')}
      path={`/api/cards/${card.id}/issues`}
      data={data}
    >
      {fields}
    </ActDialog>
  )
}
function EndDialog({ card, thing }: { readonly card: CardSummary; readonly thing: 'refusal' | 'loss' | 'withdrawal' }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(`cards.${thing}`)}
      explain={t(`cards.${thing}.explain`)}
      go={t(`cards.${thing}`)}
      path={`/api/cards/${card.id}/${thing}`}
      kind={thing === 'withdrawal' ? 'danger' : 'plain'}
      data={reason.trim() === '' || on === '' ? null : { on, reason: reason.trim() }}
    >
      <DateField label={t('cards.day')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('cards.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}
