/* Empty sheets of a book, one A4 page each: head, carried total, rows, total, places to sign. French first, English beneath where it helps. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type WordKey, useWords } from '../../../../app/words.ts'
import type { BookSummary, SheetKind } from '../../contract-sheets.ts'
import { sheetLabel } from '../../domain/sheets/label.ts'
import './sheets.css'

const MOST_AT_ONCE = 50
/** A cell to write in by hand. */
const BLANK = '\u00a0'

export function BlankSheetsScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly books: readonly BookSummary[] }>('/api/sheet-books')
  const book = data?.books.find((one) => one.id === params['book'])
  const [range, setRange] = useState<{ readonly from: string; readonly to: string } | null>(null)
  if (error) return <ErrorState error={error} again={again} />
  if (!book) return <Loading />
  const from = Math.max(book.from, Number(range?.from ?? book.from) || book.from)
  const to = Math.min(book.to, Number(range?.to ?? from + 9) || book.to, from + MOST_AT_ONCE - 1)
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_none, at) => from + at)
  const shown = { from: range?.from ?? String(from), to: range?.to ?? String(to) }
  return (
    <Page
      title={t('sheets.print')}
      actions={
        <Button kind="primary" onClick={() => window.print()}>
          {t('sheets.print')}
        </Button>
      }
    >
      <div className="row no-print">
        <TextField
          label={t('sheets.from')}
          value={shown.from}
          onValue={(value) => setRange({ ...shown, from: value })}
          inputMode="numeric"
        />
        <TextField label={t('sheets.to')} value={shown.to} onValue={(value) => setRange({ ...shown, to: value })} inputMode="numeric" />
      </div>
      <div className="paper">
        {numbers.map((number) => (
          <BlankSheet key={number} book={book} number={number} />
        ))}
      </div>
    </Page>
  )
}

const columns: { readonly [Kind in SheetKind]: readonly WordKey[] } = {
  mine: ['sheet.tag', 'sheet.massGrams', 'sheet.pit', 'sheet.team', 'sheet.time', 'sheet.remark'],
  trader: ['sheet.tag', 'sheet.massGrams', 'sheet.remark'],
  export: ['sheet.tag.export', 'sheet.grossGrams', 'sheet.massGrams', 'sheet.remark'],
}
const signatures: { readonly [Kind in SheetKind]: readonly WordKey[] } = {
  mine: ['sheet.paper.agent', 'sheet.paper.cooperative'],
  trader: ['sheet.paper.trader-sign', 'sheet.paper.agent'],
  export: ['sheet.paper.trader-sign', 'sheet.paper.agent'],
}

function BlankSheet({ book, number }: { readonly book: BookSummary; readonly number: number }) {
  const { t } = useWords()
  const head = columns[book.kind]
  const places: readonly (readonly [WordKey, string])[] = [
    [book.kind === 'mine' ? 'lots.site' : 'sheets.whose', book.siteName ?? book.holderName ?? ''],
    ['sheet.day', ''],
    ['sheet.mineral', ''],
    ...(book.kind === 'mine' ? [['sheet.holder', ''] as const] : []),
    ...(book.kind === 'trader' ? [['sheet.outTag', ''] as const, ['sheet.outGrams', ''] as const] : []),
  ]
  return (
    <section className="blank-sheet" aria-label={sheetLabel(book.prefix, number)}>
      <header>
        <h2>{t(`sheet.paper.${book.kind}`)}</h2>
        <b>{sheetLabel(book.prefix, number)}</b>
      </header>
      <dl>
        {places.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sheet.line')}</th>
            {head.map((key) => (
              <th key={key} scope="col" className={key.replaceAll('.', '-')}>
                {t(key)}
              </th>
            ))}
          </tr>
          <tr className="carried">
            <td colSpan={head.indexOf('sheet.massGrams') + 1}>{t('sheet.paper.carried')}</td>
            <td colSpan={head.length - head.indexOf('sheet.massGrams')}>{BLANK}</td>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: book.rowsPerSheet }, (_none, at) => (
            <tr key={at}>
              <td>{at + 1}</td>
              {head.map((key) => (
                <td key={key}>{BLANK}</td>
              ))}
            </tr>
          ))}
          <tr className="carried">
            <td colSpan={head.indexOf('sheet.massGrams') + 1}>{t('sheet.paper.total')}</td>
            <td colSpan={head.length - head.indexOf('sheet.massGrams')}>{BLANK}</td>
          </tr>
        </tbody>
      </table>
      <div className="blank-signatures">
        {signatures[book.kind].map((key) => (
          <span key={key}>{t(key)}</span>
        ))}
      </div>
      <footer>{t('sheet.paper.foot')}</footer>
    </section>
  )
}
