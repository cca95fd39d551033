/* The scorecard of mutual accountability: what one body promised another, quarter by quarter, as both see it; a side rates here, alone. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { Choice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { LongTextField, SelectField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import type { PromiseShown, QuarterShown, Scorecard, Side } from '../contract-scores.ts'
import { PromiseTrend } from './promise-trend.tsx'
import './committees.css'

export function ScoresScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['committee'] ?? ''
  const { data, answer, error, again } = useAnswer<Scorecard>(`/api/coordination/committees/${id}/promises`)
  return (
    <Page
      title={t('scores.title')}
      crumbs={<AppLink to={`/coordination/${id}`}>{data?.committeeName ?? t('committees.title')}</AppLink>}
      under={t('scores.under')}
      answer={answer}
      actions={data?.keeps && <MakePromiseAct id={id} seats={data.seats} again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.promises.length === 0 && <EmptyState title={t('scores.none')}>{t('scores.none.do')}</EmptyState>}
          {data.promises.map((one) => (
            <PromisePanel key={one.id} one={one} card={data} again={again} />
          ))}
          <Source>{t('scores.rule', { days: data.rules.scoringDays, gap: data.rules.gap })}</Source>
        </>
      )}
    </Page>
  )
}

interface PromiseProps {
  readonly one: PromiseShown
  readonly card: Scorecard
  readonly again: () => void
}
function PromisePanel({ one, card, again }: PromiseProps) {
  const { t } = useWords()
  return (
    <Panel title={`${one.holder} → ${one.beneficiary}`}>
      <p>{one.text}</p>
      <p className="small">{t('committee.pair', { label: t('scores.indicator'), value: one.indicator })}</p>
      <PromiseTrend one={one} card={card} />
      <ul className="plain-list stack">
        {one.quarters.map((quarter) => (
          <li key={quarter.quarter}>
            <QuarterLine quarter={quarter} />
            {one.mine !== null && quarter.state === 'open' && !quarter.rated.includes(one.mine) && (
              <RateAct promise={one.id} quarter={quarter.quarter} again={again} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
const DOTS = '●●●●●○○○○○'
function QuarterLine({ quarter }: { readonly quarter: QuarterShown }) {
  const { t } = useWords()
  const sides: readonly Side[] = ['holder', 'beneficiary']
  return (
    <>
      <strong>{quarter.quarter}</strong>{' '}
      <span className="small">
        {quarter.state === 'open' ? t('scores.state.open', { on: quarter.closesOn }) : t(`scores.state.${quarter.state}`)}
      </span>
      {sides.map((side) => {
        const given = quarter.scores.find((score) => score.side === side)
        const not = quarter.rated.includes(side) ? t('scores.hidden') : t('scores.not-rated')
        return (
          <div key={side}>
            {t('committee.pair', { label: t(`scores.side.${side}`), value: '' })}
            {given === undefined ? (
              <span className="small">{not}</span>
            ) : (
              <>
                <span aria-hidden="true">{DOTS.slice(5 - given.score, 10 - given.score)}</span> {given.score}/5{' '}
                <span className="small">{given.comment}</span>
              </>
            )}
          </div>
        )
      })}
      {quarter.gap !== null && (
        <span className={quarter.isWide ? 'committee-mark late' : 'committee-mark'}>
          {t(quarter.isWide ? 'scores.wide' : 'scores.gap', { n: quarter.gap })}
        </span>
      )}
    </>
  )
}
function RateAct({ promise, quarter, again }: { readonly promise: string; readonly quarter: string; readonly again: () => void }) {
  const { t } = useWords()
  const [score, setScore] = useState('')
  const [comment, setComment] = useState('')
  return (
    <ActDialog
      {...{ title: t('scores.rate', { quarter }), explain: t('scores.rate.explain'), go: t('scores.rate.go') }}
      path={`/api/coordination/promises/${promise}/scores`}
      data={score !== '' && comment.trim() !== '' ? { quarter, score: Number(score), comment: comment.trim() } : null}
      onDone={again}
    >
      <Choice
        legend={t('scores.score')}
        value={score}
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
        onValue={setScore}
      />
      <LongTextField label={t('scores.comment')} value={comment} onValue={setComment} maxLength={400} required />
    </ActDialog>
  )
}
/** The quarter before, which may still be rated, this one and three years on. */
function quartersFrom(today: string): readonly string[] {
  const now = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1
  return Array.from({ length: 14 }, (_, at) => now - 1 + at).map((n) => `${Math.floor(n / 4)}-Q${(n % 4) + 1}`)
}
interface MakeProps {
  readonly id: string
  readonly seats: Scorecard['seats']
  readonly again: () => void
}
function MakePromiseAct({ id, seats, again }: MakeProps) {
  const { t } = useWords()
  const [said, setSaid] = useState({ holder: '', beneficiary: '', text: '', indicator: '', from: '', until: '' })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const named = seats.map(({ key, title }) => ({ id: key, name: title }))
  const quarters = [{ value: '', label: t('committee.choose') }, ...quartersFrom(todayHere()).map((value) => ({ value, label: value }))]
  const isWhole = Object.values(said).every((one) => one.trim() !== '')
  return (
    <ActDialog
      {...{ title: t('scores.make'), explain: t('scores.make.explain'), go: t('scores.make.go') }}
      path={`/api/coordination/committees/${id}/promises`}
      data={isWhole ? { ...said, text: said.text.trim(), indicator: said.indicator.trim() } : null}
      onDone={again}
    >
      <NamedField
        label={t('scores.holder')}
        value={said.holder}
        named={named}
        empty={t('committee.choose')}
        onValue={(holder) => set({ holder })}
      />
      <NamedField
        label={t('scores.beneficiary')}
        value={said.beneficiary}
        named={named}
        empty={t('committee.choose')}
        onValue={(beneficiary) => set({ beneficiary })}
      />
      <LongTextField label={t('scores.text')} value={said.text} onValue={(text) => set({ text })} maxLength={400} required />
      <LongTextField
        label={t('scores.indicator')}
        value={said.indicator}
        onValue={(indicator) => set({ indicator })}
        maxLength={300}
        required
      />
      <SelectField label={t('scores.from')} value={said.from} options={quarters} onValue={(from) => set({ from })} required />
      <SelectField label={t('scores.until')} value={said.until} options={quarters} onValue={(until) => set({ until })} required />
    </ActDialog>
  )
}
