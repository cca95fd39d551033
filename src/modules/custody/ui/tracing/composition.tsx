/*
Of what a lot is made, so that a buyer understands it in a minute: one sentence, the flow, and for every site its share, the least and
the most that is proven, the days, and the status on those days. What has no origin stands in the same table and is never hidden.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AsOfPicker, asOfQuery, useAsOf } from '../../../../app/kit/as-of-picker.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText, numberText } from '../../../../kernel/phrase.ts'
import type { LotComposition } from '../../contract-tracing.ts'
import { amountText, percentText, unitsOf } from './amount.tsx'
import { FlowPicture } from './flow-picture.tsx'
import { SitesTable } from './sites-table.tsx'
import { Hands, Papers } from './hands-and-papers.tsx'
import { WayPicture } from './way-picture.tsx'
import type { ReactNode } from 'react'
import './tracing.css'

/** `otherwise` is shown where the tracing answer cannot be had, as on a telephone without network. */
export function Composition({ lot, otherwise }: { readonly lot: string; readonly otherwise: ReactNode }) {
  const { t } = useWords()
  const asOf = useAsOf()
  const { data, error } = useAnswer<LotComposition>(`/api/traces/lots/${lot}${asOfQuery({ ...asOf, knownAt: null })}`)
  if (error) {
    return (
      <>
        {asOf.asOf !== null && <Note live>{t('trace.not-then')}</Note>}
        {otherwise}
      </>
    )
  }
  if (!data) return <Loading />
  return (
    <>
      <Panel title={t('trace.made-of')} aside={<AsOfPicker onlyDay />}>
        <MadeOf made={data} />
        <SitesTable made={data} />
        <AnsweredBy answer={data} />
      </Panel>
      {data.flow.links.length > 0 && (
        <Panel title={t('trace.flow')}>
          <FlowPicture flow={data.flow} title={t('trace.flow.title', { number: data.number })} />
          <Source>{t('trace.flow.source', { n: data.nodes, m: data.draws })}</Source>
        </Panel>
      )}
      <div className="columns">
        {data.way.length > 0 && (
          <Panel title={t('trace.way')}>
            <WayPicture way={data.way} title={t('trace.way.title', { number: data.number })} />
            <WayList way={data.way} />
          </Panel>
        )}
        <Hands made={data} />
        <Papers made={data} />
      </div>
    </>
  )
}

/** The one sentence: how much, from where, what has no origin, what is held. */
function MadeOf({ made }: { readonly made: LotComposition }) {
  const { t, language } = useWords()
  const [first] = made.sites
  const held = made.sites.reduce((sum, part) => sum + part.held, 0)
  const withoutRight = made.sites.reduce((sum, part) => sum + part.withoutRight, 0)
  const days = made.sites.flatMap((part) => [part.producedFrom, part.producedTo]).filter((day) => day !== null)
  return (
    <div className="made-of stack">
      <p>
        {made.sites.length === 0
          ? t('trace.sentence.none', { mass: amountText(language, made.mass) })
          : t('trace.sentence', {
              mass: amountText(language, made.mass),
              n: made.sites.length,
              first: first?.siteName ?? t('lots.site.unknown'),
              share: percentText(language, first?.hundredthsOfPercent ?? 0),
            })}{' '}
        {days.length > 0 &&
          t('trace.sentence.days', { from: dateText(days.toSorted()[0] ?? ''), to: dateText(days.toSorted().at(-1) ?? '') })}
      </p>
      {unitsOf(made.unexplained.total) > 0 && (
        <Note tone="warn">
          {t('trace.unexplained', {
            amount: amountText(language, made.unexplained.total),
            share: percentText(language, made.unexplained.hundredthsOfPercent),
          })}{' '}
          <Unexplained made={made} />
        </Note>
      )}
      {(held > 0 || withoutRight > 0) && (
        <Note tone="red">
          {held > 0 && t('trace.held', { n: held })} {withoutRight > 0 && t('trace.without-right', { n: withoutRight })}
        </Note>
      )}
    </div>
  )
}

function Unexplained({ made: { unexplained } }: { readonly made: LotComposition }) {
  const { t, language } = useWords()
  const parts = (['siteUnknown', 'gained', 'overdrawn', 'voided'] as const).filter((why) => unitsOf(unexplained[why]) > 0)
  return <>{parts.map((why) => t(`trace.unexplained.${why}`, { amount: amountText(language, unexplained[why]) })).join(' ; ')}.</>
}

function WayList({ way }: { readonly way: LotComposition['way'] }) {
  const { t, language } = useWords()
  return (
    <ol className="plain-list">
      {way.map((place) => (
        <li key={`${place.what}${place.name}${place.from}`} className="row tight">
          <b>{place.name}</b>
          <span className="small">
            {t(`trace.way.${place.what}`)} · {t('trace.lots', { n: place.lots })}
            {place.from !== null &&
              ` · ${dateText(place.from)}${place.to !== null && place.to !== place.from ? ` – ${dateText(place.to)}` : ''}`}
          </span>
          <span className="unseen">{numberText(language, place.lots)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Who answered, and how much of the log it knew; below everything that the engine or the record said. */
export function AnsweredBy({ answer }: { readonly answer: { readonly answeredBy: 'engine' | 'reference'; readonly position: number } }) {
  const { t, language } = useWords()
  return <Source>{t(`trace.by.${answer.answeredBy}`, { position: numberText(language, answer.position) })}</Source>
}
