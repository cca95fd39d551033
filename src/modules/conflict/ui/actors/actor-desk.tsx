/* Spellings of lists that fit no actor exactly: a person says that one is the same as an actor, or a new one. What is left waits; nothing is joined by itself. */
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ActorDesk, ActorKind, type ActorLine, type WaitingSpelling } from '../../contract-actors.ts'

interface DeskProps {
  readonly actors: readonly ActorLine[]
  readonly onDone: () => void
}
export function ActorDeskPanel({ actors, onDone }: DeskProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<ActorDesk>('/api/conflict/actor-desk')
  const done = () => {
    again()
    onDone()
  }
  const columns: readonly Column<WaitingSpelling>[] = [
    said('written', t('actors.desk.written'), (row) => row.written),
    said('source', t('actors.desk.source'), (row) => row.source),
    said('near', t('actors.desk.near'), (row) => row.near.map((one) => one.name).join(', ') || t('actors.desk.near.none')),
    {
      ...{ key: 'acts', header: t('actors.desk.say'), value: () => '' },
      cell: (row) => (
        <div className="row tight no-print">
          <SameAct spelling={row} actors={actors} onDone={done} />
          <NewAct spelling={row} onDone={done} />
        </div>
      ),
    },
  ]
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  if (data.waiting.length === 0) return null
  return (
    <Panel title={t('actors.desk')} aside={<span className="small">{data.waiting.length}</span>}>
      <DataTable
        {...{ caption: t('actors.desk'), file: '', rows: data.waiting, columns, plain: true, empty: null }}
        rowKey={(row) => row.written}
        order="written"
        prefix="desk."
      />
      <Source>{t('actors.desk.rule')}</Source>
    </Panel>
  )
}

interface ActParts {
  readonly spelling: WaitingSpelling
  readonly onDone: () => void
}
function SameAct({ spelling: { written, source, near }, actors, onDone }: ActParts & Pick<DeskProps, 'actors'>) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<string>(near[0]?.id ?? '')
  const first = new Set<string>(near.map((one) => one.id))
  const named = [...near, ...actors.filter((one) => !one.isSecret && !first.has(one.id))]
  return (
    <ActDialog
      {...{ title: t('actors.desk.same'), explain: t('actors.desk.same.explain', { written }), go: t('actors.desk.same.go') }}
      path={`/api/conflict/actors/${chosen}/spellings`}
      kind="plain"
      data={chosen === '' ? null : { written, source }}
      missing={t('actors.choose.missing')}
      onDone={onDone}
    >
      <NamedField label={t('actors.one')} value={chosen} named={named} empty={t('actors.choose')} onValue={setChosen} />
    </ActDialog>
  )
}
function NewAct({ spelling: { written }, onDone }: ActParts) {
  const { t } = useWords()
  const [actor] = useState(newId)
  const [kind, setKind] = useState('armed-group')
  return (
    <ActDialog
      {...{ title: t('actors.desk.new'), explain: t('actors.desk.new.explain', { written }), go: t('actors.register.go') }}
      path="/api/conflict/actors"
      kind="plain"
      data={{ actor, name: written, secret: null, kind, areas: [], ddr: 'not-known', described: null }}
      onDone={onDone}
    >
      <SelectField
        label={t('actors.kind')}
        value={kind}
        options={ActorKind.options.map((value) => ({ value: String(value), label: t(`actors.kind.${value}`) }))}
        onValue={setKind}
      />
    </ActDialog>
  )
}
