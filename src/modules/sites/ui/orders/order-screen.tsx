/* One order as it was signed, where it stands today, with its scan, its publication or its end. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { OrderPage } from '../../domain/orders/order-answers.ts'
import { OrderPaper, type PaperLine } from './order-paper.tsx'

interface LedgerHeadAnswer {
  readonly name: string
  readonly head: { readonly size: number; readonly root: string } | null
}

export function OrderScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const [english, setEnglish] = useState(false)
  const { data, answer, error, again } = useAnswer<OrderPage>(`/api/orders/${params['order'] ?? ''}`)
  const ledger = useAnswer<LedgerHeadAnswer>('/api/ledger/head').data
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const may = mayOpen('sites.order', me) && data.annulledOn === null
  const language = english ? 'en' : 'fr'
  return (
    <Page
      title={data.number}
      crumbs={<AppLink to="/orders">{t('order.orders')}</AppLink>}
      under={<Under order={data} />}
      actions={<Actions order={data} english={english} setEnglish={setEnglish} may={may} />}
      answer={answer}
    >
      {data.annulledOn && (
        <Note tone="red">
          <b>
            {t('order.annulled')} <DateText date={data.annulledOn} />.
          </b>{' '}
          {data.annulmentReason}
        </Note>
      )}
      {data.publishedOn && (
        <Note tone="good">
          {t('order.published')} <DateText date={data.publishedOn} /> {data.publicationReference}
        </Note>
      )}
      {data.retroactive && (
        <div className="no-print">
          <Note>{t('order.retroactive', { signedOn: data.signedOn, effectiveFrom: data.effectiveFrom })}</Note>
        </div>
      )}
      <OrderPaper
        {...data}
        language={language}
        replaces={data.supersedes?.number ?? null}
        lines={data.annex.flatMap(paperLine)}
        stocks={data.derogations}
        draftVersion={null}
        ledger={ledger?.head ? { name: ledger.name, size: ledger.head.size, root: ledger.head.root } : null}
        coarse={!mayOpen('sites.exact-position', me)}
      />
      <div className="no-print">
        <Source>{t('order.paper.model')}</Source>{' '}
        <a href={`/ledger/entry?number=${encodeURIComponent(data.number)}`}>{t('ledger.entry.title')}</a>
      </div>
      <Visits order={data} />
      <Source>{t('order.rulebook', { id: data.rulebook.id, hash: data.rulebook.hash.slice(0, 12) })}</Source>
    </Page>
  )
}

function Under({ order }: { readonly order: OrderPage }) {
  const { t } = useWords()
  return (
    <>
      {t('order.phase')}
      {t('app.colon')} <b>{t(`order.phase.${order.phase}`)}</b>
      {order.endsOn && (
        <>
          {' · '}
          {t('order.ends')} <DateText date={order.endsOn} />
        </>
      )}
      {' · '}
      {t('order.recorded')} <InstantText at={order.recordedAt} />
    </>
  )
}

interface ActionsProps {
  readonly order: OrderPage
  readonly may: boolean
  readonly english: boolean
  readonly setEnglish: (english: boolean) => void
}
function Actions({ order, may, english, setEnglish }: ActionsProps) {
  const { t } = useWords()
  return (
    <>
      {may && <AnnulDialog order={order.order} />}
      {may && order.publishedOn === null && <PublishDialog order={order.order} />}
      {order.scan && (
        <a className="btn" href={`/api/orders/${order.order}/scan`} target="_blank" rel="noopener">
          {t('order.scan.open')}
        </a>
      )}
      <Button onClick={() => setEnglish(!english)}>{english ? t('order.french') : t('order.english')}</Button>
      <Button kind="primary" onClick={() => window.print()}>
        {t('app.print')}
      </Button>
    </>
  )
}

function Visits({ order }: { readonly order: OrderPage }) {
  const { t } = useWords()
  return (
    <div className="no-print">
      <Panel title={t('order.visits')}>
        <ul className="plain-list stack" style={{ gap: 6 }}>
          {order.annex.map((line) => (
            <li key={line.site}>
              <AppLink to={`/sites/${line.site}`}>{line.name}</AppLink>
              {line.inspection && (
                <>
                  {' · '}
                  <AppLink to={`/inspections/${line.inspection}`}>{t('order.visit')}</AppLink>
                </>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

/** An annex knows three colours; the wider type of the answer is the one that all lists share. */
function paperLine(line: OrderPage['annex'][number]): readonly PaperLine[] {
  const { colour } = line
  return colour === 'green' || colour === 'yellow' || colour === 'red' ? [{ ...line, colour }] : []
}

function PublishDialog({ order }: { readonly order: string }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [reference, setReference] = useState('')
  return (
    <ActDialog
      title={t('order.publish')}
      explain={t('order.publish.explain')}
      go={t('order.publish')}
      kind="plain"
      path={`/api/orders/${order}/publication`}
      data={on === '' ? null : { on, ...(reference.trim() === '' ? {} : { reference: reference.trim() }) }}
    >
      <DateField label={t('missions.day')} value={on} onValue={setOn} max={todayHere()} required />
      <TextField label={t('order.reference')} value={reference} onValue={setReference} maxLength={300} />
    </ActDialog>
  )
}

function AnnulDialog({ order }: { readonly order: string }) {
  const { t } = useWords()
  const [on, setOn] = useState(todayHere)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('order.annul')}
      explain={t('order.annul.explain')}
      go={t('order.annul')}
      kind="danger"
      path={`/api/orders/${order}/annulment`}
      data={on === '' || reason.trim() === '' ? null : { on, reason: reason.trim() }}
    >
      <DateField label={t('missions.day')} value={on} onValue={setOn} max={todayHere()} required />
      <LongTextField label={t('missions.reason')} value={reason} onValue={setReason} required maxLength={2000} />
    </ActDialog>
  )
}
