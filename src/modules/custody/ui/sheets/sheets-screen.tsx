/* Books of numbered paper and what came back of them: print, type in, and which numbers are missing. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { newId, post } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { BookSummary, SheetKind, SheetSummary } from '../../contract-sheets.ts'
import { runsText } from './runs-text.ts'
import { type PickedSite, SiteField } from '../lots/pick.tsx'

export function SheetsScreen() {
  const { t } = useWords()
  const books = useAnswer<{ readonly books: readonly BookSummary[] }>('/api/sheet-books')
  const sheets = useAnswer<{ readonly sheets: readonly SheetSummary[] }>('/api/sheets')
  const error = books.error ?? sheets.error
  return (
    <Page title={t('sheets.title')} under={t('sheets.explain')} answer={sheets.answer} actions={<NewBook onDone={books.again} />}>
      {error && <ErrorState error={error} again={books.again} />}
      {!error && (!books.data || !sheets.data) && <Loading />}
      {books.data && sheets.data && (
        <>
          {books.data.books.length > 0 && <OpenSheetPanel books={books.data.books} />}
          <Sheets sheets={sheets.data.sheets} />
          <Books books={books.data.books} />
        </>
      )}
    </Page>
  )
}

function OpenSheetPanel({ books }: { readonly books: readonly BookSummary[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [book, setBook] = useState(books[0]?.id ?? '')
  const [number, setNumber] = useState('')
  const [error, setError] = useState<unknown>(null)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      // Written as printed, MW-00012, or the number alone.
      const found = Number(/(\d+)\s*$/.exec(number)?.[1] ?? Number.NaN)
      const { sheet } = await post<{ readonly sheet: string }>('/api/sheets', { id: newId(), book, number: found })
      await navigate({ to: `/sheets/${sheet}` })
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <Panel title={t('sheets.open')}>
      <form className="row" onSubmit={(event) => void open(event)}>
        <SelectField
          label={t('sheets.book')}
          value={book}
          options={books.map((one) => ({ value: String(one.id), label: `${one.prefix} · ${one.siteName ?? one.holderName ?? ''}` }))}
          onValue={setBook}
        />
        <TextField label={t('sheets.open.number')} hint={t('sheets.open.explain')} value={number} onValue={setNumber} required />
        <Button kind="primary" type="submit" disabled={!/\d/.test(number)}>
          {t('sheets.open.go')}
        </Button>
      </form>
      {error !== null && <ErrorState error={error} />}
    </Panel>
  )
}

function Sheets({ sheets }: { readonly sheets: readonly SheetSummary[] }) {
  const { t } = useWords()
  if (sheets.length === 0) return <EmptyState title={t('sheets.list.none')}>{t('sheets.list.none.do')}</EmptyState>
  return (
    <Panel title={t('sheets.list')}>
      <DataTable
        rows={sheets}
        rowKey={(sheet) => sheet.id}
        caption={t('sheets.list')}
        file="sheets"
        order="-label"
        prefix="s."
        empty={null}
        plain
        columns={[
          {
            key: 'label',
            header: t('sheets.number'),
            value: (one) => one.label,
            cell: (one) => <AppLink to={`/sheets/${one.id}`}>{one.label}</AppLink>,
          },
          { key: 'state', header: t('sheets.state'), value: (one) => one.state, cell: (one) => t(`sheets.state.${one.state}`) },
          {
            key: 'whose',
            header: t('sheets.whose'),
            value: (one) => one.siteName ?? one.holderName ?? '',
            cell: (one) => one.siteName ?? one.holderName ?? '',
          },
          { key: 'day', header: t('sheets.day'), value: (one) => one.day ?? '', cell: (one) => <DateText date={one.day} otherwise="–" /> },
          { key: 'lines', header: t('sheets.lines'), value: (one) => one.lines, cell: (one) => one.lines, numeric: true },
          { key: 'findings', header: t('sheets.findings'), value: (one) => one.findings, cell: (one) => one.findings, numeric: true },
          {
            key: 'late',
            header: t('sheets.late'),
            value: (one) => one.daysLate ?? '',
            cell: (one) => (one.daysLate === null ? '–' : t('sheets.late.days', { n: one.daysLate })),
            numeric: true,
          },
        ]}
      />
    </Panel>
  )
}

function Books({ books }: { readonly books: readonly BookSummary[] }) {
  const { t } = useWords()
  if (books.length === 0) return <EmptyState title={t('sheets.books.none')}>{t('sheets.books.none.do')}</EmptyState>
  return (
    <Panel title={t('sheets.books')}>
      <DataTable
        rows={books}
        rowKey={(book) => book.id}
        caption={t('sheets.books')}
        file="books"
        order="numbers"
        prefix="b."
        empty={null}
        plain
        columns={[
          {
            key: 'numbers',
            header: t('sheets.book'),
            value: (one) => `${one.prefix}${one.from}`,
            cell: (one) => `${one.prefix}${one.from}–${one.to}`,
          },
          { key: 'kind', header: t('sheets.kind'), value: (one) => one.kind, cell: (one) => t(`sheets.kind.${one.kind}`) },
          {
            key: 'whose',
            header: t('sheets.whose'),
            value: (one) => one.siteName ?? one.holderName ?? '',
            cell: (one) => one.siteName ?? one.holderName ?? '',
          },
          { key: 'posted', header: t('sheets.posted'), value: (one) => one.posted, cell: (one) => one.posted, numeric: true },
          {
            key: 'missing',
            header: t('sheets.missing'),
            value: (one) => one.missing.length,
            cell: (one) => (one.missing.length === 0 ? t('sheets.missing.none') : runsText(one.missing)),
          },
          {
            key: 'print',
            header: t('sheets.print'),
            value: () => '',
            cell: (one) => <LinkButton to={`/sheet-books/${one.id}`}>{t('sheets.print')}</LinkButton>,
          },
        ]}
      />
      <Source>{t('sheets.missing.source')}</Source>
    </Panel>
  )
}

function NewBook({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const me = useMe().data
  const isAgent = me?.capabilities.includes('custody.weigh') === true
  const kinds: readonly SheetKind[] = isAgent ? ['mine'] : ['trader', 'export']
  const [kind, setKind] = useState<string>('')
  const [site, setSite] = useState<PickedSite | null>(null)
  const [texts, setTexts] = useState({ prefix: '', from: '1', to: '50', rows: '25' })
  const chosen = kinds.find((one) => one === kind) ?? kinds[0]
  const whole = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null)
  const [from, to, rowsPerSheet] = [whole(texts.from), whole(texts.to), whole(texts.rows)]
  const ready = texts.prefix.trim() !== '' && from !== null && to !== null && rowsPerSheet !== null && (chosen !== 'mine' || site !== null)
  const data = ready
    ? {
        ...{ kind: chosen, prefix: texts.prefix.trim(), from, to, rowsPerSheet, site: site?.id ?? null },
        holder: chosen === 'mine' ? null : (me?.organisation?.id ?? null),
      }
    : null
  const field = (name: keyof typeof texts, label: string, hint?: string) => (
    <TextField label={label} hint={hint} value={texts[name]} onValue={(value) => setTexts({ ...texts, [name]: value })} required />
  )
  return (
    <ActDialog
      title={t('sheets.new-book')}
      explain={t('sheets.new-book.explain')}
      go={t('sheets.new-book.go')}
      path="/api/sheet-books"
      data={data}
      onDone={onDone}
    >
      <SelectField
        label={t('sheets.kind')}
        value={chosen ?? ''}
        options={kinds.map((value) => ({ value: String(value), label: t(`sheets.kind.${value}`) }))}
        onValue={setKind}
      />
      {chosen === 'mine' && <SiteField label={t('lots.site')} value={site} onValue={setSite} />}
      {field('prefix', t('sheets.prefix'), t('sheets.prefix.hint'))}
      {field('from', t('sheets.from'))}
      {field('to', t('sheets.to'))}
      {field('rows', t('sheets.rows'))}
    </ActDialog>
  )
}
