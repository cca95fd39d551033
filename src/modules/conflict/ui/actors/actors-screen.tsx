/* Who acts in conflicts: names and spellings for who is cleared, sorts and areas for committees; and for who keeps the map the spellings that wait. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { type UrlState, useUrlState } from '../../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { ActorKind, type ActorLine, type ActorsAnswer } from '../../contract-actors.ts'
import { ActorDeskPanel } from './actor-desk.tsx'
import { foundActors } from './found-actors.ts'
import { RegisterActorAct } from './register-actor.tsx'
import { useAreaNames } from './use-area-names.ts'

export function ActorsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<ActorsAnswer>('/api/conflict/actors')
  const keeps = mayOpen('conflict.map', me)
  const isCut = data !== undefined && data.withheld.length > 0
  return (
    <Page
      title={t('actors.title')}
      under={t('actors.under')}
      answer={answer}
      actions={
        <>
          {keeps && <RegisterActorAct onDone={again} />}
          {mayOpen('conflict.read-exact', me) && <LinkButton to="/actors/grid">{t('actors.grid')}</LinkButton>}
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {isCut && <Note tone="calm">{t('actors.withheld')}</Note>}
      {keeps && data && <ActorDeskPanel actors={data.actors} onDone={again} />}
      {data && !isCut && data.actors.length < data.total && (
        <Note tone="calm">{t('actors.first', { n: data.actors.length, total: data.total })}</Note>
      )}
      {data && (isCut ? <Sorts data={data} /> : <List actors={data.actors} url={url} change={change} />)}
    </Page>
  )
}

interface ListProps {
  readonly actors: readonly ActorLine[]
  readonly url: UrlState
  readonly change: (to: UrlState) => void
}
function List({ actors, url, change }: ListProps) {
  const { t } = useWords()
  const areaName = useAreaNames()
  const { text = '', kind = '' } = url
  const columns: readonly Column<ActorLine>[] = [
    {
      ...{ key: 'name', header: t('actors.name'), value: (row) => row.name },
      cell: (row) => (
        <>
          <AppLink to={`/actors/${row.id}`}>{row.name}</AppLink>
          {row.isSecret && <span className="small"> · {t('actors.secret')}</span>}
        </>
      ),
    },
    said('kind', t('actors.kind'), (row) => t(`actors.kind.${row.kind}`)),
    said('aliases', t('actors.aliases'), (row) => row.aliases.join(', ') || '–'),
    said('areas', t('actors.areas'), (row) => row.areas.map(areaName).join(', ') || t('actors.areas.none')),
    said('ddr', t('actors.ddr'), (row) => t(`actors.ddr.${row.ddr}`)),
  ]
  const rows = foundActors(actors, { text, kind })
  return (
    <Panel title={t('actors.list')} aside={<span className="small">{rows.length}</span>}>
      <Toolbar label={t('actors.filters')}>
        <TextField label={t('actors.search')} type="search" value={text} maxLength={120} onValue={(to) => change({ text: to })} />
        <SelectField
          label={t('actors.kind')}
          value={kind}
          options={[
            { value: '', label: t('conflict.any.feminine') },
            ...ActorKind.options.map((value) => ({ value: String(value), label: t(`actors.kind.${value}`) })),
          ]}
          onValue={(to) => change({ kind: to })}
        />
      </Toolbar>
      <DataTable
        {...{ caption: t('actors.list'), file: 'actors', rows, columns, order: 'name', plain: true }}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('actors.none')}>{t('actors.none.do')}</EmptyState>}
      />
      <Source>{t('actors.source')}</Source>
    </Panel>
  )
}

function Sorts({ data }: { readonly data: ActorsAnswer }) {
  const { t } = useWords()
  const areaName = useAreaNames()
  type Sort = ActorsAnswer['kinds'][number]
  const columns: readonly Column<Sort>[] = [
    said('kind', t('actors.kind'), (row) => t(`actors.kind.${row.kind}`)),
    said('area', t('actors.areas'), (row) => (row.area === null ? t('actors.areas.none') : areaName(row.area))),
    { ...said<Sort>('actors', t('actors.count'), (row) => row.actors), numeric: true },
  ]
  return (
    <Panel title={t('actors.sorts')}>
      <DataTable
        {...{ caption: t('actors.sorts'), file: 'actor-sorts', rows: data.kinds, columns, order: 'kind', plain: true }}
        rowKey={(row) => `${row.kind} ${row.area ?? ''}`}
        empty={<EmptyState title={t('actors.none')}>{t('actors.none.sorts')}</EmptyState>}
      />
    </Panel>
  )
}
