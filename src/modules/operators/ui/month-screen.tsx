/* The month of a trader: the register line by line, the figures that follow from it, and what was filed. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { LongTextField } from '../../../app/kit/field.tsx'
import { MineralMark } from '../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText, massText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import { type Language, numberText } from '../../../kernel/phrase.ts'
import type { MonthAnswer, MonthFigures, RegisterEntry } from '../contract.ts'
import { BalanceTable } from './balance-table.tsx'
import { MonthMark } from './operator-screen.tsx'

const amount = (language: Language, grams: number, milligrams: number | null): string =>
  milligrams === null ? massText(language, grams) : `${numberText(language, milligrams / 1000)}\u00a0g`
const money = (language: Language, sums: MonthFigures['turnover']): string =>
  sums.length === 0 ? '–' : sums.map((one) => `${numberText(language, one.amountCents / 100)}\u00a0${one.currency}`).join(' + ')

export function MonthScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const me = useMe().data
  const { organisation = '', month = '' } = params
  const { data, answer, error, again } = useAnswer<MonthAnswer>(`/api/operators/${organisation}/months/${month}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { now, filed, summary, differs } = data
  const mine = me?.organisation?.id === organisation && mayOpen('operators.report', me)
  const sheet = `/operators/${organisation}/months/${month}`
  return (
    <Page
      title={t('months.of', { month })}
      marks={<MonthMark month={summary} />}
      crumbs={<AppLink to={`/operators/${organisation}`}>{now.organisationName}</AppLink>}
      under={
        <>
          {t('months.due')} <DateText date={summary.dueOn} />
        </>
      }
      answer={answer}
      actions={
        <>
          {mine && summary.state !== 'open' && <FileDialog path={`/api${sheet}/filings`} correction={filed.length > 0} />}
          <Sheets sheet={sheet} />
        </>
      }
    >
      {differs && <Note>{t('months.differs')}</Note>}
      <Panel title={t('months.figures')}>
        <p>
          {t('months.counts', { purchases: now.purchases, sales: now.sales })} · {t('months.turnover')} {money(language, now.turnover)}
        </p>
        <Figures figures={now} />
        <BalanceTable minerals={now.minerals} amount={amount} />
        <Source>{t('months.rule')}</Source>
      </Panel>
      <Panel title={t('months.filed')}>
        {filed.length === 0 && <p>{t('months.none-filed')}</p>}
        <ol className="plain-list stack">
          {filed.map((one) => (
            <li key={one.version}>
              <a href={`${sheet}/print?version=${one.version}&language=${language}`} target="_blank" rel="noreferrer">
                {t('months.version', { version: one.version })}
              </a>{' '}
              · <DateText date={one.filedOn} />
              {one.lateDays > 0 && ` · ${t('months.late', { n: one.lateDays })}`}
              {one.correctionReason && ` · ${one.correctionReason}`} <span className="small">{one.hash.slice(0, 16)}</span>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={t('months.register')}>
        <DataTable
          caption={t('months.register')}
          file={`register-${month}`}
          rows={data.entries}
          rowKey={(one) => `${one.lot}/${one.direction}/${one.on}/${one.from}`}
          order="on"
          columns={columnsOf(t, language)}
          empty={<EmptyState title={t('months.empty')}>{t('months.empty.do')}</EmptyState>}
        />
      </Panel>
    </Page>
  )
}

/** What leaves the screen: the sheet to sign, the register and the balance as tables. */
function Sheets({ sheet }: { readonly sheet: string }) {
  const { t, language } = useWords()
  return (
    <>
      <a className="btn" href={`${sheet}/print?language=${language}`} target="_blank" rel="noreferrer">
        {t('app.print')}
      </a>
      <a className="btn" href={`${sheet}/register.csv?language=${language}&excel=true`}>
        {t('months.csv')}
      </a>
      <a className="btn" href={`${sheet}/figures.csv?language=${language}&excel=true`}>
        {t('months.balance.csv')}
      </a>
    </>
  )
}

function Figures({ figures }: { readonly figures: MonthFigures }) {
  const { t, language } = useWords()
  if (figures.minerals.length === 0) return <p>{t('months.empty')}</p>
  const silent = figures.minerals.reduce((sum, one) => sum + one.withoutPrice, 0)
  return (
    <>
      <div className="table-scroll" style={{ overflowX: 'auto' }}>
        <table className="table">
          <thead>
            <tr>
              <th>{t('months.mineral')}</th>
              <th className="n">{t('months.bought')}</th>
              <th className="n">{t('months.quality')}</th>
              <th className="n">{t('months.paid')}</th>
              <th className="n">{t('months.sold')}</th>
              <th className="n">{t('months.received')}</th>
              <th className="n">{t('months.stock')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.minerals.map((one) => (
              <tr key={one.mineral}>
                <td>
                  <MineralMark mineral={one.mineral} />
                </td>
                <td className="n">{amount(language, one.boughtGrams, one.boughtMilligrams)}</td>
                <td className="n">
                  {one.boughtQuality === null
                    ? '–'
                    : `${numberText(language, one.boughtQuality.value)} ${one.boughtQuality.unit === 'percent' ? '%' : '‰'} ${one.boughtQuality.element}`}
                </td>
                <td className="n">{money(language, one.paid)}</td>
                <td className="n">{amount(language, one.soldGrams, one.soldMilligrams)}</td>
                <td className="n">{money(language, one.received)}</td>
                <td className="n">{amount(language, one.closingStockGrams, one.closingStockMilligrams)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {silent > 0 && <Note>{t('months.without-price', { n: silent })}</Note>}
    </>
  )
}

const columnsOf = (t: Translate, language: Language): readonly Column<RegisterEntry>[] => [
  { key: 'on', header: t('months.day'), value: (one) => one.on, cell: (one) => <DateText date={one.on} /> },
  {
    key: 'direction',
    header: t('months.direction'),
    value: (one) => t(`months.direction.${one.direction}`),
    cell: (one) => t(`months.direction.${one.direction}`),
  },
  {
    key: 'other',
    header: t('months.other'),
    value: (one) => one.otherName ?? t(`months.from.${one.from}`),
    cell: (one) => one.otherName ?? t(`months.from.${one.from}`),
  },
  { key: 'place', header: t('months.place'), value: (one) => one.place, cell: (one) => one.place ?? '–' },
  {
    key: 'lot',
    header: t('months.lot'),
    value: (one) => one.lotNumber,
    cell: (one) => <AppLink to={`/lots/${one.lot}`}>{one.lotNumber}</AppLink>,
  },
  {
    key: 'mineral',
    header: t('months.mineral'),
    value: (one) => t(`mineral.${one.mineral}`),
    cell: (one) => <MineralMark mineral={one.mineral} />,
  },
  {
    key: 'mass',
    header: t('months.mass'),
    numeric: true,
    value: (one) => one.massGrams,
    cell: (one) => amount(language, one.massGrams, one.massMilligrams),
  },
  { key: 'quality', header: t('months.grade'), value: (one) => one.quality, cell: (one) => one.quality ?? '–' },
  {
    key: 'price',
    header: t('months.price'),
    numeric: true,
    value: (one) => one.price?.amountCents ?? null,
    cell: (one) => (one.price === null ? '–' : money(language, [one.price])),
  },
]

function FileDialog({ path, correction }: { readonly path: string; readonly correction: boolean }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(correction ? 'months.correct' : 'months.file')}
      explain={t(correction ? 'months.correct.explain' : 'months.file.explain')}
      go={t(correction ? 'months.correct' : 'months.file')}
      path={path}
      data={correction ? (reason.trim() === '' ? null : { correctionReason: reason.trim() }) : {}}
    >
      {correction && <LongTextField label={t('cards.reason')} value={reason} onValue={setReason} maxLength={400} required />}
    </ActDialog>
  )
}
