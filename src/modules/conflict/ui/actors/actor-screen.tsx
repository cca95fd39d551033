/* One actor: what it is, every spelling that leads to it, how it stands to others, where rounds placed it, and the sheets that name it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { ActorDetail, GridLine, RelationLine } from '../../contract-actors.ts'
import type { SheetsAnswer } from '../../contract-sheet-answers.ts'
import { SecretNameShown } from '../names/secret-name-shown.tsx'
import { ConfidenceText } from '../sheets/sheet-marks.tsx'
import { ActorActs } from './actor-acts.tsx'
import { RemoveSpellingAct } from './describe-act.tsx'
import { useAreaNames } from './use-area-names.ts'

export function ActorScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const areaName = useAreaNames()
  const id = params['actor'] ?? ''
  const { data, answer, error, again } = useAnswer<ActorDetail>(`/api/conflict/actors/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page
      title={data.name}
      crumbs={<AppLink to="/actors">{t('actors.title')}</AppLink>}
      under={t(`actors.kind.${data.kind}`)}
      answer={answer}
      actions={
        <>
          {mayOpen('conflict.map', me) && data.mergedInto === null && <ActorActs data={data} again={again} />}
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      {data.mergedInto !== null && (
        <Note>
          {t('actors.merged')} <AppLink to={`/actors/${data.mergedInto}`}>{t('actors.merged.open')}</AppLink>
        </Note>
      )}
      <Panel title={t('actors.facts')}>
        <Pairs
          lines={[
            [t('actors.areas'), data.areas.map(areaName).join(', ') || t('actors.areas.none')],
            [t('actors.ddr'), t(`actors.ddr.${data.ddr}`)],
            [t('actors.described'), data.described ?? '–'],
            ...(data.isSecret ? [[t('actors.secret'), <Secret key="secret" data={data} />] as const] : []),
          ]}
        />
        {data.near.length > 0 && (
          <p className="small">
            {t('actors.near')}{' '}
            {data.near.map((one, at) => (
              <span key={one.id}>
                {at > 0 && ', '}
                <AppLink to={`/actors/${one.id}`}>{one.name}</AppLink>
              </span>
            ))}
          </p>
        )}
      </Panel>
      {!data.isSecret && <Spellings data={data} again={mayOpen('conflict.map', me) && data.mergedInto === null ? again : null} />}
      <Relations data={data} />
      <Places lines={data.grid} />
      <SheetsOf actor={data.id} />
    </Page>
  )
}

function Secret({ data }: { readonly data: ActorDetail }) {
  const { t } = useWords()
  return data.secret === null ? <span>{t('names.restricted')}</span> : <SecretNameShown name={data.secret} />
}

/** `again`: who may take a spelling away; `null` for others. */
function Spellings({ data, again }: { readonly data: ActorDetail; readonly again: (() => void) | null }) {
  const { t } = useWords()
  type Spelling = ActorDetail['spellings'][number]
  const columns: readonly Column<Spelling>[] = [
    said('written', t('actors.desk.written'), (row) => row.written),
    said('source', t('actors.desk.source'), (row) => row.source ?? '–'),
    ...(again === null
      ? []
      : [
          {
            ...{ key: 'acts', header: t('actors.desk.say'), value: () => null },
            cell: ({ written }: Spelling) =>
              written === data.name ? (
                <span className="small">{t('actors.alias.is-name')}</span>
              ) : (
                <RemoveSpellingAct {...{ data, written, again }} />
              ),
          },
        ]),
  ]
  return (
    <Panel title={t('actors.aliases')} aside={<span className="small">{data.spellings.length}</span>}>
      <DataTable
        {...{
          caption: t('actors.aliases'),
          file: '',
          rows: data.spellings,
          columns,
          order: 'written',
          prefix: 's.',
          plain: true,
          empty: null,
        }}
        rowKey={(row) => row.written}
      />
    </Panel>
  )
}

function Relations({ data }: { readonly data: ActorDetail }) {
  const { t } = useWords()
  const columns: readonly Column<RelationLine>[] = [
    {
      ...{ key: 'from', header: t('actors.one'), value: (row) => row.fromName },
      cell: (row) => <AppLink to={`/actors/${row.from}`}>{row.fromName}</AppLink>,
    },
    said('kind', t('actors.relation'), (row) => t(`actors.relation.${row.kind}`)),
    {
      ...{ key: 'to', header: t('actors.other'), value: (row) => row.toName },
      cell: (row) => <AppLink to={`/actors/${row.to}`}>{row.toName}</AppLink>,
    },
    said('strength', t('actors.strength'), (row) =>
      t(row.strength === 1 ? 'actors.strength.1' : row.strength === 2 ? 'actors.strength.2' : 'actors.strength.3'),
    ),
    {
      ...{ key: 'days', header: t('actors.days'), value: (row) => row.since ?? '' },
      cell: (row) => (
        <>
          {row.since === null && row.until === null ? t('actors.days.none') : null}
          {row.since !== null && (
            <>
              {t('actors.from')} <DateText date={row.since} />{' '}
            </>
          )}
          {row.until !== null && (
            <>
              {t('actors.until')} <DateText date={row.until} />
            </>
          )}
        </>
      ),
    },
    {
      ...{ key: 'sure', header: t('sheets.confidence'), value: (row) => `${row.reliability}${row.credibility}` },
      cell: (row) => <ConfidenceText reliability={row.reliability} credibility={row.credibility} />,
    },
  ]
  return (
    <Panel title={t('actors.relations')}>
      <DataTable
        {...{ caption: t('actors.relations'), file: '', rows: data.relations, columns, order: '-days', prefix: 'r.', plain: true }}
        rowKey={(row) => `${row.from} ${row.to} ${row.kind} ${row.since ?? ''} ${row.until ?? ''} ${row.strength}`}
        empty={<EmptyState title={t('actors.relations.none')}>{null}</EmptyState>}
      />
    </Panel>
  )
}

function Places({ lines }: { readonly lines: readonly GridLine[] }) {
  const { t } = useWords()
  const columns: readonly Column<GridLine>[] = [
    { ...{ key: 'on', header: t('actors.on'), value: (row) => row.on }, cell: (row) => <DateText date={row.on} /> },
    said('round', t('actors.round'), (row) => `${row.round} · ${row.body}`),
    { ...said<GridLine>('influence', t('actors.influence'), (row) => row.influence), numeric: true },
    { ...said<GridLine>('interest', t('actors.interest'), (row) => row.interest), numeric: true },
    said('stance', t('actors.stance'), (row) => t(`actors.stance.${row.stance}`)),
  ]
  return (
    <Panel title={t('actors.places')}>
      <DataTable
        {...{ caption: t('actors.places'), file: '', rows: lines, columns, order: '-on', prefix: 'p.', plain: true }}
        rowKey={(row) => `${row.on} ${row.round} ${row.influence} ${row.interest} ${row.stance}`}
        empty={<EmptyState title={t('actors.places.none')}>{null}</EmptyState>}
      />
    </Panel>
  )
}

function SheetsOf({ actor }: { readonly actor: string }) {
  const { t } = useWords()
  const { data } = useAnswer<SheetsAnswer>(`/api/conflict/sheets?actor=${actor}`)
  if (!data) return null
  return (
    <Panel title={t('actors.sheets')}>
      {data.sheets.length === 0 ? (
        <EmptyState title={t('actors.sheets.none')}>{null}</EmptyState>
      ) : (
        <ul>
          {data.sheets.map((one) => (
            <li key={one.sheet}>
              <AppLink to={`/conflict-sheets/${one.sheet}`}>{one.name}</AppLink> · {t(`sheets.state.${one.state}`)} ·{' '}
              <DateText date={one.asOf} />
            </li>
          ))}
        </ul>
      )}
      <Source>{t('actors.sheets.source')}</Source>
    </Panel>
  )
}
