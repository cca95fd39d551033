/*
The table of spellings: how IPIS writes a thing and what it is taken to mean, unknown words first. A correction is an act with a
reason; the visits follow when the operator imports the file again, and the screen says so until that is done.
*/
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { InstantText } from '../../../app/kit/values.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import { useWords } from '../../../app/words.ts'
import type { SpellingAnswer, SpellingRow } from '../spelling-correction.ts'
import { spellingKinds } from '../spelling-kinds.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { arrange, meaningText } from './spelling-words.ts'

const origins = ['noticed', 'corrected', 'delivered'] as const

export function SpellingsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<SpellingAnswer>('/api/imports/ipis/spellings')
  return (
    <Page title={t('spellings.title')} under={t('spellings.under')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <NextImport data={data} />
          <Panel>
            <Spellings data={data} />
            <Source>{t('spellings.source')}</Source>
          </Panel>
        </>
      )}
    </Page>
  )
}

function NextImport({ data }: { readonly data: SpellingAnswer }) {
  const { t } = useWords()
  const waiting = data.spellings.filter((one) => (one.waiting ?? 0) > 0).length
  if (data.spellings.every((one) => one.visits === undefined)) {
    return (
      <Note tone="calm" live>
        {t('spellings.never-imported')}
      </Note>
    )
  }
  if (waiting === 0) return null
  return (
    <Note live>
      <strong>{t('spellings.waiting', { n: waiting })}</strong> {t('spellings.waiting.do')}
    </Note>
  )
}

function Spellings({ data }: { readonly data: SpellingAnswer }) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const filter = { kind: state['kind'] ?? '', origin: state['origin'] ?? '' }
  const any = { value: '', label: t('filter.any') }
  return (
    <DataTable
      caption={t('spellings.title')}
      file="ipis-spellings"
      rows={arrange(data.spellings, filter)}
      columns={useColumns(data)}
      rowKey={(row) => row.id}
      order="arranged"
      tools={
        <>
          <SelectField
            label={t('spellings.kind')}
            value={filter.kind}
            options={[any, ...spellingKinds.map((value) => ({ value: String(value), label: t(`spellings.kind.${value}`) }))]}
            onValue={(kind) => change({ kind })}
          />
          <SelectField
            label={t('spellings.origin')}
            value={filter.origin}
            options={[any, ...origins.map((value) => ({ value: String(value), label: t(`spellings.origin.${value}`) }))]}
            onValue={(origin) => change({ origin })}
          />
        </>
      }
      empty={
        <EmptyState title={t(filter.origin === 'noticed' && filter.kind === '' ? 'spellings.none-unknown' : 'spellings.none')}>
          <Button onClick={() => change({ kind: '', origin: '', q: '' })}>{t('spellings.show-all')}</Button>
        </EmptyState>
      }
    />
  )
}

function useColumns({ spellings }: SpellingAnswer): readonly Column<SpellingRow>[] {
  const { t, language } = useWords()
  const meaningOf = (row: SpellingRow) => (row.meaning === null ? null : meaningText(row.kind, row.meaning))
  return [
    {
      key: 'written',
      header: t('spellings.written'),
      value: (row) => row.asWritten,
      cell: (row) => (
        <>
          <q lang="fr">{row.asWritten}</q>
          {row.isBeginning && <span className="small"> {t('spellings.begins')}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      header: t('spellings.kind'),
      value: (row) => t(`spellings.kind.${row.kind}`),
      cell: (row) => t(`spellings.kind.${row.kind}`),
    },
    {
      key: 'meaning',
      header: t('spellings.meaning'),
      value: meaningOf,
      cell: (row) => meaningOf(row) ?? <strong>{t('spellings.no-meaning')}</strong>,
    },
    {
      key: 'visits',
      header: t('spellings.visits'),
      numeric: true,
      value: (row) => row.visits ?? null,
      cell: (row) => (row.visits === undefined ? <span className="ink-3">{t('app.unknown')}</span> : numberText(language, row.visits)),
    },
    {
      key: 'origin',
      header: t('spellings.origin'),
      value: (row) => t(`spellings.origin.${row.origin}`),
      cell: (row) => <Origin row={row} />,
    },
    {
      key: 'correct',
      header: t('spellings.correct'),
      value: () => null,
      cell: (row) => <CorrectDialog row={row} all={spellings} />,
    },
  ]
}

function Origin({ row }: { readonly row: SpellingRow }) {
  const { t } = useWords()
  return (
    <>
      {t(`spellings.origin.${row.origin}`)}
      {(row.waiting ?? 0) > 0 && <strong> · {t('spellings.waits', { n: row.waiting })}</strong>}
      {row.reason !== undefined && (
        <span className="small">
          {' '}
          {row.reason} {row.correctedAt !== undefined && <InstantText at={row.correctedAt} />}
        </span>
      )}
    </>
  )
}
