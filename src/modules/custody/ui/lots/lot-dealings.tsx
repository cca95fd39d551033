/* What was done with a lot beyond its scales, each act as its own part of the page: transports with papers and both signatures, purchases,
   processings, depots, seizures, corrections, seals. Each act has its slip. */
import type { ReactNode } from 'react'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { DateText, InstantText, MassText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LotSummary } from '../../contract.ts'
import type { LotDealings, PurchaseShown, TransferShown } from '../../contract-lots.ts'
import { moneyText } from './money.ts'
import { ProcessingTable } from './processing-table.tsx'
import { AnswerDialog } from './receive-dialogs.tsx'

interface Props {
  readonly lot: LotSummary
  readonly dealings: LotDealings
}
const nameIn = ({ names }: LotDealings, id: string | null): string => (id === null ? '–' : (names[id] ?? id))

export function Dealings({ lot, dealings }: Props) {
  const { t } = useWords()
  return (
    <>
      <Seizures dealings={dealings} />
      {dealings.transfers.length > 0 && (
        <Panel title={t('lots.transfers')}>
          <ol className="plain-list stack">
            {dealings.transfers.map((one) => (
              <Transport key={one.id} lot={lot} dealings={dealings} transfer={one} />
            ))}
          </ol>
        </Panel>
      )}
      {dealings.purchases.length > 0 && (
        <Panel title={t('act.purchases')}>
          <ol className="plain-list stack">
            {dealings.purchases.map((one) => (
              <Purchase key={one.id} purchase={one} lot={lot} />
            ))}
          </ol>
        </Panel>
      )}
      {dealings.processings.map((one) => (
        <div key={one.id} style={{ gridColumn: '1 / -1' }}>
          <Panel
            title={`${t(`act.kind.${one.kind}`)} ${one.number}`}
            aside={<AppLink to={`/slips/processings/${one.id}`}>{t('act.slip')}</AppLink>}
          >
            <p className="small">
              <DateText date={one.doneOn} /> · {one.organisationName ?? '–'}
              {one.place && ` · ${one.place}`}
            </p>
            <ProcessingTable processing={one} />
          </Panel>
        </div>
      ))}
      <Storage dealings={dealings} />
      <Corrections dealings={dealings} />
      <Packing dealings={dealings} />
    </>
  )
}

/** Both weights, their difference, the way, the papers, and what both sides said. */
export function Transport({ lot, dealings, transfer }: Props & { readonly transfer: TransferShown }) {
  const { t } = useWords()
  const me = useMe().data
  const { sentGrams, receivedGrams, outcome } = transfer
  // What the recipient noted of the other side leaves the sender's own answer open.
  const isNoted = transfer.otherSideSays !== null && transfer.otherSideSignedAt === null
  const awaits = isNoted && transfer.from === me?.organisation?.id
  return (
    <li className="stack" style={{ gap: 8 }}>
      <div>
        <b>
          {nameIn(dealings, transfer.from)} → {nameIn(dealings, transfer.to)}
        </b>{' '}
        <span className="small">
          {outcome === null ? t('lots.on-the-way') : t(`act.outcome.${outcome}`)}{' '}
          {transfer.closedOn !== null && outcome !== 'received' && <DateText date={transfer.closedOn} />} ·{' '}
          <AppLink to={`/slips/transfers/${lot.id}/${transfer.id}`}>{t('act.slip')}</AppLink>
        </span>
      </div>
      <BothWeights sentOn={transfer.sentOn} sentGrams={sentGrams} receivedOn={transfer.receivedOn} receivedGrams={receivedGrams} />
      {transfer.legs.map((leg, at) => (
        <span key={at} className="small">
          {leg.from} → {leg.to}, <DateText date={leg.departedOn} />, {t(`act.mode.${leg.mode}`)}
          {[leg.company, leg.vehicle, leg.route].filter(Boolean).map((one) => ` · ${one ?? ''}`)}
        </span>
      ))}
      {transfer.papers.map((paper) => (
        <span key={paper.number} className="small">
          {t('act.paper')} {paper.number}
          {paper.validUntil !== null && (
            <>
              , {t('act.paper.until')} <DateText date={paper.validUntil} />
            </>
          )}
          {paper.statedGrams !== null && (
            <>
              , {t('act.paper.stated.short')} <MassText grams={paper.statedGrams} />
            </>
          )}
          {paper.usedElsewhere > 0 && ` · ${t('act.paper.elsewhere', { n: paper.usedElsewhere })}`}
          {paper.despite !== null && ` · ${t('act.paper.despite')}${t('app.colon')} ${paper.despite}`}
        </span>
      ))}
      {transfer.remark !== null && <span className="small">{transfer.remark}</span>}
      {transfer.otherSideSays !== null && (
        <span className="small">
          {t(`act.says.${transfer.otherSideSays}`)}
          {isNoted && transfer.otherSideSays !== 'awaited' && `, ${t('act.says.noted')}`}
          {transfer.otherSideFunction !== null && ` (${nameIn(dealings, transfer.otherSide)}, ${transfer.otherSideFunction})`}
          {transfer.otherSideSignedAt !== null && (
            <>
              {' '}
              · <InstantText at={transfer.otherSideSignedAt} />
            </>
          )}
          {transfer.otherSideRemark !== null && ` · ${transfer.otherSideRemark}`}
        </span>
      )}
      {awaits && <AnswerDialog path={`/api/lots/${lot.id}/receipt-answers`} explain={t('act.answer.receipt')} transfer={transfer} />}
    </li>
  )
}

/** What each scale showed, and the difference in grams and percent. */
export function BothWeights({
  sentOn,
  sentGrams,
  receivedOn,
  receivedGrams,
}: {
  readonly sentOn: string
  readonly sentGrams: number
  readonly receivedOn: string | null
  readonly receivedGrams: number | null
}) {
  const { t, language } = useWords()
  const change = receivedGrams === null ? null : receivedGrams - sentGrams
  const percent = change === null || sentGrams === 0 ? null : numberText(language, Math.round((change / sentGrams) * 10_000) / 100, 2)
  return (
    <Pairs
      lines={[
        [
          t('act.scale.sender'),
          <>
            <MassText grams={sentGrams} />, <DateText date={sentOn} />
          </>,
        ],
        ...(receivedGrams === null
          ? []
          : [
              [
                t('act.scale.receiver'),
                <>
                  <MassText grams={receivedGrams} />
                  {receivedOn !== null && (
                    <>
                      , <DateText date={receivedOn} />
                    </>
                  )}
                </>,
              ] as const,
              [
                t('balance.difference'),
                <>
                  {change !== null && change > 0 && '+'}
                  <MassText grams={change} />
                  {percent !== null && ` (${percent} %)`}
                </>,
              ] as const,
            ]),
      ]}
    />
  )
}

function Purchase({ purchase, lot }: { readonly purchase: PurchaseShown; readonly lot: LotSummary }) {
  const { t, language } = useWords()
  const me = useMe().data
  const own = me?.organisation?.id
  const line = purchase.lots.find((one) => one.lot === lot.id)
  const awaits = purchase.otherSideSays === 'awaited' && own !== purchase.recordedFor && (own === purchase.seller || own === purchase.buyer)
  return (
    <li className="stack" style={{ gap: 6 }}>
      <div>
        <b>
          {purchase.sellerName ?? '–'} → {purchase.buyerName ?? '–'}
        </b>{' '}
        <span className="small">
          {purchase.number} · <DateText date={purchase.boughtOn} /> · {purchase.place} ·{' '}
          <AppLink to={`/slips/purchases/${purchase.id}`}>{t('act.slip')}</AppLink>
        </span>
      </div>
      {line && (
        <span>
          <MassText grams={line.massGrams} /> × {moneyText(language, line.priceHundredthsPerKilogram, purchase.currency)}/kg ={' '}
          <b>{moneyText(language, line.amountHundredths, purchase.currency)}</b>
        </span>
      )}
      <span className="small">
        {t(`act.pay.${purchase.payment}`)} · {t(`act.says.${purchase.otherSideSays}`)}
        {purchase.otherSideFunction !== null && ` (${purchase.otherSideFunction})`}
        {purchase.otherSideRemark !== null && ` · ${purchase.otherSideRemark}`}
      </span>
      {awaits && <AnswerDialog path={`/api/purchases/${purchase.id}/answers`} explain={t('act.answer.purchase')} purchase={purchase} />}
    </li>
  )
}

function Seizures({ dealings }: { readonly dealings: LotDealings }) {
  const { t } = useWords()
  return (
    <>
      {dealings.seizures.map((one) => (
        <Note key={one.paper} tone={one.releasedOn === null ? 'red' : 'calm'}>
          <b>{t(one.releasedOn === null ? 'act.seized' : 'act.was-seized')}</b> <DateText date={one.seizedOn} /> · {one.authority},{' '}
          {one.paper} · {one.because}
          {one.releasedOn !== null && (
            <>
              {' '}
              → <DateText date={one.releasedOn} />, {one.releasePaper} · {one.releasedBecause}
            </>
          )}
        </Note>
      ))}
    </>
  )
}

function Storage({ dealings }: { readonly dealings: LotDealings }) {
  const { t } = useWords()
  if (dealings.stays.length === 0) return null
  return (
    <Listed title={t('act.stays')}>
      {dealings.stays.map((one, at) => (
        <li key={at}>
          <b>{one.place}</b>, {nameIn(dealings, one.depot)}: <DateText date={one.inOn} />, <MassText grams={one.inGrams} />
          {one.outOn !== null && (
            <>
              {' '}
              → <DateText date={one.outOn} />, <MassText grams={one.outGrams} />
            </>
          )}
        </li>
      ))}
    </Listed>
  )
}

function Corrections({ dealings }: { readonly dealings: LotDealings }) {
  const { t } = useWords()
  if (dealings.corrections.length === 0) return null
  return (
    <Listed title={t('act.corrections')}>
      {dealings.corrections.map((one, at) => (
        <li key={at}>
          <DateText date={one.askedOn} />: <MassText grams={one.beforeGrams} /> → <MassText grams={one.massGrams} /> · {one.reason}{' '}
          <span className="small">
            {t(`act.correction.${one.state}`)}
            {one.answerReason !== null && ` · ${one.answerReason}`}
          </span>
        </li>
      ))}
    </Listed>
  )
}

function Packing({ dealings: { packing } }: { readonly dealings: LotDealings }) {
  const { t } = useWords()
  if (packing === null) return null
  return (
    <Panel title={t('act.packing')}>
      <Pairs
        lines={[
          [t('act.pack.packages'), `${packing.packages} × ${packing.packageType}`],
          [t('act.pack.seals'), packing.seals.join(', ')],
          [t('act.pack.container'), packing.container ?? '–'],
          [t('act.pack.buyer'), [packing.buyer, packing.destination].filter(Boolean).join(', ') || '–'],
          [t('act.pack.day'), <DateText key="day" date={packing.sealedOn} />],
        ]}
      />
    </Panel>
  )
}

function Listed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Panel title={title}>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {children}
      </ul>
    </Panel>
  )
}
